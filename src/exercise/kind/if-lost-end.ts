import { peerOf, type HostId } from '../../simulation/scenario.ts';
import { tcbAfter } from '../../simulation/tcb-after.ts';
import type { Trace } from '../../simulation/trace.ts';
import { ACK } from '../../tcp/flags.ts';
import type { State } from '../../tcp/state.ts';
import { sentence, type Sentence } from '../../narration/sentence.ts';
import type { ChoiceField } from '../field.ts';
import { distinct, explained, rightOption, wrongOption, type Wrong } from '../option.ts';
import { shuffled, type Random } from '../random.ts';
import type { LossyRun } from './if-lost-run.ts';

const KEY = 'exercise.if-lost.end';

type Ends = Readonly<Record<HostId, State>>;

function valueOf({ A, B }: Ends): string {
  return `${A} ${B}`;
}

function labelOf({ A, B }: Ends, { scenario: { hosts } }: Trace): Sentence {
  return sentence(`${KEY}.pair`, { sender: hosts.A.name, receiver: hosts.B.name, stateA: A, stateB: B });
}

interface WrongEnds {
  readonly ends: Ends;
  readonly why: string;
  readonly misconception?: string;
}

/** Ends that a learner may expect, likeliest first. */
function mistaken(base: Trace, { trace, lost, at }: LossyRun): readonly WrongEnds[] {
  const { from, to, segment } = lost;
  const right: Ends = { A: trace.end.A.state, B: trace.end.B.state };
  const [sender, receiver] = [tcbAfter(trace, from, at).state, tcbAfter(trace, to, at).state];
  const halfMade = receiver === 'SYN-RECEIVED' && segment.flags === ACK;
  const waits = ([from, to] as const).filter((host) => right[host] === 'CLOSE-WAIT');
  return [
    { ends: { A: base.end.A.state, B: base.end.B.state }, why: 'differs' },
    { ends: { ...right, [to]: receiver }, why: 'stuck' },
    halfMade ? { ends: { A: 'CLOSED', B: 'CLOSED' }, why: 'no-reset', misconception: 'lost-third-ack-resets' } : { ends: { A: 'CLOSED', B: 'CLOSED' }, why: 'no-reset' },
    ...waits.map((host): WrongEnds => ({ ends: { ...right, [host]: 'CLOSED' }, why: 'waits', misconception: 'close-wait-is-a-timer' })),
    ...waits.map((host): WrongEnds => ({ ends: { ...right, [peerOf(host)]: 'TIME-WAIT' }, why: 'waits' })),
    { ends: { ...right, [from]: sender }, why: 'stuck' },
    { ends: { ...right, [from]: sender, [to]: receiver }, why: 'stuck' },
    { ends: { ...right, [from]: 'CLOSED' }, why: 'no-reset' },
    { ends: { ...right, [from]: 'TIME-WAIT' }, why: 'wait-ends' },
    { ends: { ...right, [to]: 'CLOSED' }, why: 'no-reset' },
    { ends: { ...right, [to]: 'TIME-WAIT' }, why: 'wait-ends' },
  ];
}

/** In which states do both hosts end? Asked where the run ends by itself. */
export function endField(base: Trace, lossy: LossyRun, random: Random): ChoiceField {
  const { trace } = lossy;
  const right: Ends = { A: trace.end.A.state, B: trace.end.B.state };
  const all = mistaken(base, lossy);
  const wrong = distinct(all.map(({ ends, why, misconception }): Wrong => ({
    value: valueOf(ends),
    why: [explained(sentence(`${KEY}.why.${why}`))],
    ...(misconception === undefined ? {} : { misconception }),
  })), valueOf(right), 3);
  const options = wrong.map((one) => wrongOption(one, labelOf(all.find(({ ends }) => valueOf(ends) === one.value)?.ends ?? right, trace)));
  const same = valueOf({ A: base.end.A.state, B: base.end.B.state }) === valueOf(right);
  return {
    type: 'choice',
    id: 'end',
    label: sentence('exercise.if-lost.field.end'),
    options: shuffled([rightOption(valueOf(right), labelOf(right, trace)), ...options], random),
    accepted: [valueOf(right)],
    explanation: [explained(sentence(`${KEY}.${same ? 'same' : 'other'}`))],
  };
}
