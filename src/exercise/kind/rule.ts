import { sentence, type Sentence } from '../../narration/sentence.ts';
import type { Trace } from '../../simulation/trace.ts';
import { difficultyIn } from '../difficulty.ts';
import type { Draft } from '../draft.ts';
import { runUntil } from '../figure.ts';
import { givenAt } from '../given.ts';
import { chosen, randomOf } from '../random.ts';
import { topicAt } from '../topic.ts';
import { decidedIn, type Decided } from './rule-moments.ts';
import { decidingField, decidingOf } from './rule-number.ts';
import { ruleField, sinceFirst } from './rule-options.ts';
import { outcomeField } from './rule-outcome.ts';

const KEY = 'exercise.rule';

/** A moment to ask about, with or without the number that decided. */
interface Asked {
  readonly decided: Decided;
  readonly isHard: boolean;
}

function askable(trace: Trace): readonly Asked[] {
  return decidedIn(trace).flatMap((decided): readonly Asked[] => {
    const easy = { decided, isHard: false };
    return decidingOf(decided) === null ? [easy] : [easy, { decided, isHard: true }];
  });
}

/** What the figure leaves open: the state, in an easy question; how long the host has tried, where its timer expires. */
function besides({ moment }: Decided, trace: Trace, isEasy: boolean): readonly Sentence[] {
  const host = trace.scenario.hosts[moment.host].name;
  const state = isEasy ? [sentence(`${KEY}.given.state`, { host, state: moment.before.state })] : [];
  const times = moment.before.queue[0]?.transmissions;
  const isTimeout = moment.event.type === 'RETRANSMISSION TIMEOUT' && times !== undefined;
  return [...state, ...(isTimeout ? [sentence(`${KEY}.given.tried`, { host, times, after: sinceFirst(moment) })] : [])];
}

/** Which rule of RFC 9293 applies at a moment, what does the host do by it, and which number decided? */
export function makeRule(trace: Trace, seed: number): Draft | null {
  const asked = chosen(askable(trace), seed);
  if (asked === null) return null;
  const { decided, isHard } = asked;
  const { moment } = decided;
  const rule = ruleField(decided, trace, randomOf(seed));
  const deciding = isHard ? decidingField(decided, trace) : null;
  if (rule === null) return null;
  const difficulty = isHard ? 3 : difficultyIn(trace, 1);
  const host = trace.scenario.hosts[moment.host].name;
  return {
    topic: topicAt(moment, trace, 'states'),
    difficulty,
    figure: runUntil(moment.index),
    play: { from: moment.index, scenario: null },
    given: [...givenAt(moment, trace), ...besides(decided, trace, difficulty === 1)],
    question: sentence(`${KEY}.question`, { host }),
    hint: sentence(`${KEY}.hint.${moment.event.type === 'SEGMENT ARRIVES' ? 'arrives' : 'other'}`, { host }),
    fields: [rule, outcomeField(moment, trace), ...(deciding === null ? [] : [deciding])],
  };
}
