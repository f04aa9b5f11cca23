import { print } from '../../scenario/print.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import type { Place } from './place.ts';

/**
 * A place as text, which a link holds compressed: a line with what is on view, the author's scenario in the notation, then for
 * each branch a line `~ <branch>@<moments> <head> <tail>` and its lines: the first `head` and the last `tail` lines are those of
 * the branch that it grew from (for a branch that grew from none: those of the author's scenario), the lines that follow stand between.
 */
export function writePlace(place: Place): string {
  const author = linesOf(place.author);
  const branches = place.branches.map(({ scenario }) => linesOf(scenario));
  const grown = place.branches.map(({ from }, index): readonly string[] => {
    const own = branches[index] ?? [];
    const base = from === null ? author : (branches[from.branch] ?? []);
    const [head, tail] = shared(base, own);
    const origin = from === null ? '' : `${String(from.branch)}@${String(from.shown)} `;
    return [`~ ${origin}${String(head)} ${String(tail)}`, ...own.slice(head, own.length - tail)];
  });
  return [onView(place), ...author, ...grown.flat()].map((line) => `${line}\n`).join('');
}

/** The lines of a scenario that say something. */
function linesOf(scenario: Scenario): readonly string[] {
  return print(scenario).split('\n').filter((line) => line !== '');
}

/** The name of the view, and of the rest what is not as at the beginning. */
function onView({ view, current, shown, selected, compare }: Place): string {
  const said = { branch: current === 0 ? null : current, shown: shown === 'all' ? null : shown, selected, compare };
  return [view, ...Object.entries(said).flatMap(([name, value]) => (value === null ? [] : [`${name} ${String(value)}`]))].join(' ');
}

/** How many lines the two begin with in common, and with how many of the others both end. */
function shared(base: readonly string[], own: readonly string[]): readonly [number, number] {
  const most = Math.min(base.length, own.length);
  let head = 0;
  while (head < most && base[head] === own[head]) head += 1;
  let tail = 0;
  while (tail < most - head && base.at(-1 - tail) === own.at(-1 - tail)) tail += 1;
  return [head, tail];
}
