import { peerOf, type HostId } from '../../simulation/scenario.ts';
import { tcbAfter } from '../../simulation/tcb-after.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import { ACK, RST, has, type Flags } from '../../tcp/flags.ts';
import { segLen, segmentOf } from '../../tcp/segment.ts';
import { seqAdd, type Seq } from '../../tcp/seq.ts';
import { SYNCHRONIZED } from '../../tcp/state.ts';
import { happened } from '../../narration/happened.ts';
import { reasonsOf } from '../../narration/reason.ts';
import { segmentText } from '../../narration/segment-text.ts';
import { sentence, type Sentence } from '../../narration/sentence.ts';
import type { ChoiceField } from '../field.ts';
import { distinct, explained, rightOption, wrongOption, type Wrong } from '../option.ts';
import { shuffled, type Random } from '../random.ts';
import type { LossyRun } from './if-lost-run.ts';
import { segmentLabel } from './segment-label.ts';

/** The answer that no segment leaves any more. */
export const NONE = 'none';

type Way = Pick<Flight, 'from' | 'to' | 'segment'>;

interface WrongSegment {
  readonly way: Way | null;
  readonly misconception?: string;
  /** The reason `exercise.if-lost.next.why.<why>`. */
  readonly why: string;
}

function valueOf(way: Way | null): string {
  return way === null ? NONE : `${way.from} ${segmentText(way.segment)}`;
}

function made(from: HostId, flags: Flags, seq: Seq, ack: Seq | null = null): Way {
  return { from, to: peerOf(from), segment: segmentOf({ flags, seq, ...(ack === null ? {} : { ack }) }) };
}

/** What answers the segment where it is not lost. */
function answered(base: Trace, { lost }: LossyRun): readonly WrongSegment[] {
  const arrival = base.moments.find((moment) => moment.kind === 'endpoint' && moment.arrived === lost.id);
  const reply = arrival?.kind === 'endpoint' ? base.flights[arrival.sent[0] ?? -1] : undefined;
  return reply === undefined ? [] : [{ way: reply, why: 'as-if-arrived' }];
}

/** The lost segment once more, though its sender does not send it now; and where it does, with numbers that are not its own. */
function again({ lost, next }: LossyRun): readonly WrongSegment[] {
  const { segment } = lost;
  const { flags, seq } = segment;
  if (next !== null && next.flight.transmission > 1 && next.flight.from === lost.from) {
    return [{ way: { ...lost, segment: { ...segment, seq: seqAdd(seq, segLen(segment)) } }, why: 'same-number' }];
  }
  if (has(flags, RST)) return [{ way: lost, misconception: 'rst-is-fast-fin', why: 'rst-again' }];
  return [{ way: lost, why: segLen(segment) === 0 ? 'bare-ack' : 'not-again' }];
}

function besides({ trace, lost, at }: LossyRun): readonly WrongSegment[] {
  const { from, to, segment } = lost;
  const receiver = tcbAfter(trace, to, at);
  const knows = SYNCHRONIZED.includes(receiver.state) || receiver.state === 'SYN-RECEIVED';
  const halfMade = receiver.state === 'SYN-RECEIVED' && segment.flags === ACK;
  const reset: WrongSegment = { way: made(to, RST, receiver.snd.nxt), why: 'no-reset', ...(halfMade ? { misconception: 'lost-third-ack-resets' } : {}) };
  return [
    ...(knows ? [reset, { way: made(to, ACK, receiver.snd.nxt, receiver.rcv.nxt), why: 'asks' }] : []),
    { way: null, why: 'stalls' },
    { way: made(from, RST, tcbAfter(trace, from, at).snd.nxt), why: 'no-reset' },
  ];
}

/** Which segment leaves next? */
export function nextField(base: Trace, lossy: LossyRun, random: Random): ChoiceField {
  const { trace, lost, next } = lossy;
  const { hosts } = trace.scenario;
  const names = { host: hosts[lost.from].name, peer: hosts[lost.to].name, segment: segmentText(lost.segment) };
  const all = [...answered(base, lossy), ...besides(lossy).slice(0, 1), ...again(lossy), ...besides(lossy).slice(1)];
  const labels = new Map<string, Sentence>();
  const labelOf = (way: Way | null) => (way === null ? sentence('exercise.if-lost.next.none') : segmentLabel(way, trace));
  for (const { way } of all) labels.set(valueOf(way), labelOf(way));
  const wrong = all.map(({ way, misconception, why }): Wrong => {
    const reason = explained(sentence(`exercise.if-lost.next.why.${why}`, names));
    return { value: valueOf(way), why: [reason], ...(misconception === undefined ? {} : { misconception }) };
  });
  const right = valueOf(next?.flight ?? null);
  const options = distinct(wrong, right, 3).map((one) => wrongOption(one, labels.get(one.value) ?? labelOf(null)));
  return {
    type: 'choice',
    id: 'next',
    label: sentence('exercise.if-lost.field.next'),
    options: shuffled([rightOption(right, labelOf(next?.flight ?? null)), ...options], random),
    accepted: [right],
    explanation: next === null ? [explained(sentence('exercise.if-lost.next.stays-quiet', names))] : [explained(happened(next.moment, trace)), ...reasonsOf(next.moment, trace)],
  };
}
