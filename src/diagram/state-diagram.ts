import type { HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { STATES, type State } from '../tcp/state.ts';
import { escapeMermaid } from './escape.ts';
import { pathTaken } from './path-taken.ts';
import type { Shown } from './sequence-diagram.ts';
import { TRANSITIONS, type Transition } from './transitions.ts';
import type { Words } from './words.ts';

/**
 * The Mermaid text of the states of RFC 9293 Figure 5 with the path of the host's endpoint of the first connection among them: the arrows taken carry the numbers
 * of their steps, states visited have the class `takenA` or `takenB`, the present one `currentA` or `currentB`.
 */
export function stateDiagram(trace: Trace, host: HostId, words: Words, { until = Infinity }: Shown = {}): string {
  const path = pathTaken(trace, host, until);
  const current = path.at(-1)?.to ?? trace.start[host].state;
  const taken = new Set<State>([trace.start[host].state, ...path.map(({ to }) => to)]);
  taken.delete(current);
  return [
    'stateDiagram-v2',
    ...STATES.map((state) => `state "${state}" as ${idOf(state)}`),
    ...withStrays(path).map((arrow) => arrowLine(arrow, path, words)),
    `classDef taken${host} stroke-width:2px`,
    `classDef current${host} stroke-width:3px,font-weight:600`,
    ...(taken.size > 0 ? [`class ${[...taken].map(idOf).join(',')} taken${host}`] : []),
    `class ${idOf(current)} current${host}`,
    '',
  ].join('\n');
}

/** The figure's arrows, then those that the path has beyond the figure: resets, aborts, crashes. */
function withStrays(path: readonly Transition[]): readonly Transition[] {
  return path.reduce((all, step) => (all.some((arrow) => isSame(arrow, step)) ? all : [...all, step]), TRANSITIONS);
}

function arrowLine(arrow: Transition, path: readonly Transition[], words: Words): string {
  const steps = path.flatMap((step, index) => (isSame(step, arrow) ? [index + 1] : []));
  const last = path.findLast((step) => isSame(step, arrow));
  const why = words(`diagram.why.${(last ?? arrow).why}`);
  const lines = why.split(' / ').map(escapeMermaid).join('<br/>');
  const numbers = steps.length === 0 ? '' : `(${steps.join(', ')}) `;
  return `${idOf(arrow.from)} --> ${idOf(arrow.to)} : ${numbers}${lines}`;
}

function isSame(a: Transition, b: Transition): boolean {
  return a.from === b.from && a.to === b.to;
}

function idOf(state: State): string {
  return state.replaceAll('-', '_');
}
