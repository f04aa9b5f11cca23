import { seqAdd } from '../tcp/seq.ts';
import type { WireFault } from '../wire/packet/wire-fault.ts';
import type { Noticed } from './remark.ts';
import { said, type Said } from './said.ts';

/** A number of four hexadecimal digits, as tools print checksums. */
function hex(value: number): string {
  return `0x${value.toString(16).padStart(4, '0')}`;
}

/** What is wrong with a segment on the wire. */
export function faultSaid(fault: WireFault): Said {
  const key = `capture.fault.${fault.type.replaceAll(' ', '-')}`;
  switch (fault.type) {
    case 'checksum bad':
    case 'IP checksum bad':
      return said(key, { found: hex(fault.found), expected: hex(fault.expected) });
    case 'checksum not filled in':
    case 'IP length absent':
      return said(key);
    case 'jumbogram':
      return said(key, { length: fault.length });
    case 'IP length beyond frame':
    case 'cut':
      return said(key, { missing: fault.missing });
    case 'data offset':
      return said(key, { words: fault.words });
    case 'option length':
      return fault.length === null ? said(`${key}.none`, { kind: fault.kind }) : said(key, { kind: fault.kind, length: fault.length });
    case 'window scale':
      return said(key, { shift: fault.shift });
    case 'reserved bits':
      return said(key, { bits: fault.bits });
  }
}

/** What was noticed about a segment, as a sentence. */
export function noticedSaid(noticed: Noticed): Said {
  const key = `capture.noticed.${noticed.type.replaceAll(' ', '-')}`;
  switch (noticed.type) {
    case 'lost':
    case 'ack lost':
      return said(key, { frame: noticed.again });
    case 'overtaken':
      return said(key, { frame: noticed.by });
    case 'copy':
    case 'old duplicate':
      return said(key, { frame: noticed.of });
    case 'not captured':
    case 'gap':
      return said(key, { length: noticed.length, first: noticed.from, last: seqAdd(noticed.from, noticed.length - 1) });
    case 'habit':
      return said(`${key}.${noticed.profile}`);
    case 'delayed':
      return said(key, { after: noticed.by, frame: noticed.answered });
    case 'offloaded':
      return said(key, { mss: noticed.mss });
    case 'older connection':
    case 'foreign':
    case 'unasked':
    case 'unexpected':
    case 'began before':
      return said(key);
    case 'fault':
      return faultSaid(noticed.fault);
  }
}
