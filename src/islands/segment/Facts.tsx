import type { ComponentChildren } from 'preact';
import { segmentText } from '../../narration/segment-text.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import { ACK, has } from '../../tcp/flags.ts';
import { fateAfter, shownWhenLost, shownWhenSent } from '../at-moment.ts';
import { flightMarks } from '../fate-text.ts';
import { text } from '../text.ts';
import { acknowledgedBy, answersTo } from './acknowledged.ts';

interface Props {
  readonly trace: Trace;
  readonly shown: number;
  readonly flight: Flight;
  readonly words: Words;
  readonly onGo: (shown: number) => void;
}

/** When a segment left and came, which transmission it is, and what it has to do with others: no more than has happened by the moment on view. */
export function Facts({ trace, shown, flight, words, onGo }: Props) {
  const fate = fateAfter(trace, flight, shown);
  const end = shownWhenLost(trace, flight) ?? shownWhenArrived(trace, flight);
  const marks = flightMarks(flight, trace, words);
  const answers = answersTo(trace, flight).filter((answer) => shownWhenSent(trace, answer) <= shown);
  const acknowledged = acknowledgedBy(trace, flight);
  return (
    <dl class="isl-card-facts">
      <Fact name={text(words, 'lab.segment.departure')} go={<Go to={shownWhenSent(trace, flight)} shown={shown} label={text(words, 'lab.segment.go.departure')} words={words} onGo={onGo} />}>
        {text(words, 'lab.segment.at', { at: flight.sentAt })}
        {fate === 'future' && ` · ${text(words, 'island.fate.future')}`}
      </Fact>
      <Fact name={text(words, 'lab.segment.arrival')} go={end !== null && <Go to={end} shown={shown} label={text(words, flight.fate === 'lost' ? 'lab.segment.go.loss' : 'lab.segment.go.arrival')} words={words} onGo={onGo} />}>
        {arrivalText(flight, fate, words)}
      </Fact>
      {marks.length > 0 && <Fact name={text(words, 'lab.segment.which')}>{marks.join(' · ')}</Fact>}
      {has(flight.segment.flags, ACK) && flight.origin === 'sent' && (
        <Fact name={text(words, 'lab.segment.acknowledges')}>{acknowledged.length === 0 ? text(words, 'lab.segment.nothing-new') : <Segments of={acknowledged} />}</Fact>
      )}
      {answers.length > 0 && (
        <Fact name={text(words, 'lab.segment.answered')}>
          <Segments of={answers} />
        </Fact>
      )}
    </dl>
  );
}

/** How many moments have to be shown for the flight to have arrived; null where it never does. */
function shownWhenArrived(trace: Trace, { id }: Flight): number | null {
  const index = trace.moments.findIndex((moment) => moment.kind === 'endpoint' && moment.arrived === id);
  return index < 0 ? null : index + 1;
}

function arrivalText({ arrivesAt }: Flight, fate: ReturnType<typeof fateAfter>, words: Words): string {
  if (fate === 'future') return '–';
  return fate === 'delivered' && arrivesAt !== null ? text(words, 'lab.segment.at', { at: arrivesAt }) : text(words, `island.fate.${fate.replace(' ', '-')}`);
}

function Fact({ name, go, children }: { readonly name: string; readonly go?: ComponentChildren; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span>{children}</span>
        {go}
      </dd>
    </div>
  );
}

function Segments({ of }: { readonly of: readonly Flight[] }) {
  return (
    <>
      {of.map(({ id, segment }) => (
        <code key={id}>{segmentText(segment)}</code>
      ))}
    </>
  );
}

interface GoProps extends Pick<Props, 'shown' | 'words' | 'onGo'> {
  readonly to: number;
  readonly label: string;
}

/** The button that goes to a moment; it stays where the reader is there already, so that focus is never lost. */
function Go({ to, shown, label, words, onGo }: GoProps) {
  return (
    <button type="button" aria-disabled={to === shown} aria-label={label} onClick={() => to === shown || onGo(to)}>
      {text(words, 'lab.segment.go')}
    </button>
  );
}
