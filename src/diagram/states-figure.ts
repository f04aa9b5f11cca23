import type { HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { escapeSvg } from './escape.ts';
import { drawStates } from './states-drawing.ts';
import { TRANSITIONS } from './transitions.ts';
import { wayThrough, type NumberedArrow, type Way } from './way-through.ts';
import type { Words } from './words.ts';

/** The inside of an SVG with the states of RFC 9293 Figure 5 and a host's way through them. */
export function drawWay({ arrows, visited, current }: Pick<Way, 'arrows' | 'visited'> & { readonly current: Way['current'] | null }, host: HostId, words: Words): string {
  const linesOf = (why: string) => words(`diagram.why.${why}`).split(' / ').map(escapeSvg);
  return drawStates({
    arrows: arrows.map(({ from, to, why, steps }: NumberedArrow) => ({ from, to, steps: steps.length === 0 ? null : steps.join(', '), lines: linesOf(why) })),
    taken: visited,
    current,
    host,
  });
}

/** The same of the host before the moment `until`; without a host, the states alone. */
export function drawWayOf(trace: Trace, host: HostId | null, until: number, words: Words): string {
  if (host === null) return drawWay({ arrows: TRANSITIONS.map((arrow) => ({ ...arrow, steps: [] })), visited: [], current: null }, 'A', words);
  return drawWay(wayThrough(trace, host, until), host, words);
}
