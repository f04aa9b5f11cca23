import { useId, useMemo, useState } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import { HOST_IDS, peerOf, type Forged, type HostId } from '../../simulation/scenario.ts';
import { FORGED_ORDER, type ForgedField } from '../../scenario/leaf/forged-fields.ts';
import type { Trace } from '../../simulation/trace.ts';
import { SYN } from '../../tcp/flags.ts';
import { MAX_FIELD } from '../../tcp/segment.ts';
import type { Deed } from '../deed.ts';
import { PRINTER } from '../line-printer.ts';
import { Icon } from '../Icon.tsx';
import { keepKeys } from '../own-keys.ts';
import { hostLabel, text } from '../text.ts';
import { namedIn } from './calls.ts';
import { forgeries } from './forgeries.ts';
import { segmentIn, type SegmentDraft } from './segment-draft.ts';
import { SegmentFields } from './SegmentFields.tsx';
import { Shows } from './Shows.tsx';
import { worldAt } from '../world-at.ts';
import './hands.css';

interface Props {
  readonly trace: Trace;
  /** How many moments the reader has seen. */
  readonly shown: number;
  /** The place in `trace.connections` of the connection that is meant. */
  readonly connection: number;
  readonly words: Words;
  readonly onDeed: (deed: Deed) => void;
}

/** What the reader has chosen: a ready-made segment by its name, or one by hand. */
type Choice = { readonly name: string } | { readonly draft: SegmentDraft<ForgedField> };

/** What stands in the fields where nothing ready-made fits the moment. */
const BLANK: Forged = { flags: SYN, seq: 0, ack: 0, length: 0, wnd: MAX_FIELD };

/** The segment as it stands in the fields. */
function draftOf({ flags, seq, ack, length, wnd }: Forged): SegmentDraft<ForgedField> {
  return { flags, typed: { seq: String(seq), ack: String(ack), length: String(length), wnd: String(wnd) } };
}

/** Puts a segment of somebody else's making in front of a host, as if from its peer. */
export function Inject({ trace, shown, connection, words, onDeed }: Props) {
  const id = useId();
  const [to, setTo] = useState<HostId>('B');
  const [choice, setChoice] = useState<Choice | null>(null);
  // While the run plays on by itself, nobody has asked what a segment would show.
  const [isInside, setInside] = useState(false);
  const describe = PRINTER.use()?.describeAct ?? null;
  const world = useMemo(() => worldAt(trace, shown), [trace, shown]);
  const ready = useMemo(() => forgeries(world, to, connection), [world, to, connection]);
  // A name that does not fit the moment any more gives way to the first that does.
  const chosen = choice !== null && 'draft' in choice ? null : (ready.find(({ name }) => name === choice?.name) ?? ready[0] ?? null);
  const draft = chosen !== null ? draftOf(chosen.segment) : choice !== null && 'draft' in choice ? choice.draft : draftOf(BLANK);
  const read = segmentIn(draft, FORGED_ORDER);
  const action = 'missing' in read ? null : ({ type: 'inject', to, segment: read.segment, ...namedIn(world, connection) } as const);
  const nameOf = (host: HostId) => hostLabel(words, trace.scenario.hosts[host].name);
  return (
    <form
      class="isl-hands isl-inject"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (action !== null) onDeed({ type: 'do', action });
        else event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      }}
      onFocusIn={() => setInside(true)}
      onFocusOut={() => setInside(false)}
    >
      <fieldset class="isl-choices">
        <legend>{text(words, 'lab.inject.direction')}</legend>
        {HOST_IDS.toReversed().map((host) => (
          <label key={host} class="isl-tick isl-pill">
            <input type="radio" onKeyDown={keepKeys} name={`${id}-to`} checked={host === to} onChange={() => setTo(host)} />
            <span>
              {nameOf(peerOf(host))} <Icon name="right" label="→" /> {nameOf(host)}
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset class="isl-choices isl-ready" aria-describedby={`${id}-shows`}>
        <legend>{text(words, 'lab.inject.what')}</legend>
        {ready.map(({ name }) => (
          <label key={name} class="isl-tick isl-pill">
            <input type="radio" onKeyDown={keepKeys} name={`${id}-what`} checked={chosen?.name === name} onChange={() => setChoice({ name })} />
            <span>{text(words, `lab.inject.name.${name}`)}</span>
          </label>
        ))}
        <label class="isl-tick isl-pill">
          <input type="radio" onKeyDown={keepKeys} name={`${id}-what`} checked={chosen === null} onChange={() => setChoice({ draft })} />
          <span>{text(words, 'lab.inject.by-hand')}</span>
        </label>
      </fieldset>
      {chosen === null && (
        <div class="isl-by-hand">
          <SegmentFields draft={draft} fields={FORGED_ORDER} label={text(words, 'lab.inject.flags')} ackOff={text(words, 'lab.inject.ack-off')} words={words} onChange={(changed) => setChoice({ draft: changed })} />
        </div>
      )}
      <div class="isl-shows" id={`${id}-shows`} aria-live={isInside ? 'polite' : 'off'}>
        <Shows trace={trace} world={world} action={action} shows={chosen?.shows ?? null} to={to} words={words} />
      </div>
      <div class="isl-inject-now">
        <p class="isl-inject-line">
          <span class="sr-only">{text(words, 'lab.inject.line')} </span>
          <code>{action !== null && describe?.({ when: { type: 'quiet' }, action }, trace.scenario)}</code>
        </p>
        <button type="submit" class="isl-primary" aria-disabled={action === null}>
          <Icon name="inject" /> {text(words, 'lab.inject.do')}
        </button>
      </div>
    </form>
  );
}
