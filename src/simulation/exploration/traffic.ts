import type { Segment } from '../../tcp/segment.ts';
import { interned } from './interned.ts';

/** All segments and lists of segments that were sent in an exploration, by number. */
export interface Traffic {
  /** The number of a list of segments; 0: the empty one. */
  readonly listOf: (segments: readonly Segment[]) => number;
  /** The number of the list of these segments, given by theirs. */
  readonly listOfNumbers: (segments: readonly number[]) => number;
  /** The numbers of the segments of a list. */
  readonly inList: (list: number) => readonly number[];
  readonly segmentAt: (segment: number) => Segment;
}

/** Nothing sent yet. */
export function traffic(): Traffic {
  const segments = interned<string, Segment>();
  const lists = interned<string, readonly number[]>();
  const listOfNumbers = (numbers: readonly number[]) => lists.idOf(numbers.join(), numbers);
  listOfNumbers([]);
  return {
    listOf: (sent) => listOfNumbers(sent.map((segment) => segments.idOf(JSON.stringify(segment), segment))),
    listOfNumbers,
    inList: lists.at,
    segmentAt: segments.at,
  };
}
