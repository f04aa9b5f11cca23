import { ACK, flagNames, has, type Flags } from '../tcp/flags.ts';
import type { Segment } from '../tcp/segment.ts';

/** The control bits as people write them, `SYN,ACK`; `none` where no bit is set. */
export function flagsText(flags: Flags): string {
  return flagNames(flags).join(',') || 'none';
}

/** A segment in a few words that are the same in every language: `SYN,ACK SEQ=300 ACK=101`, with `LEN` where it has data (octets). */
export function segmentText(segment: Segment): string {
  const ack = has(segment.flags, ACK) ? ` ACK=${String(segment.ack)}` : '';
  const length = segment.length > 0 ? ` LEN=${String(segment.length)}` : '';
  return `${flagsText(segment.flags)} SEQ=${String(segment.seq)}${ack}${length}`;
}
