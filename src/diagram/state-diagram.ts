import type { HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { STATES, type State } from '../tcp/state.ts';
import { escapeMermaid } from './escape.ts';
import type { Shown } from './shown.ts';
import { wayThrough, type NumberedArrow } from './way-through.ts';
import type { Words } from './words.ts';

/**
 * The Mermaid text of the states of RFC 9293 Figure 5 with the path of the host's endpoint of the first connection among them: the arrows taken carry the numbers
 * of their steps, states visited have the class `takenA` or `takenB`, the present one `currentA` or `currentB`.
 */
export function stateDiagram(trace: Trace, host: HostId, words: Words, { until = Infinity }: Pick<Shown, 'until'> = {}): string {
  const { arrows, current, visited } = wayThrough(trace, host, until);
  return [
    'stateDiagram-v2',
    ...STATES.map((state) => `state "${state}" as ${idOf(state)}`),
    ...arrows.map((arrow) => arrowLine(arrow, words)),
    `classDef taken${host} stroke-width:2px`,
    `classDef current${host} stroke-width:3px,font-weight:600`,
    ...(visited.length > 0 ? [`class ${visited.map(idOf).join(',')} taken${host}`] : []),
    `class ${idOf(current)} current${host}`,
    '',
  ].join('\n');
}

function arrowLine({ from, to, why, steps }: NumberedArrow, words: Words): string {
  const lines = words(`diagram.why.${why}`).split(' / ').map(escapeMermaid).join('<br/>');
  const numbers = steps.length === 0 ? '' : `(${steps.join(', ')}) `;
  return `${idOf(from)} --> ${idOf(to)} : ${numbers}${lines}`;
}

function idOf(state: State): string {
  return state.replaceAll('-', '_');
}
