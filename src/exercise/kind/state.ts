import { HOST_IDS, type HostId } from '../../simulation/scenario.ts';
import { stateAfter } from '../../simulation/state-after.ts';
import type { Moment, Trace } from '../../simulation/trace.ts';
import { ACK, FIN, RST, SYN, has } from '../../tcp/flags.ts';
import type { State } from '../../tcp/state.ts';
import { reasonsOf } from '../../narration/reason.ts';
import { sentence, type Sentence } from '../../narration/sentence.ts';
import type { Draft } from '../draft.ts';
import { difficultyIn } from '../difficulty.ts';
import type { ChoiceField, Explained } from '../field.ts';
import { runUntil } from '../figure.ts';
import { givenAt } from '../given.ts';
import { explained } from '../option.ts';
import { chosen } from '../random.ts';
import { topicAt } from '../topic.ts';
import { stateOptions } from './state-options.ts';

/** Whether the moment makes one think about states: an arrival, a loss, a crash, or a call or timeout that changes one. */
function worthAsking(moment: Moment): boolean {
  if (moment.kind === 'lost' || moment.kind === 'crash') return true;
  if (moment.kind !== 'endpoint') return false;
  const { event } = moment;
  if (event.type === 'SEGMENT ARRIVES') return true;
  return moment.before.state !== moment.after.state && event.type !== 'LISTEN' && !(event.type === 'OPEN' && event.mode === 'passive');
}

function explanation(trace: Trace, host: HostId, moment: Moment, before: State, right: State): readonly Explained[] {
  const names = { host: trace.scenario.hosts[host].name, state: right };
  const meaning = explained(sentence(`exercise.state.meaning.${right}`));
  if (moment.kind === 'endpoint' && moment.host === host) return [...reasonsOf(moment, trace), meaning];
  if (moment.kind === 'crash' && moment.host === host) return [explained(sentence('exercise.state.crashed', names))];
  return [explained(sentence(moment.kind === 'lost' ? 'exercise.state.lost' : 'exercise.state.unaffected', { ...names, state: before }))];
}

function field(trace: Trace, host: HostId, moment: Moment): ChoiceField {
  const before = stateAfter(trace, host, moment.index);
  const right = stateAfter(trace, host, moment.index + 1);
  return {
    type: 'choice',
    id: host,
    label: sentence('exercise.state.field', { host: trace.scenario.hosts[host].name }),
    options: stateOptions(host, before, right, moment, trace),
    accepted: [right],
    explanation: explanation(trace, host, moment, before, right),
  };
}

function hintFor(moment: Moment): string {
  if (moment.kind !== 'endpoint') return moment.kind === 'crash' ? 'crash' : 'lost';
  const { event } = moment;
  if (event.type !== 'SEGMENT ARRIVES') return event.type.endsWith('TIMEOUT') ? 'timeout' : 'call';
  const telling = [['rst', RST], ['syn', SYN], ['fin', FIN], ['ack', ACK]] as const;
  return telling.find(([, bit]) => has(event.segment.flags, bit))?.[0] ?? 'ack';
}

function hint(moment: Moment): Sentence {
  return sentence(`exercise.state.hint.${hintFor(moment)}`);
}

/** Which state is each side in after the moment? The figure ends before it; the moment is told in words. */
export function makeState(trace: Trace, seed: number): Draft | null {
  const moment = chosen(trace.moments.filter(worthAsking), seed);
  if (moment === null) return null;
  return {
    topic: topicAt(moment, trace, 'states'),
    difficulty: difficultyIn(trace, 1),
    figure: runUntil(moment.index),
    play: { from: moment.index, scenario: null },
    given: givenAt(moment, trace),
    question: sentence('exercise.state.question'),
    hint: hint(moment),
    fields: HOST_IDS.map((host) => field(trace, host, moment)),
  };
}
