import { flagNames } from '../../src/tcp/flags.ts';
import { byKey, type Judge } from './judge.ts';

/** What stands in the segments of another run where the figure leaves something out. */
export const judgeBlanks: Judge = ({ figure }, trace) => {
  if (figure.type !== 'sequence') return byKey({});
  return byKey(
    Object.fromEntries(
      figure.blanks.map(({ flight, part }) => {
        const segment = trace.flights[flight]!.segment;
        return [part, part === 'flags' ? flagNames(segment.flags).join(',') : String(segment[part])];
      }),
    ),
  );
};
