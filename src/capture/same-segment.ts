import { ACK, CWR, ECE, PSH, URG, flagsOf, has, without } from '../tcp/flags.ts';
import type { Segment } from '../tcp/segment.ts';

/** What says nothing of the state of the connection: how users cut their data, and how full routers are. */
const ASIDE = flagsOf(PSH, URG, ECE, CWR);

/** Whether the rules' segment is the captured one: the same bits and numbers. The window, the options and the pushing are the host's own affair. */
export function isSameSegment(expected: Segment, captured: Segment): boolean {
  if (without(expected.flags, ASIDE) !== without(captured.flags, ASIDE)) return false;
  if (expected.seq !== captured.seq || expected.length !== captured.length) return false;
  return !has(captured.flags, ACK) || expected.ack === captured.ack;
}
