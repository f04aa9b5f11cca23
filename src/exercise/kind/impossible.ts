import { segmentShown, type SegmentPart } from '../../diagram/shown.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import { peerOf } from '../../simulation/scenario.ts';
import { ACK, FIN, RST, SYN, has } from '../../tcp/flags.ts';
import { finCame } from '../../tcp/state.ts';
import { segmentText } from '../../narration/segment-text.ts';
import { sentence } from '../../narration/sentence.ts';
import { difficultyIn } from '../difficulty.ts';
import type { Draft } from '../draft.ts';
import type { ChoiceField, Option } from '../field.ts';
import { givenDuring } from '../given.ts';
import { memoised } from '../../simulation/memoised.ts';
import { explained, rightOption, wrongOption } from '../option.ts';
import { chosen } from '../random.ts';
import { topicAt } from '../topic.ts';
import { alterations, type Alteration } from './impossible-places.ts';
import { segmentLabel } from './segment-label.ts';

const KEY = 'exercise.impossible';

/** How many segments are offered at most: the changed one and its neighbours. */
const OFFERED = 6;

const PARTS: readonly SegmentPart[] = ['flags', 'seq', 'ack', 'length'];

/** Which misconception makes one take a segment for impossible that is as it should be. */
function misconceptionOf({ segment, from, id }: Flight, trace: Trace): string | null {
  const { flags, length } = segment;
  const moment = trace.moments.find((one) => one.kind === 'endpoint' && one.sent.includes(id));
  if (moment?.kind !== 'endpoint' || has(flags, RST)) return null;
  if (has(flags, SYN)) {
    if (length > 0) return 'syn-never-carries-data';
    return has(flags, ACK) && moment.before.state === 'SYN-SENT' ? 'syn-in-syn-sent-gets-ack' : null;
  }
  if (has(flags, FIN)) {
    if (moment.before.rcv.owed !== 'nothing' && finCame(moment.before.state)) return 'close-takes-four';
    return trace.scenario.hosts[from].name === 'server' && !finCame(moment.before.state) ? 'only-clients-close' : 'first-fin-has-no-ack';
  }
  return length > 0 && finCame(moment.before.state) ? 'fin-stops-both' : null;
}

/** A segment that is as its TCP sent it. */
function sound(flight: Flight, trace: Trace): Option {
  const { from, segment, id, transmission } = flight;
  const moment = trace.moments.find((one) => one.kind === 'endpoint' && one.sent.includes(id));
  const label = labelOf(flight, trace, segment);
  const misconception = misconceptionOf(flight, trace);
  const names = { host: trace.scenario.hosts[from].name, peer: trace.scenario.hosts[peerOf(from)].name, segment: segmentText(segment), seq: segment.seq, ack: segment.ack };
  const state = moment?.kind === 'endpoint' ? moment.after.state : '';
  const form = has(segment.flags, RST) ? 'reset' : transmission > 1 ? 'again' : has(segment.flags, SYN) ? (has(segment.flags, ACK) ? 'syn-ack' : 'syn') : 'next';
  const why = explained(sentence(`${KEY}.why.${form}`, { ...names, state }));
  return wrongOption({ value: String(id), why: [why], ...(misconception === null ? {} : { misconception }) }, label);
}

function labelOf({ from, to, transmission }: Flight, trace: Trace, segment: Flight['segment']) {
  const { key, params } = segmentLabel({ from, to, segment }, trace);
  return sentence(transmission > 1 ? `${key}.again` : key, params);
}

