import { segmentText } from '../narration/segment-text.ts';
import type { Words } from '../narration/sentence.ts';
import { nameOf } from '../simulation/named.ts';
import type { Flight, Trace } from '../simulation/trace.ts';
import { fateAfter, newestFlight } from './at-moment.ts';
import { fateText } from './fate-text.ts';
import { Icon } from './Icon.tsx';
import { hostLabel, text } from './text.ts';
import { canBeNamed } from './can-be-named.ts';

interface Props {
  readonly trace: Trace;
  readonly shown: number;
  /** Whether the reader steps, and wants to know which segment is the newest. */
  readonly isStepping: boolean;
  readonly words: Words;
  readonly onToggle: (flight: Flight) => void;
}

/** Every segment of the run with the button that loses it, or delivers it after all. */
export function Segments({ trace, shown, isStepping, words, onToggle }: Props) {
  const newest = isStepping ? newestFlight(trace, shown)?.id : undefined;
  return (
    <ol class="isl-segments">
      {trace.flights.map((flight) => (
        <li key={keyOf(flight)} class="isl-segment" data-fate={fateAfter(trace, flight, shown)} data-flight={flight.id} aria-current={flight.id === newest ? 'step' : undefined}>
          <div class="isl-segment-text">
            <span class="isl-way">
              {hostLabel(words, wayOf(flight, trace).from)} <Icon name="right" label="→" /> {hostLabel(words, wayOf(flight, trace).to)}
            </span>
            <code>{segmentText(flight.segment)}</code>
            <span class="isl-fate">{fateText(flight, fateAfter(trace, flight, shown), trace, words)}</span>
          </div>
          {canBeNamed(flight) && <LoseButton flight={flight} trace={trace} words={words} onToggle={onToggle} />}
        </li>
      ))}
    </ol>
  );
}

function LoseButton({ flight, trace, words, onToggle }: Pick<Props, 'trace' | 'words' | 'onToggle'> & { readonly flight: Flight }) {
  const key = flight.fate === 'lost' ? 'island.deliver' : 'island.lose';
  return (
    <button type="button" class="isl-lose" aria-label={labelOf(key, flight, trace, words)} onClick={() => onToggle(flight)}>
      {text(words, key)}
    </button>
  );
}

function labelOf(key: string, flight: Flight, trace: Trace, words: Words): string {
  const label = text(words, `${key}.label`, { ...wayOf(flight, trace), segment: segmentText(flight.segment) });
  const port = nameOf(trace, flight.connection);
  return port === null ? label : `${label} · ${text(words, 'island.connection', { port })}`;
}

/** Stays with a transmission from run to run, so that focus does. */
function keyOf({ from, turn, id, origin }: Flight): string {
  return turn > 0 ? `${origin}${from}${String(turn)}` : `${origin}${String(id)}`;
}

function wayOf({ from, to }: Flight, { scenario }: Trace) {
  return { from: scenario.hosts[from].name, to: scenario.hosts[to].name };
}
