import { FLAG_NAMES, flagsNamed, flagNames, type Flags } from '../tcp/flags.ts';
import type { Options } from '../tcp/option.ts';
import { segmentOf, type Segment } from '../tcp/segment.ts';
import { seq } from '../tcp/seq.ts';
import type { Recorded } from './recording.ts';

/** The control bits that a recording names; what is no name of one is left aside, as `(none)` is. */
export function flagsIn(text: string): Flags {
  const names = text.split(',');
  return flagsNamed(FLAG_NAMES.filter((name) => names.includes(name)));
}

/** Control bits as recordings write them. */
export function flagsText(flags: Flags): string {
  return flagNames(flags).join(',') || '(none)';
}

/** The options of a recorded segment; the values of timestamps are not kept: they say `now`, ms. */
function optionsIn(text: string, now: number): Options {
  const written = new Map(text.split(',').map((part) => [part.split('=')[0] ?? '', part.split('=')[1]]));
  const mss = written.get('mss');
  const scale = written.get('ws');
  return {
    ...(mss === undefined ? {} : { mss: Number(mss) }),
    ...(scale === undefined ? {} : { wscale: Number(scale) }),
    ...(written.has('sackOK') ? { sackPermitted: true as const } : {}),
    ...(written.has('ts') ? { ts: { val: now, ecr: 0 } } : {}),
  };
}

/** A recorded segment as the engine has them. */
export function segmentIn(line: Recorded): Segment {
  const { seq: at, ack, len, win, opts, t } = line;
  return segmentOf({ flags: flagsIn(line.flags), seq: seq(at), ack: seq(ack), length: len, wnd: win, up: line.urgPtr ?? 0, options: optionsIn(opts, Math.max(0, t * 1000)) });
}

/** Whether the engine's segment is the recorded one: control bits, SEQ, ACK and length. */
export function isRecorded(line: Recorded, { flags, seq: at, ack, length }: Segment): boolean {
  return line.seq === at && line.len === length && flagsIn(line.flags) === flags && line.ack === ack;
}
