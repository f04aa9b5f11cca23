import { describe, expect, test } from 'vitest';
import { courseTrace } from '../../test/course-traces.ts';
import { diagramWords } from '../../test/diagram-words.ts';
import { figureDescription } from './figure-description.ts';
import { figureSegments } from './figure-segments.ts';
import { sequenceDiagram } from './sequence-diagram.ts';
import type { Shown } from './shown.ts';

const words = diagramWords('en');

/** Everything that a figure says, in its drawing, its description and its table. */
function told(name: string, shown: Shown): readonly string[] {
  const trace = courseTrace(name);
  return [sequenceDiagram(trace, words, shown), figureDescription(trace, words, shown), JSON.stringify(figureSegments(trace, words, shown))];
}

describe('a blank', () => {
  const blanks = [
    { flight: 0, part: 'seq' },
    { flight: 1, part: 'flags' },
    { flight: 1, part: 'ack' },
    { flight: 2, part: 'length' },
  ] as const;

  test('is marked, and says nothing of what it hides, wherever the figure speaks', () => {
    for (const said of told('three-way', { blanks })) {
      for (const mark of ['①', '②', '③', '④']) expect(said).toContain(mark);
      expect(said).not.toMatch(/SYN, ACK|SEQ=100|"100"/);
    }
  });

  test('hides the copy of a segment with the segment', () => {
    for (const said of told('syn-duplicated', { blanks: [{ flight: 0, part: 'seq' }] })) {
      expect(said.match(/①/gu)?.length).toBe(2);
      expect(said).not.toMatch(/SEQ=1000|"1000"/);
    }
  });
});

test('an altered part is shown with its other value, and nothing tells that it is', () => {
  for (const said of told('three-way', { altered: [{ flight: 1, part: 'ack', value: 777 }] })) {
    expect(said).toContain('777');
    expect(said).toContain('SYN, ACK');
  }
  const asIs = figureSegments(courseTrace('three-way'), words);
  const altered = figureSegments(courseTrace('three-way'), words, { altered: [{ flight: 1, part: 'ack', value: 777 }] });
  expect(altered).toEqual(asIs.map((segment) => (segment.id === 1 ? { ...segment, said: { ...segment.said, ack: '777' } } : segment)));
});

test('what comes later is in none of them', () => {
  const trace = courseTrace('syn-ack-lost');
  const lost = trace.moments.findIndex(({ kind }) => kind === 'lost');
  const [before, after] = [told('syn-ack-lost', { until: lost }), told('syn-ack-lost', { until: lost + 1 })];
  for (const said of before) expect(said).not.toContain('lost');
  for (const said of after) expect(said).toContain('lost');
  expect(figureSegments(trace, words, { until: lost }).map(({ fate }) => fate)).toEqual(['delivered', 'in flight']);
});

test('a description tells the rows of the drawing in their order', () => {
  expect(figureDescription(courseTrace('three-way'), words, { until: 3 })).toMatchInlineSnapshot(`"Server: listens CLOSED → LISTEN. Client: connects CLOSED → SYN-SENT. Client → Server: SYN SEQ=100. Server: LISTEN → SYN-RECEIVED. Server → Client: SYN, ACK SEQ=300 ACK=101."`);
});
