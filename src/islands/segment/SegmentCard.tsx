import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { flagsText } from '../../narration/segment-text.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import { ACK, SYN, has } from '../../tcp/flags.ts';
import { seqAdd } from '../../tcp/seq.ts';
import { Header } from '../header/Header.tsx';
import { senderOf } from '../header/sender.ts';
import { Icon } from '../Icon.tsx';
import { InTurn } from '../instrument/InTurn.tsx';
import { hostLabel, text } from '../text.ts';
import { Facts } from './Facts.tsx';
import { Notes } from './notes.ts';
import './segment.css';

interface Props {
  readonly trace: Trace;
  /** How many moments are on view. */
  readonly shown: number;
  readonly flight: Flight;
  readonly words: Words;
  /** Shows so many moments. */
  readonly onGo: (shown: number) => void;
  /** What can be done to the segment. */
  readonly children?: ComponentChildren;
}

/** The segment that the reader has chosen: what it says, what became of it, what can be done to it, and its header. */
export function SegmentCard({ trace, shown, flight, words, onGo, children }: Props) {
  const { hosts } = trace.scenario;
  const { from, to, segment } = flight;
  const shift = has(segment.flags, SYN) ? 0 : (senderOf(trace, flight)?.tcb.rcv.shift ?? 0);
  return (
    <div class="isl-card" role="group" data-host={from} aria-label={text(words, 'lab.segment.title')}>
      <p class="isl-card-title">
        <strong>{flagsText(segment.flags)}</strong>
        <span class="isl-card-way">
          <span data-host={from}>{hostLabel(words, hosts[from].name)}</span> <Icon name="right" label="→" /> <span data-host={to}>{hostLabel(words, hosts[to].name)}</span>
        </span>
      </p>
      <dl class="isl-card-numbers">
        <Number name="SEQ" value={segment.length > 0 ? `${String(segment.seq)}–${String(seqAdd(segment.seq, segment.length - 1))}` : segment.seq} />
        <Number name="ACK" value={has(segment.flags, ACK) ? segment.ack : '–'} />
        <Number name="LEN" value={segment.length} />
        <Number name="WND" value={shift > 0 ? `${String(segment.wnd)} × ${String(2 ** shift)}` : segment.wnd} />
      </dl>
      <Facts trace={trace} shown={shown} flight={flight} words={words} onGo={onGo} />
      {useContext(Notes).about(flight)}
      {children}
      <details class="isl-card-header" open>
        <summary>{text(words, 'lab.header.title')}</summary>
        <InTurn waits>{() => <Header trace={trace} flight={flight} words={words} />}</InTurn>
      </details>
    </div>
  );
}

function Number({ name, value }: { readonly name: string; readonly value: string | number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
