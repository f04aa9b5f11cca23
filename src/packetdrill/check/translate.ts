import { ACK, SYN, URG, flagsNamed, has, RST } from '../../tcp/flags.ts';
import { layoutOptions, type OptionName } from '../../tcp/option-layout.ts';
import type { Options } from '../../tcp/option.ts';
import { segmentOf, type Segment } from '../../tcp/segment.ts';
import { seq, seqAdd, seqDiff } from '../../tcp/seq.ts';
import type { OptionItem, ScriptSegment } from '../script.ts';
import type { Connection } from '../stack/host.ts';
import type { Settings } from '../stack/settings.ts';
import { namesOf } from './expected.ts';

/** How far a script's numbers are from the engine's, of this side and of the peer's. */
interface Offsets {
  readonly own: number;
  readonly peer: number;
}

/** On a SYN a script writes the numbers themselves, everywhere else how far they are from each side's ISS; the peer's ISS is what the script says it is. */
function offsetsOf(connection: Connection | null, onSyn: boolean): Offsets {
  if (connection === null) return { own: 0, peer: 0 };
  return onSyn ? { own: seqDiff(connection.iss, seq(connection.scriptIss ?? 0)), peer: 0 } : { own: connection.iss, peer: connection.peerIss };
}

/** The TSval that was sent where the script has `echoed`: by the pair seen for it, else by the distance from the first pair. */
function liveEcho(connection: Connection | null, echoed: number): number {
  const seen = connection?.stamps.get(echoed);
  if (seen !== undefined) return seen;
  const first = connection?.stamps.entries().next().value;
  return first === undefined ? echoed : (first[1] + echoed - first[0]) >>> 0;
}

function liveOptions(connection: Connection | null, { own }: Offsets, items: readonly OptionItem[]): Options {
  let options: Options = {};
  for (const item of items) {
    if (item.kind === 'mss' || item.kind === 'wscale') options = { ...options, [item.kind]: item.value };
    if (item.kind === 'sackOK') options = { ...options, sackPermitted: true };
    if (item.kind === 'TS') options = { ...options, ts: { val: item.val ?? 0, ecr: liveEcho(connection, item.ecr ?? 0) } };
    if (item.kind === 'FO') options = { ...options, fastOpen: item.cookie };
    if (item.kind === 'sack') {
      const sack = item.blocks.map(({ left, right }) => ({ left: seqAdd(seq(left), own), right: seqAdd(seq(right), own) }));
      options = { ...options, sack };
    }
  }
  return options;
}

/** The segment that a `<` line lets arrive. */
export function toLive(segment: ScriptSegment, connection: Connection | null): Segment {
  const flags = flagsNamed(segment.flags);
  const offsets = offsetsOf(connection, has(flags, SYN));
  return segmentOf({
    flags,
    seq: seqAdd(seq(segment.seq ?? 0), offsets.peer),
    ack: seqAdd(seq(segment.ack ?? 0), offsets.own),
    wnd: segment.win ?? 0,
    up: segment.urg ?? 0,
    length: segment.length,
    ecn: segment.ecn === 'ce' ? 'CE' : segment.ecn === null || segment.ecn === 'noecn' ? 'not-ECT' : 'ECT',
    options: segment.options === null || segment.options === 'unchecked' ? {} : liveOptions(connection, offsets, segment.options),
  });
}

function scriptOption(kind: OptionName, { peer }: Offsets, { mss = 0, wscale = 0, ts, sack = [], fastOpen = '' }: Options): OptionItem {
  switch (kind) {
    case 'mss':
      return { kind, value: mss };
    case 'wscale':
      return { kind, value: wscale };
    case 'ts':
      return { kind: 'TS', val: ts?.val ?? 0, ecr: ts?.ecr ?? 0 };
    case 'sack':
      return { kind, blocks: sack.map(({ left, right }) => ({ left: seqAdd(left, -peer), right: seqAdd(right, -peer) })) };
    case 'fastOpen':
      return { kind: 'FO', cookie: fastOpen };
    case 'sackPermitted':
      return { kind: 'sackOK' };
    case 'nop':
    case 'eol':
      return { kind };
  }
}

/** A reset without a connection begins at 0 on the wire, whatever the script's numbers are relative to. */
function sequenceNumber({ own }: Offsets, segment: Segment): number {
  const bare = has(segment.flags, RST) && has(segment.flags, ACK) && segment.seq === 0;
  return bare ? 0 : seqAdd(segment.seq, -own);
}

/** The engine sends ECT(0) and no other (RFC 3168 §6.1.2). */
const SCRIPT_ECN = { 'not-ECT': 'noecn', ECT: 'ect0', CE: 'ce' } as const;

/** A segment that was sent, in the script's words and numbers. */
export function toScript(segment: Segment, connection: Connection | null, { profile, padding }: Settings): ScriptSegment {
  const { flags, options } = segment;
  const offsets = offsetsOf(connection, has(flags, SYN));
  const items = layoutOptions(options, profile.optionLayout, padding).map(({ kind }) => scriptOption(kind, offsets, options));
  return {
    ecn: SCRIPT_ECN[segment.ecn],
    ports: null,
    flags: namesOf(flags),
    seq: sequenceNumber(offsets, segment),
    length: segment.length,
    ack: has(flags, ACK) ? seqAdd(segment.ack, -offsets.peer) : null,
    win: segment.wnd,
    urg: has(flags, URG) ? segment.up : null,
    options: items,
  };
}
