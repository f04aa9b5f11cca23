import type { Flight, Moment, Trace } from '../../simulation/trace.ts';
import { narrateMoment } from '../../narration/narrate.ts';
import { segmentText } from '../../narration/segment-text.ts';
import { sentence, type Sentence } from '../../narration/sentence.ts';
import type { Draft } from '../draft.ts';
import { difficultyIn } from '../difficulty.ts';
import type { Explained, Precedence } from '../field.ts';
import { runUntil } from '../figure.ts';
import { givenDuring } from '../given.ts';
import { explained, rightOption } from '../option.ts';
import { chosen, randomOf, shuffled } from '../random.ts';
import { topicAt } from '../topic.ts';
import { segmentLabel } from './segment-label.ts';

/** How many segments are to be put in order. */
const SIZES = [5, 4, 3] as const;

function label(flight: Flight, trace: Trace): Sentence {
  const { key, params } = segmentLabel(flight, trace);
  return flight.transmission > 1 ? sentence(`${key}.again`, params) : sentence(key, params);
}

function value({ id }: Flight): string {
  return String(id);
}

/** Whether the trace leaves no doubt that `a` was sent before `b`: by one host, or `b` when `a` was no longer on its way. Segments that cross may stand either way, and so may a timer's that falls on the same instant. */
function precedes(a: Flight, b: Flight, delay: number): boolean {
  const byChance = b.transmission > 1 || a.transmission > 1;
  const [end, strict] = a.from === b.from ? [a.sentAt, byChance] : [a.arrivesAt ?? a.sentAt + delay, b.transmission > 1];
  return a.id < b.id && (end < b.sentAt || (end === b.sentAt && !strict));
}

function why(a: Flight, b: Flight, trace: Trace): Explained {
  const { hosts } = trace.scenario;
  const facts = { first: segmentText(a.segment), second: segmentText(b.segment), from: hosts[a.from].name, to: hosts[a.to].name };
  if (facts.first === facts.second) return explained(sentence('exercise.order.why.again', facts));
  if (a.from === b.from) return explained(sentence('exercise.order.why.same', facts));
  return explained(sentence(a.fate === 'lost' ? 'exercise.order.why.lost' : 'exercise.order.why.answer', facts));
}

function precedences(window: readonly Flight[], trace: Trace): readonly Precedence[] {
  const { delay } = trace.scenario;
  const before = (a: Flight, b: Flight) => precedes(a, b, delay);
  const follows = (a: Flight, b: Flight) => window.some((between) => before(a, between) && before(between, b));
  return window.flatMap((a) =>
    window
      .filter((b) => before(a, b) && !follows(a, b))
      .map((b) => ({ first: value(a), second: value(b), why: why(a, b, trace) })),
  );
}

function told(flight: Flight): string {
  return `${flight.from} ${String(flight.transmission > 1)} ${segmentText(flight.segment)}`;
}

/** Runs of segments that begin with the first of a moment, in which no two look alike and the order is not free. */
function windows(trace: Trace): readonly (readonly Flight[])[] {
  const sent = trace.flights.filter(({ origin }) => origin === 'sent');
  const firsts = new Set(trace.moments.flatMap((moment) => (moment.kind === 'endpoint' ? moment.sent.slice(0, 1) : [])));
  const starts = sent.flatMap(({ id }, at) => (firsts.has(id) ? [at] : []));
  const runs = SIZES.flatMap((size) => starts.map((from) => sent.slice(from, from + size)).filter(({ length }) => length === size));
  return runs.filter((run) => new Set(run.map(told)).size === run.length && precedences(run, trace).length >= run.length - 1);
}

function sending(trace: Trace, flight: Flight | undefined): Moment | null {
  return trace.moments.find((moment) => moment.kind === 'endpoint' && flight !== undefined && moment.sent.includes(flight.id)) ?? null;
}

function explanation(window: readonly Flight[], trace: Trace): readonly Explained[] {
  return window.flatMap((flight) => {
    const moment = sending(trace, flight);
    if (moment === null) return [];
    const { happened, reasons } = narrateMoment(moment, trace);
    const last = reasons.at(-1);
    return [explained(happened), ...(last === undefined ? [] : [last])];
  });
}

/** Put the next segments in the order in which they are sent. The figure ends before the first of them. */
export function makeOrder(trace: Trace, seed: number): Draft | null {
  const window = chosen(windows(trace), seed);
  const [first, last] = [sending(trace, window?.[0]), sending(trace, window?.at(-1))];
  if (window === null || first === null || last === null) return null;
  const items = window.map((flight) => rightOption(value(flight), label(flight, trace)));
  return {
    topic: topicAt(first, trace, 'numbers'),
    difficulty: difficultyIn(trace, window.length > 3 ? 2 : 1),
    figure: runUntil(first.index),
    play: { from: first.index, scenario: null },
    given: givenDuring(trace.moments.slice(first.index, last.index + 1), trace),
    question: sentence('exercise.order.question', { count: window.length }),
    hint: sentence('exercise.order.hint'),
    fields: [
      {
        type: 'order',
        id: 'order',
        label: sentence('exercise.order.field'),
        items: shuffled(items, randomOf(seed)),
        precedences: precedences(window, trace),
        accepted: window.map(value),
        explanation: explanation(window, trace),
      },
    ],
  };
}
