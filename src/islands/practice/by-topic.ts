import { TOPICS, type Topic } from '../../exercise/topic.ts';
import { isSolved, type Attempt } from '../exercise/attempt.ts';

/** How an exam went in one topic. */
export interface TopicScore {
  readonly topic: Topic;
  readonly right: number;
  readonly all: number;
  /** The slugs of the lessons to read again; none where everything was right. */
  readonly lessons: readonly string[];
}

/** The lessons that treat a topic, that which treats most of it first. */
const LESSONS: Readonly<Record<Topic, readonly string[]>> = {
  flags: ['flags-and-header', 'reading-a-capture'],
  numbers: ['sequence-numbers', 'data-and-par'],
  states: ['states'],
  opening: ['three-way-handshake', 'simultaneous', 'handshakes-today'],
  closing: ['four-way-handshake', 'simultaneous'],
  loss: ['losing-segments', 'data-and-par', 'flow-and-congestion'],
  resets: ['reset', 'under-attack'],
};

/** The result of an exam by topic, in the order of the topics, without those that it did not ask about. */
export function byTopic(attempts: readonly Attempt[]): readonly TopicScore[] {
  return TOPICS.flatMap((topic) => {
    const asked = attempts.filter(({ exercise }) => exercise.topic === topic);
    const right = asked.filter(isSolved).length;
    return asked.length === 0 ? [] : [{ topic, right, all: asked.length, lessons: right === asked.length ? [] : LESSONS[topic] }];
  });
}
