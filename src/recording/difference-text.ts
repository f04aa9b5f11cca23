import type { Difference, Rung } from './difference.ts';

/** A segment in a line: `A PSH,ACK SEQ 1 ACK 1 (100) at 410.4 ms`. */
export function rungText(rung: Rung): string {
  const { at, from, flags, seq, ack, length } = rung;
  const data = length === 0 ? '' : ` (${length})`;
  return `${from} ${flags} SEQ ${seq}${ack === null ? '' : ` ACK ${ack}`}${data} at ${at.toFixed(1)} ms`;
}

/** A difference in a line: what was recorded, and what the engine sends there. */
export function differenceText({ n, recorded, engine }: Difference): string {
  const text = (rung: Rung | null): string => (rung === null ? 'no further segment' : rungText(rung));
  return `segment ${n}: recorded ${text(recorded)}, the engine has ${text(engine)}`;
}