/** The changed segment and its neighbours that do not read the same, as the figure shows them, in the order of departure. */
function offered({ altered, until }: Alteration, trace: Trace): readonly Option[] {
  const shownAt = new Set(trace.moments.slice(0, until).flatMap((moment) => (moment.kind === 'endpoint' ? moment.sent : [])));
  const all = trace.flights.filter(({ id, origin }) => origin === 'sent' && shownAt.has(id));
  const wanted = all.find(({ id }) => id === altered.flight);
  if (wanted === undefined) return [];
  const right = rightOption(String(altered.flight), labelOf(wanted, trace, segmentShown(wanted, { altered: [altered] })));
  const near = all.filter((flight) => flight !== wanted).toSorted((a, b) => Math.abs(a.id - altered.flight) - Math.abs(b.id - altered.flight));
  const said = new Set([JSON.stringify(right.label)]);
  const others = near.map((flight) => sound(flight, trace)).filter(({ label }) => {
    const text = JSON.stringify(label);
    return !said.has(text) && said.add(text);
  });
  return [right, ...others.slice(0, OFFERED - 1)].toSorted((a, b) => Number(a.value) - Number(b.value));
}

/** The parts that may be named: where the ACK bit is changed, the acknowledgment is too. */
function partsOf({ altered }: Alteration, trace: Trace): readonly SegmentPart[] {
  const flags = trace.flights[altered.flight]?.segment.flags ?? 0;
  return altered.part === 'flags' && ((altered.value ^ flags) & ACK) > 0 ? ['flags', 'ack'] : [altered.part];
}

function partField(alteration: Alteration, trace: Trace): ChoiceField {
  const accepted = partsOf(alteration, trace);
  const options = PARTS.map((part) => {
    const label = sentence(`exercise.next-segment.field.${part}`);
    return accepted.includes(part) ? rightOption(part, label) : wrongOption({ value: part, why: [explained(sentence(`${KEY}.part.why.${part}`))] }, label);
  });
  return { type: 'choice', id: 'part', label: sentence(`${KEY}.field.part`), options, accepted, explanation: [...alteration.why, ...alteration.explanation] };
}

function segmentField(alteration: Alteration, options: readonly Option[], trace: Trace): ChoiceField {
  const { altered, moment } = alteration;
  const { before, after, host, event } = moment;
  const arrives = event.type === 'SEGMENT ARRIVES';
  const truth = trace.flights[altered.flight];
  const facts = { host: trace.scenario.hosts[host].name, state: before.state, sndNxt: before.snd.nxt, rcvNxt: arrives ? after.rcv.nxt : before.rcv.nxt };
  const isNew = before.state === 'CLOSED' || before.state === 'LISTEN';
  const knew = isNew ? (arrives ? 'heard' : 'fresh') : before.state === 'SYN-SENT' && !arrives ? 'unheard' : 'both';
  return {
    type: 'choice',
    id: 'segment',
    label: sentence(`${KEY}.field.segment`),
    options,
    accepted: [String(altered.flight)],
    explanation: [
      explained(sentence(`${KEY}.knew.${knew}`, facts)),
      explained(sentence(`${KEY}.truth`, { ...facts, segment: truth === undefined ? '' : segmentText(truth.segment) })),
    ],
  };
}

/** The changes that can be asked for, with the segments that are offered: where there are too few to choose from, none. */
const questions = memoised((trace: Trace) => alterations(trace).map((alteration) => ({ alteration, options: offered(alteration, trace) })).filter(({ options }) => options.length > 2));

/** Which segment of the figure, and which part of it, has been changed into what no TCP could have sent? */
export function makeImpossible(trace: Trace, seed: number): Draft | null {
  const asked = chosen(questions(trace), seed);
  if (asked === null) return null;
  const { alteration, options } = asked;
  const { altered, moment, until } = alteration;
  return {
    topic: topicAt(moment, trace, altered.part === 'flags' ? 'flags' : 'numbers'),
    difficulty: difficultyIn(trace, 2),
    figure: { type: 'sequence', until, blanks: [], altered: [altered] },
    play: { from: moment.index, scenario: null },
    given: givenDuring([], trace),
    question: sentence(`${KEY}.question`),
    hint: sentence(`${KEY}.hint`),
    fields: [segmentField(alteration, options, trace), partField(alteration, trace)],
  };
}
