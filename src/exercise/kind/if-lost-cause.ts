import type { HostId } from '../../simulation/scenario.ts';
import { tcbAfter } from '../../simulation/tcb-after.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import { segLen } from '../../tcp/segment.ts';
import { happened } from '../../narration/happened.ts';
import { reasonsOf } from '../../narration/reason.ts';
import { segmentText } from '../../narration/segment-text.ts';
import { sentence, type Sentence } from '../../narration/sentence.ts';
import type { ChoiceField, Explained } from '../field.ts';
import { distinct, explained, rightOption, wrongOption } from '../option.ts';
import { shuffled, type Random } from '../random.ts';
import { NONE } from './if-lost-next.ts';
import type { LossyRun } from './if-lost-run.ts';

const KEY = 'exercise.if-lost.cause';

/** A cause before it becomes an option. */
interface Cause {
  readonly value: string;
  readonly label: Sentence;
}

interface WrongCause extends Cause {
  readonly why: Explained;
}

/** How long the sender had waited when it sent the segment again, ms: since it sent the same numbers last. */
function waited({ flights }: Trace, { from, segment, sentAt }: Flight): number {
  const before = flights.findLast((flight) => flight.from === from && flight.origin === 'sent' && flight.sentAt < sentAt && flight.segment.seq === segment.seq && segLen(flight.segment) > 0);
  return sentAt - (before?.sentAt ?? sentAt);
}

function timer(trace: Trace, host: HostId, after: number): Cause {
  return { value: `timer ${host} ${String(after)}`, label: sentence(`${KEY}.timer`, { host: trace.scenario.hosts[host].name, after }) };
}

const SILENCE: Cause = { value: NONE, label: sentence(`${KEY}.none`) };

function right({ trace, next }: LossyRun): Cause {
  if (next === null) return SILENCE;
  const { moment, flight } = next;
  if (moment.event.type !== 'SEGMENT ARRIVES') return timer(trace, flight.from, waited(trace, flight));
  const arrived = trace.flights[moment.arrived ?? -1];
  const label = sentence(`${KEY}.arrival`, { host: trace.scenario.hosts[moment.host].name, segment: segmentText(moment.event.segment) });
  return { value: `arrival ${String(arrived?.id)}`, label };
}

/** Timers that do not wake anybody here, or not then. */
function timers({ trace, lost, at, next }: LossyRun): readonly WrongCause[] {
  const { hosts, delay } = trace.scenario;
  const because = (why: string, host: HostId) => explained(sentence(`${KEY}.why.${why}`, { host: hosts[host].name }));
  const isTimer = next?.moment.event.type === 'RETRANSMISSION TIMEOUT';
  const after = next !== null && isTimer ? waited(trace, next.flight) : 0;
  const host = next?.flight.from ?? lost.from;
  const early = isTimer && delay > 0 && after !== 2 * delay ? [{ ...timer(trace, host, 2 * delay), why: because('early', host) }] : [];
  const first = isTimer && next.flight.transmission === 2;
  const late = first ? [{ ...timer(trace, host, 2 * after), why: because('not-doubled', host) }] : [];
  const idle = ([lost.from, lost.to] as const).filter((one) => tcbAfter(trace, one, at).queue.length === 0);
  const empty = idle.flatMap((one): readonly WrongCause[] => {
    const { rto } = tcbAfter(trace, one, at).rto;
    return rto > 0 ? [{ ...timer(trace, one, rto), why: because('nothing-to-repeat', one) }] : [];
  });
  return [...empty, ...early, ...late];
}

function besides(lossy: LossyRun): readonly WrongCause[] {
  const { trace, lost, next } = lossy;
  const { hosts } = trace.scenario;
  const names = { host: hosts[lost.from].name, peer: hosts[lost.to].name };
  const because = (why: string) => explained(sentence(`${KEY}.why.${why}`, names));
  const notice: WrongCause = { value: 'notice', label: sentence(`${KEY}.notice`, names), why: because('notice') };
  const asks: WrongCause = { value: 'asks', label: sentence(`${KEY}.asks`, names), why: because('asks') };
  const isAnswer = next?.moment.event.type === 'SEGMENT ARRIVES';
  return [...timers(lossy), notice, ...(next === null ? [] : [{ ...SILENCE, why: because('none') }]), ...(isAnswer ? [] : [asks])];
}

/** What makes it leave, and when? */
export function causeField(lossy: LossyRun, random: Random): ChoiceField {
  const { trace, lost, next } = lossy;
  const key = right(lossy);
  const all = shuffled(besides(lossy), random);
  const wrong = distinct(all.map(({ value, why }) => ({ value, why: [why] })), key.value, 3);
  const options = wrong.map((one) => wrongOption(one, all.find(({ value }) => value === one.value)?.label ?? key.label));
  const names = { host: trace.scenario.hosts[lost.from].name, peer: trace.scenario.hosts[lost.to].name };
  return {
    type: 'choice',
    id: 'cause',
    label: sentence('exercise.if-lost.field.cause'),
    options: shuffled([rightOption(key.value, key.label), ...options], random),
    accepted: [key.value],
    explanation: next === null ? [explained(sentence(`${KEY}.nobody-waits`, names))] : [explained(happened(next.moment, trace)), ...reasonsOf(next.moment, trace).slice(0, 1)],
  };
}
