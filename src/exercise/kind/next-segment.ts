import type { Trace } from '../../simulation/trace.ts';
import { sentence } from '../../narration/sentence.ts';
import { difficultyIn } from '../difficulty.ts';
import type { Draft } from '../draft.ts';
import { runUntil } from '../figure.ts';
import { givenAt } from '../given.ts';
import { chosen, randomOf } from '../random.ts';
import { topicAt } from '../topic.ts';
import { ackField } from './next-segment-ack.ts';
import { askedAt, type Asked } from './next-segment-facts.ts';
import { flagsField } from './next-segment-flags.ts';
import { lengthField } from './next-segment-length.ts';
import { seqField } from './next-segment-seq.ts';

function hintFor({ moment, transmission }: Asked): string {
  if (transmission > 1) return 'again';
  return moment.event.type === 'SEGMENT ARRIVES' ? 'answer' : 'call';
}

/** What are the flags, SEQ, ACK and length of the segment that a host sends now? The figure ends before the moment; the moment is told in words. */
export function makeNextSegment(trace: Trace, seed: number): Draft | null {
  const moments = trace.moments.filter((moment) => moment.kind === 'endpoint');
  const moment = chosen(moments.filter(({ sent }) => sent.length > 0), seed);
  const asked = moment === null ? null : askedAt(moment, trace);
  if (asked === null) return null;
  const random = randomOf(seed);
  const several = asked.moment.sent.length > 1 ? '.first' : '';
  return {
    topic: topicAt(asked.moment, trace, 'numbers'),
    difficulty: difficultyIn(trace, 2),
    figure: runUntil(asked.moment.index),
    play: { from: asked.moment.index, scenario: null },
    given: givenAt(asked.moment, trace),
    question: sentence(`exercise.next-segment.question${several}`, asked.names),
    hint: sentence(`exercise.next-segment.hint.${hintFor(asked)}`, asked.names),
    fields: [flagsField(asked, random), seqField(asked, random), ackField(asked, random), lengthField(asked, random)],
  };
}
