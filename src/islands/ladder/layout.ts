import { ladderOf, type Ladder } from '../../diagram/ladder/ladder.ts';
import type { Words } from '../../diagram/words.ts';
import type { Trace } from '../../simulation/trace.ts';

interface Layout {
  readonly width: number;
  readonly say: Words;
  readonly ladder: Ladder;
}

const layouts = new WeakMap<Trace, Layout>();
let last: Omit<Layout, 'ladder'> | null = null;

/** The ladder of the trace, `width` px wide; made once as long as the same is asked for. */
export function layoutOf(trace: Trace, width: number, say: Words): Ladder {
  last = { width, say };
  const made = layouts.get(trace);
  if (made !== undefined && made.width === width && made.say === say) return made.ladder;
  const ladder = ladderOf(trace, width, say);
  layouts.set(trace, { width, say, ladder });
  return ladder;
}

/** Makes the ladder of a trace that may be asked for soon, as the last one was asked for. */
export function layoutAhead(trace: Trace): void {
  if (last !== null) layoutOf(trace, last.width, last.say);
}
