import { tcbAfter } from '../../simulation/tcb-after.ts';
import type { Moment, Trace } from '../../simulation/trace.ts';
import { HOST_IDS } from '../../simulation/scenario.ts';
import { RST, has } from '../../tcp/flags.ts';
import { segLen } from '../../tcp/segment.ts';
import { happened } from '../../narration/happened.ts';
import { segmentText } from '../../narration/segment-text.ts';
import { sentence, type Sentence } from '../../narration/sentence.ts';
import { difficultyIn, type Difficulty } from '../difficulty.ts';
import type { Draft } from '../draft.ts';
import { runUntil } from '../figure.ts';
import { givenDuring } from '../given.ts';
import { chosen, randomOf } from '../random.ts';
import { topicAt } from '../topic.ts';
import { causeField } from './if-lost-cause.ts';
import { endField } from './if-lost-end.ts';
import { nextField } from './if-lost-next.ts';
import { lossyRuns, type LossyRun } from './if-lost-run.ts';

/** Whether somebody other than TCP and the network does it: a user, a crash, somebody else's segment. */
function isForeign(moment: Moment): boolean {
  if (moment.kind !== 'endpoint') return moment.kind === 'crash' || moment.kind === 'injected';
  return moment.event.type !== 'SEGMENT ARRIVES' && !moment.event.type.endsWith('TIMEOUT');
}

/** The numbers at the start, how long each host waits before it sends again, and what the users do later. */
function given({ trace, at }: LossyRun): readonly Sentence[] {
  const timeouts = HOST_IDS.flatMap((host) => {
    const { rto } = tcbAfter(trace, host, at).rto;
    return rto === 0 ? [] : [sentence('exercise.if-lost.rto', { host: trace.scenario.hosts[host].name, rto })];
  });
  const later = trace.moments.slice(at).filter(isForeign);
  const told = later.length === 0 ? [sentence('exercise.if-lost.nothing-later')] : [sentence('exercise.if-lost.later'), ...later.map((moment) => happened(moment, trace))];
  return [...givenDuring([], trace), ...timeouts, ...told];
}

function hintFor({ segment }: LossyRun['lost']): string {
  if (has(segment.flags, RST)) return 'reset';
  return segLen(segment) > 0 ? 'counted' : 'bare-ack';
}

/** One rule where the sender repeats it, two where somebody else goes on. */
function difficulty(base: Trace, { lost, next }: LossyRun): Difficulty {
  return difficultyIn(base, next?.flight.from === lost.from ? 1 : 2);
}

/** What follows if this segment is lost? The figure ends at the loss; the simulator plays the run with it. */
export function makeIfLost(base: Trace, seed: number): Draft | null {
  const lossy = chosen(lossyRuns(base), seed);
  if (lossy === null) return null;
  const { trace, lost, at } = lossy;
  const { hosts } = trace.scenario;
  const random = randomOf(seed);
  const loss = trace.moments[at];
  const end = trace.ended === 'quiet' ? [endField(base, lossy, random)] : [];
  return {
    topic: loss === undefined ? 'loss' : topicAt(loss, trace, 'loss'),
    difficulty: difficulty(base, lossy),
    figure: runUntil(at),
    play: { from: at, scenario: trace.scenario },
    given: given(lossy),
    question: sentence('exercise.if-lost.question', { from: hosts[lost.from].name, to: hosts[lost.to].name, segment: segmentText(lost.segment) }),
    hint: sentence(`exercise.if-lost.hint.${hintFor(lost)}`, { host: hosts[lost.from].name, peer: hosts[lost.to].name }),
    fields: [nextField(base, lossy, random), causeField(lossy, random), ...end],
  };
}
