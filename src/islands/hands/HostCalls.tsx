import { useState } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import type { HostId } from '../../simulation/scenario.ts';
import { endpointOf, type World } from '../../simulation/world.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { NumberField } from '../NumberField.tsx';
import { numberIn } from '../number-text.ts';
import { hostLabel, text } from '../text.ts';
import { MAIN_CALLS, offeredCall, otherCalls, type CallName, type HostAction } from './calls.ts';

interface Props {
  /** Unique on the page. */
  readonly id: string;
  readonly world: World;
  readonly host: HostId;
  readonly connection: number;
  readonly words: Words;
  readonly onAction: (action: HostAction) => void;
}

const ICONS: Readonly<Record<CallName, IconName>> = {
  listen: 'listen',
  connect: 'connect',
  accept: 'accept',
  send: 'send',
  sendUrgently: 'urgent',
  stopReading: 'pause',
  readOn: 'play',
  read: 'read',
  close: 'close',
  closeBoth: 'close-both',
  abort: 'abort',
  askStatus: 'status',
  crash: 'crash',
};

/** A million octets are some 700 segments: more would only be waited for. */
const BOUNDS = { least: 1, most: 1_000_000 };

/** What one host's user can do: four calls at hand, the others behind them. */
export function HostCalls({ id, world, host, connection, words, onAction }: Props) {
  const [sending, setSending] = useState('100');
  const [reading, setReading] = useState('500');
  const { name } = world.scenario.hosts[host];
  const octets = words['lab.calls.octets'] ?? '';
  const others = otherCalls(world, host, connection);
  const offers = [...MAIN_CALLS, ...others].map((type) => {
    const length = type === 'read' ? numberIn(reading, BOUNDS) : type.startsWith('send') ? numberIn(sending, BOUNDS) : null;
    return { type, isIdle: length?.ok === false, ...offeredCall(world, type, host, connection, length?.ok === true ? length.value : 1) };
  });
  const signals = [...new Set(offers.flatMap(({ refusal }) => refusal ?? []))];
  const noteOf = (signal: string | null) => (signal === null ? undefined : `${id}-no-${String(signals.findIndex((one) => one === signal))}`);

  const call = (wanted: CallName) => {
    const offer = offers.find(({ type }) => type === wanted);
    if (offer?.isIdle === false) onAction(offer.action);
  };
  // Enter in the field does what the button beside it does.
  const submitted = (type: CallName) => (event: Event) => {
    event.preventDefault();
    call(type);
  };
  const button = (wanted: CallName) =>
    offers
      .filter(({ type }) => type === wanted)
      .map(({ type, refusal, isIdle }) => (
        <button key={type} type="button" class="isl-call" data-refused={refusal !== null} aria-disabled={isIdle} aria-describedby={noteOf(refusal)} onClick={() => call(type)}>
          <Icon name={ICONS[type]} />
          <span>{text(words, `lab.calls.${type}`)}</span>
        </button>
      ));

  return (
    <div class="isl-host-calls" data-host={host} role="group" aria-label={text(words, 'lab.calls.of', { host: name })}>
      <p class="isl-host-name">
        <strong>{hostLabel(words, name)}</strong> {endpointOf(world, host, connection).state}
      </p>
      <div class="isl-call-grid">{MAIN_CALLS.filter((type) => type !== 'send').map(button)}</div>
      <form noValidate onSubmit={submitted('send')}>
        <NumberField label={text(words, 'lab.calls.send.length')} isLabelHidden unit={octets} typed={sending} {...BOUNDS} words={words} onType={setSending}>
          {button('send')}
        </NumberField>
      </form>
      {signals.map((signal) => (
        <p key={signal} class="isl-hands-note isl-refusal" id={noteOf(signal)}>
          {text(words, 'lab.calls.refused', { signal })}
        </p>
      ))}
      <details class="isl-more">
        <summary>{text(words, 'lab.calls.more')}</summary>
        <div class="isl-call-grid">{others.filter((type) => type !== 'read').map(button)}</div>
        {others.includes('read') && (
          <form noValidate onSubmit={submitted('read')}>
            <NumberField label={text(words, 'lab.calls.read.length')} isLabelHidden unit={octets} typed={reading} {...BOUNDS} words={words} onType={setReading}>
              {button('read')}
            </NumberField>
          </form>
        )}
      </details>
    </div>
  );
}
