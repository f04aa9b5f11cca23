import { drawWay } from '../../diagram/states-figure.ts';
import { END, PLACES, SIZE, type Place } from '../../diagram/states-place.ts';
import { TRANSITIONS } from '../../diagram/transitions.ts';
import type { Words } from '../../narration/sentence.ts';
import { STATES, type State } from '../../tcp/state.ts';
import '../../diagram/edge/diagram.css';

interface Props {
  /** The states in the order of the walk, the first one included. */
  readonly walk: readonly State[];
  readonly isIdle: boolean;
  readonly words: Words;
  readonly onStep: (state: State) => void;
}

interface Step {
  readonly from: State;
  readonly to: State;
  readonly why: string;
}

/** Figure 5 with the walk in it, and with every state to be pressed; the one of no connection stands twice, as in the RFC. */
export function StateWalk({ walk, isIdle, words, onStep }: Props) {
  const steps = walk.slice(1).map((to, at): Step => ({ from: walk[at] ?? to, to, why: '' }));
  const isOf = (one: Pick<Step, 'from' | 'to'>) => (step: Step) => step.from === one.from && step.to === one.to;
  const beyond = steps.filter((step, at) => !TRANSITIONS.some(isOf(step)) && steps.findIndex(isOf(step)) === at && step.from !== step.to);
  const arrows = [...TRANSITIONS, ...beyond].map((arrow) => ({ ...arrow, steps: steps.flatMap((step, at) => (isOf(arrow)(step) ? [at + 1] : [])) }));
  const spots: readonly (readonly [State, Place])[] = [...STATES.map((state) => [state, PLACES[state]] as const), ['CLOSED', END]];
  return (
    <div class="isl-walk-map" style={{ maxWidth: `${String(SIZE.width)}px` }}>
      <svg class="hl-diagram hl-states" viewBox={`0 0 ${String(SIZE.width)} ${String(SIZE.height)}`} width={SIZE.width} height={SIZE.height} aria-hidden="true">
        <g dangerouslySetInnerHTML={{ __html: drawWay({ arrows, visited: walk.slice(0, -1), current: walk.at(-1) ?? null }, 'A', (key) => words[key] ?? '') }} />
      </svg>
      {spots.map(([state, [x, y]], at) => (
        <button
          key={at}
          type="button"
          class="isl-walk-state"
          aria-disabled={isIdle}
          aria-hidden={at === STATES.length}
          tabIndex={at === STATES.length ? -1 : undefined}
          style={{ left: `${String((x / SIZE.width) * 100)}%`, top: `${String((y / SIZE.height) * 100)}%` }}
          onClick={() => isIdle || onStep(state)}
        >
          <span>{state}</span>
        </button>
      ))}
    </div>
  );
}
