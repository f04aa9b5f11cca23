import { figureDescription } from '../../diagram/figure-description.ts';
import { figureSegments, type FigureSegment } from '../../diagram/figure-segments.ts';
import type { Naming } from '../../diagram/named-drawing.ts';
import { sequenceOf, type Sequence } from '../../diagram/sequence-diagram.ts';
import { drawWayOf } from '../../diagram/states-figure.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import type { RecordsFigure, SequenceFigure } from '../../exercise/figure.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Trace } from '../../simulation/trace.ts';
import { diagramWords } from '../diagram-words.ts';
import { text } from '../text.ts';

/** What an exercise shows, ready to be put into a page; the same from the build and in the page. */
export type Picture =
  | { readonly type: 'sequence'; readonly svg: string; readonly segments: readonly FigureSegment[]; readonly trace: Trace }
  | { readonly type: 'octets'; readonly octets: readonly number[] }
  /** The inside of an SVG; it is described by its label. */
  | { readonly type: 'states'; readonly body: string; readonly label: string }
  | RecordsFigure
  | { readonly type: 'none' };

/** Draws a sequence diagram. */
export type DrawSequence = (sequence: Sequence, naming: Pick<Naming, 'title' | 'description'>) => Promise<string>;

/** The picture of an exercise that was made from this trace, drawn by `draw` where it is a sequence diagram; rejects where `draw` does. */
export async function pictureOf({ figure }: Exercise, trace: Trace, words: Words, draw: DrawSequence): Promise<Picture> {
  const say = diagramWords(words);
  switch (figure.type) {
    case 'sequence': {
      const description = figureDescription(trace, say, figure);
      const svg = await draw(sequenceOf(trace, say, figure), { title: text(words, `attempt.figure.${titleOf(figure)}`), description });
      return { type: 'sequence', svg, segments: figureSegments(trace, say, figure), trace };
    }
    case 'octets':
      return { type: 'octets', octets: figure.octets };
    case 'states':
      return { type: 'states', body: drawWayOf(trace, figure.host, figure.until, say), label: text(words, 'attempt.figure.states') };
    case 'records':
      return { type: 'records', records: figure.records };
    case 'none':
      return { type: 'none' };
  }
}

function titleOf({ blanks, altered }: SequenceFigure): string {
  if (blanks.length > 0) return 'blanks';
  return altered.length > 0 ? 'altered' : 'run';
}

