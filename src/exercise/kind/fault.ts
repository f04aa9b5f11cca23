import type { Moment, Trace } from '../../simulation/trace.ts';
import { happened } from '../../narration/happened.ts';
import { sentence, type Sentence } from '../../narration/sentence.ts';
import type { Difficulty } from '../difficulty.ts';
import type { Draft } from '../draft.ts';
import type { Explained, Field, Option } from '../field.ts';
import { givenDuring } from '../given.ts';
import { explained } from '../option.ts';
import { chosen, randomOf, shuffled, type Random } from '../random.ts';
import { faultCases, type FaultCase, type SuspectRun } from './fault-case.ts';
import { discrepancy, recordsOf } from './fault-record.ts';
import { suspectLabel } from './fault-suspect.ts';

const KEY = 'exercise.fault';

/** How many wrong options there are at most. */
const WRONG = 3;
/** How many right ones there are at most where several look the same. */
const RIGHT = 3;

/** How near a wrong option is to the truth: the same segment, the same sort of fault, or nothing at all. */
function nearness({ suspect }: SuspectRun, { truth }: FaultCase): number {
  if (suspect.type === 'nothing') return 3;
  const one = 'flight' in suspect ? suspect.flight : null;
  const other = 'flight' in truth.suspect ? truth.suspect.flight : null;
  const sameFlight = one !== null && one.id === other?.id ? 2 : 0;
  return sameFlight + (suspect.type === truth.suspect.type ? 1 : 0);
}

/** What the record would be if that had gone wrong instead. */
function whyNot({ trace }: SuspectRun, { records, view }: FaultCase): readonly Explained[] {
  const found = discrepancy(records, recordsOf(trace, view));
  if (found === null) return [];
  const { host, at, segment, way, isOnView } = found;
  return [explained(sentence(`${KEY}.why.${isOnView ? 'not' : 'instead'}.${way}`, { host, at, segment }))];
}

function rightOptionOf(one: SuspectRun, of: FaultCase): Option {
  const why = of.view.length > 1 ? [] : [explained(sentence(`${KEY}.fits`))];
  return { value: one.name, label: suspectLabel(one.suspect, of.calm.scenario), misconception: null, why };
}

function wrongOptionOf(one: SuspectRun, of: FaultCase): Option {
  return { value: one.name, label: suspectLabel(one.suspect, of.calm.scenario), misconception: null, why: whyNot(one, of) };
}

/** What the fault does, and by which moment of its run it shows. */
function explanation({ truth, same, view, calm }: FaultCase, right: number): readonly Explained[] {
  const { suspect, trace } = truth;
  const { hosts } = calm.scenario;
  const names = 'flight' in suspect ? { from: hosts[suspect.flight.from].name, to: hosts[suspect.flight.to].name } : 'host' in suspect ? { host: hosts[suspect.host].name } : {};
  const wire = trace.moments.find(({ kind }) => kind !== 'endpoint');
  const both = view.length > 1 ? [] : [explained(sentence(`${KEY}.one-side`, { host: hosts[view[0] ?? 'A'].name }))];
  return [
    ...(wire === undefined ? [] : [explained(happened(wire, trace))]),
    explained(sentence(`${KEY}.shows.${suspect.type}`, names)),
    ...(same.length > 1 && right > 1 ? both : []),
  ];
}

function field(of: FaultCase, random: Random): Field {
  const { truth, same, others, view } = of;
  const near = shuffled(others, random).toSorted((a, b) => nearness(b, of) - nearness(a, of));
  const twins = view.length > 1 ? [] : same.filter((one) => one !== truth).slice(0, RIGHT - 1);
  const right = [truth, ...twins];
  const options = shuffled([...right.map((one) => rightOptionOf(one, of)), ...near.slice(0, WRONG).map((one) => wrongOptionOf(one, of))], random);
  const shared = { id: 'fault', options, accepted: right.map(({ name }) => name), explanation: explanation(of, right.length) };
  return view.length > 1 ? { ...shared, type: 'choice', label: sentence(`${KEY}.field.one`) } : { ...shared, type: 'many', label: sentence(`${KEY}.field.all`) };
}

function isCall(moment: Moment): boolean {
  return moment.kind === 'endpoint' && moment.event.type !== 'SEGMENT ARRIVES' && !moment.event.type.endsWith('TIMEOUT');
}

/** The numbers at the start, how long a segment takes, and what the users want. */
function given({ calm }: FaultCase): readonly Sentence[] {
  const calls = calm.moments.filter(isCall);
  return [...givenDuring([], calm), sentence(`${KEY}.link`, { after: calm.scenario.delay }), sentence(`${KEY}.calls`), ...calls.map((moment) => happened(moment, calm))];
}

function difficulty({ truth, view, same }: FaultCase): Difficulty {
  if (view.length === 1) return same.length > 1 ? 3 : 2;
  return truth.suspect.type === 'lose' || truth.suspect.type === 'nothing' ? 1 : 2;
}

/** Where the run begins to be another than the calm one, for the simulator. */
function beginOf({ truth, calm }: FaultCase): number {
  const { suspect, trace } = truth;
  const wire = trace.moments.findIndex(({ kind }) => kind !== 'endpoint');
  if (wire >= 0) return wire;
  const flight = 'flight' in suspect ? suspect.flight.id : -1;
  const sending = calm.moments.findIndex((moment) => moment.kind === 'endpoint' && moment.sent.includes(flight));
  return Math.max(0, sending);
}

/** Which fault explains what was recorded at both hosts, or at one of them? */
export function makeFault(trace: Trace, seed: number): Draft | null {
  const of = chosen(faultCases(trace), seed);
  if (of === null) return null;
  const { truth, view, records, calm } = of;
  const random = randomOf(seed);
  const host = calm.scenario.hosts[view[0] ?? 'A'].name;
  return {
    topic: truth.suspect.type === 'crash' ? 'resets' : 'loss',
    difficulty: difficulty(of),
    figure: { type: 'records', records },
    play: { from: beginOf(of), scenario: truth.trace.scenario },
    given: given(of),
    question: view.length > 1 ? sentence(`${KEY}.question.both`) : sentence(`${KEY}.question.one`, { host }),
    hint: sentence(`${KEY}.hint.${view.length > 1 ? 'both' : 'one'}`),
    fields: [field(of, random)],
  };
}
