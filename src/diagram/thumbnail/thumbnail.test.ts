import { describe, expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace } from '../../../test/course-traces.ts';
import { parse } from '../../scenario/parse.ts';
import { run } from '../../simulation/run.ts';
import { EMPTY_THUMBNAIL, THUMBNAIL, thumbnailOf, type Thumbnail } from './thumbnail.ts';

/** The strokes of a look, each as the places that it goes through, heads and crosses left out. */
function ways({ strokes }: Thumbnail, look: string): readonly string[] {
  return (strokes.find((stroke) => stroke.look === look)?.d ?? '').split('M').filter((way) => /^[\d. ]+L[\d. ]+$/u.test(way));
}

test('of three segments: blue, ochre, and a thin blue one, each begins where the one before it ended', () => {
  const drawn = thumbnailOf(courseTrace('three-way'));
  expect(drawn.isDense).toBe(false);
  expect(drawn.strokes.map(({ look }) => look)).toEqual(['life-a', 'life-b', 'control-a', 'control-b', 'ack-a']);
  expect(['control-a', 'control-b', 'ack-a'].flatMap((look) => ways(drawn, look))).toEqual(['4 6L84 17.5', '84 17.5L4 29', '4 29L84 40.5']);
});

test('a lost segment ends halfway, in a cross', () => {
  const drawn = thumbnailOf(courseTrace('syn-lost'));
  expect(ways(drawn, 'control-a')[0]).toMatch(/^4 6L44 /u);
  expect(drawn.strokes.find(({ look }) => look === 'cross')?.d.match(/M/gu)).toHaveLength(1);
});

test('segments that cross in flight cross in the picture', () => {
  const drawn = thumbnailOf(courseTrace('simultaneous-open'));
  expect([ways(drawn, 'control-a')[0], ways(drawn, 'control-b')[0]]).toEqual(['4 6L84 17.5', '84 6L4 17.5']);
});

test('a forged segment comes from nowhere: it begins on the wire', () => {
  expect(ways(thumbnailOf(courseTrace('rst-exact')), 'reset')).toEqual(['36 6L84 6']);
});

test('two segments that are sent at once stand one under the other', () => {
  const [first = '', second = ''] = ways(thumbnailOf(run(parse('already ESTABLISHED\nclient MSS 100\nserver MSS 100\nclient sends 200\n').scenario)), 'data-a');
  expect(Number(/ ([\d.]+)L/u.exec(second)?.[1])).toBeGreaterThan(Number(/ ([\d.]+)L/u.exec(first)?.[1]) + 2);
});

describe.each(COURSE_SCENARIOS)('%s', (name) => {
  const trace = courseTrace(name);
  const drawn = thumbnailOf(trace);

  test('every segment is there, and nothing leaves the picture', () => {
    const segments = drawn.strokes.filter(({ look }) => !/^life|^cross/u.test(look)).flatMap(({ look }) => ways(drawn, look));
    expect(segments).toHaveLength(trace.flights.length);
    const places = segments.flatMap((way) => way.split('L').map((place) => place.split(' ').map(Number)));
    expect(places.filter(([x = NaN, y = NaN]) => !(x >= 0 && x <= THUMBNAIL.width && y >= 0 && y <= THUMBNAIL.height))).toEqual([]);
  });
});

test('nothing on the wire: both hosts, and nothing between them', () => {
  expect(thumbnailOf(run(parse('').scenario))).toEqual(EMPTY_THUMBNAIL);
});
