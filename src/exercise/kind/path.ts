import { happened } from '../../narration/happened.ts';
import { outcomesOf } from '../../narration/outcome.ts';
import { reasonsOf } from '../../narration/reason.ts';
import { sentence, type Clause, type Sentence } from '../../narration/sentence.ts';
import { peerOf } from '../../simulation/scenario.ts';
import type { Trace } from '../../simulation/trace.ts';
import { difficultyIn } from '../difficulty.ts';
import type { Draft } from '../draft.ts';
import type { Explained, PathField, PathMistake } from '../field.ts';
import { explained, mistakeOf } from '../option.ts';
import { chosen } from '../random.ts';
import { walksOf, type OwnMoment, type Walk, type WalkStep } from './path-walks.ts';
import { mistakesAbout } from './state-mistakes.ts';

const KEY = 'exercise.path';

/** What happened to the host, and what it sent. */
function told(moment: OwnMoment, trace: Trace): readonly Sentence[] {
  const sent = moment.kind === 'endpoint' ? outcomesOf(moment, trace).filter(({ kind }) => kind === 'sent') : [];
  return [happened(moment, trace), ...sent.map((it) => it.sentence)];
}

/** The clause of the rule that changed the state. */
function clauseOf(moment: OwnMoment, trace: Trace): Clause | null {
  if (moment.kind === 'crash') return null;
  return reasonsOf(moment, trace).findLast(({ rule }) => !rule.startsWith('output.'))?.clause ?? null;
}

/** Wrong next states that a misconception leads to: from what changed the state, or from what did not. */
function mistakesOf({ steps }: Walk, name: string): readonly PathMistake[] {
  return steps.flatMap(({ from, to, via, moment, idle }, after) => {
    const changed = mistakesAbout(to, { own: true, name, before: from, moment });
    const unchanged = idle.flatMap((one) => mistakesAbout(from, { own: true, name, before: from, moment: one }));
    const wrong = [...changed, ...unchanged].filter(({ value }, at, all) => value !== to && value !== via && all.findIndex((one) => one.value === value) === at);
    return wrong.map((one) => ({ ...mistakeOf({ ...one, why: [explained(sentence(`exercise.state.meaning.${one.value}`))] }), after }));
  });
}

function stepWhy({ from, moment }: WalkStep, name: string, trace: Trace): readonly Explained[] {
  return [explained(sentence(`${KEY}.why.next`, { host: name, state: from })), explained(happened(moment, trace))];
}

function stepExplained({ from, to, moment }: WalkStep, name: string, trace: Trace): readonly Explained[] {
  const change = sentence('narration.outcome.state', { host: name, stateBefore: from, stateAfter: to });
  return [explained(happened(moment, trace)), explained(change, clauseOf(moment, trace))];
}

/** Where the text of the RFC passes through a state that Figure 5 leaves out, both are right. */
function acceptedOf(steps: readonly WalkStep[]): PathField['accepted'] {
  const way = steps.map(({ to }) => to);
  const through = steps.flatMap(({ via, to }) => (via === null ? [to] : [via, to]));
  return through.length === way.length ? [way] : [way, through];
}

/** Why a step is wrong behind the last of the told ones. */
function overWhy(last: WalkStep | undefined, name: string, peer: string): readonly (readonly Explained[])[] {
  if (last === undefined || last.via === null) return [[explained(sentence(`${KEY}.why.over`, { host: name }))]];
  const through = [explained(sentence(`${KEY}.why.through`, { host: name, peer, state: last.to }))];
  return [through, through];
}

/** What the host counts on when the walk begins, as far as there is a connection. */
function numbers({ moment }: WalkStep, name: string, peer: string): readonly Sentence[] {
  const { state, snd, rcv } = moment.before;
  if (state === 'CLOSED' || state === 'LISTEN') return [];
  const both = state === 'SYN-SENT' ? '' : '.both';
  return [sentence(`${KEY}.given${both}`, { host: name, peer, sndNxt: snd.nxt, rcvNxt: rcv.nxt })];
}

function fieldOf(walk: Walk, start: string, name: string, peer: string, trace: Trace): PathField {
  const { steps } = walk;
  return {
    type: 'path',
    id: 'path',
    label: sentence(`${KEY}.field`, { host: name }),
    start,
    accepted: acceptedOf(steps),
    mistakes: mistakesOf(walk, name),
    otherwise: [...steps.map((step) => stepWhy(step, name, trace)), ...overWhy(steps.at(-1), name, peer)],
    unfinished: [explained(sentence(`${KEY}.why.unfinished`, { host: name }))],
    explanation: steps.flatMap((step) => stepExplained(step, name, trace)),
  };
}

/** Which way does a host take through the states of Figure 5? What happens to it is told in words. */
export function makePath(trace: Trace, seed: number): Draft | null {
  const walk = chosen(walksOf(trace), seed);
  const [first] = walk?.steps ?? [];
  if (walk === null || first === undefined) return null;
  const { host, steps } = walk;
  const name = trace.scenario.hosts[host].name;
  const peer = trace.scenario.hosts[peerOf(host)].name;
  const moments = steps.flatMap(({ idle, moment }) => [...idle, moment]);
  return {
    topic: 'states',
    difficulty: difficultyIn(trace, steps.length > 3 ? 2 : 1),
    figure: { type: 'states', host, until: first.moment.index },
    play: { from: first.moment.index, scenario: null },
    given: [...numbers(first, name, peer), ...moments.flatMap((moment) => told(moment, trace))],
    question: sentence(`${KEY}.question`, { host: name, state: first.from }),
    hint: sentence(`${KEY}.hint`, { host: name }),
    fields: [fieldOf(walk, first.from, name, peer, trace)],
  };
}
