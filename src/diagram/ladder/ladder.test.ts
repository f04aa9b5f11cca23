import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace } from '../../../test/course-traces.ts';
import { diagramWords } from '../../../test/diagram-words.ts';
import { randomScenario } from '../../../test/random-scenarios.ts';
import { parse } from '../../scenario/parse.ts';
import { run } from '../../simulation/run.ts';
import type { Trace } from '../../simulation/trace.ts';
import type { Box } from './box.ts';
import { hitAt } from './hit.ts';
import { boxOfBreak, boxOfEvent, ladderOf, type Ladder } from './ladder.ts';

const WIDTHS = [328, 480, 640, 1000];
const LANGUAGES = ['en', 'ko'] as const;

/** Every text of the ladder with the room that it takes. */
function textsOf({ arrows, events, breaks, sheet }: Ladder): readonly { readonly name: string; readonly box: Box }[] {
  return [
    ...arrows.flatMap(({ label, tag, journey: { flight } }) => [{ name: `label ${String(flight.id)}`, box: label.box }, ...(tag === null ? [] : [{ name: `tag ${String(flight.id)}`, box: tag.box }])]),
    ...events.map((event) => ({ name: `event ${String(event.moment)}`, box: boxOfEvent(event, sheet) })),
    ...breaks.map((one) => ({ name: `break ${one.text}`, box: boxOfBreak(one, sheet) })),
  ];
}

/** Whether a point of the first box, on a grid of 2 px and 1 px from its border, lies within the second. */
function meet(a: Box, b: Box): boolean {
  const turned = ({ x, y, angle }: Box, dx: number, dy: number, by: 1 | -1) => {
    const radians = (by * angle * Math.PI) / 180;
    return by === 1 ? [x + dx * Math.cos(radians) - dy * Math.sin(radians), y + dx * Math.sin(radians) + dy * Math.cos(radians)] : [(dx - x) * Math.cos(radians) - (dy - y) * Math.sin(radians), (dx - x) * Math.sin(radians) + (dy - y) * Math.cos(radians)];
  };
  for (let dx = a.left + 1; dx <= a.right - 1; dx += 2) {
    for (let dy = a.top + 1; dy <= a.bottom - 1; dy += 2) {
      const [x = 0, y = 0] = turned(a, dx, dy, 1);
      const [p = 0, q = 0] = turned(b, x, y, -1);
      if (p > b.left + 1 && p < b.right - 1 && q > b.top + 1 && q < b.bottom - 1) return true;
    }
  }
  return false;
}

function meetings(ladder: Ladder): readonly string[] {
  const texts = textsOf(ladder);
  return texts.flatMap((one, at) => texts.slice(at + 1).flatMap((other) => (meet(one.box, other.box) ? [`${one.name} on ${other.name}`] : [])));
}

/** What is wrong with how the ladder tells time. */
function untruths(trace: Trace, ladder: Ladder): readonly string[] {
  const { nows, arrows, breaks, clocks, sheet } = ladder;
  const wrong: string[] = [];
  for (const [index, y] of nows.slice(1).entries()) if (y < nows[index]!) wrong.push(`moment ${String(index)} goes up`);
  for (const { way, journey: { flight } } of arrows) {
    for (const [index, point] of way.slice(1).entries()) {
      const before = way[index]!;
      if (point.y < before.y || (point.x !== before.x && point.y - before.y < 5)) wrong.push(`segment ${String(flight.id)} does not go down`);
    }
  }
  const scale = sheet.slant / trace.scenario.delay;
  const at = (moment: number) => trace.moments[moment]!.at;
  for (const { moment, ms } of breaks) if (ms !== at(moment) - at(moment - 1)) wrong.push(`the break before moment ${String(moment)} says something else`);
  for (const [index, { y, moment }] of clocks.slice(1).entries()) {
    const before = clocks[index]!;
    const between = breaks.filter((one) => one.moment > before.moment && one.moment <= moment);
    const whole = at(moment) - at(before.moment) - between.reduce((sum, { ms }) => sum + ms, 0);
    if (y - before.y < whole * scale + 76 * between.length - 0.3) wrong.push(`the time before moment ${String(moment)} is drawn too short`);
  }
  return wrong;
}

describe.each(COURSE_SCENARIOS)('%s', (name) => {
  const trace = courseTrace(name);

  test.each(WIDTHS)('tells time truly on %i px', (width) => {
    expect(untruths(trace, ladderOf(trace, width, diagramWords('en')))).toEqual([]);
  });

  test.each(WIDTHS.flatMap((width) => LANGUAGES.map((language) => [width, language] as const)))('no text stands on another on %i px in %s', (width, language) => {
    expect(meetings(ladderOf(trace, width, diagramWords(language)))).toEqual([]);
  });
});

const WORDS = diagramWords('en');

function ladder(text: string, width = 640): Ladder {
  return ladderOf(run(parse(text).scenario), width, WORDS);
}

test('a time without anything is broken, and its length is written', () => {
  const { breaks } = ladderOf(courseTrace('whole-life'), 640, WORDS);
  expect(breaks.map(({ ms, text, moment }) => ({ ms, text, moment }))).toEqual([{ ms: 239_950, text: '≈ 4 min later', moment: 17 }]);
  expect(ladderOf(courseTrace('data-backoff'), 640, WORDS).breaks.map(({ text }) => text)).toEqual(['975 ms later', '1.975 s later', '3.975 s later']);
});

test('a segment is where its delay brings it: the same slope without other things at its ends, more for one that is late', () => {
  const fall = (text: string) => {
    const [first] = ladder(text).arrows;
    return Math.round(first!.way.at(-1)!.y - first!.way[0]!.y);
  };
  expect(fall('server listens\nclient connects')).toBe(46);
  expect(fall('delay 200 ms\nserver listens\nclient connects')).toBe(46);
  expect(fall('server listens\nclient connects\ndelay client SYN by 50 ms')).toBe(92);
});

test('a lost segment ends on its way, and where it was heading is known', () => {
  const { arrows: [first], sheet } = ladder('already ESTABLISHED\nclient sends 10\nlose client data');
  expect(first!.way.map(({ x }) => Math.round(x))).toEqual([sheet.life.A, Math.round(sheet.life.A + sheet.lane / 2)]);
  expect(first!.rest?.x).toBe(sheet.life.B);
});

test('a held segment waits on its way, downwards', () => {
  const { arrows: [first] } = ladder('server listens\nclient connects\nhold client SYN until 200 ms');
  const xs = first!.way.map(({ x }) => x);
  expect(xs).toHaveLength(4);
  expect(xs[1]).toBe(xs[2]);
  expect(first!.way[2]!.y - first!.way[1]!.y).toBeGreaterThan(90);
});

test('a copy begins on the way of what it copies; what is injected begins in front of its destination', () => {
  const { arrows, sheet } = ladder('already ESTABLISHED\nclient sends 10\nduplicate client data after 20 ms\ninject RST SEQ 101 to server');
  const [original, copy] = arrows;
  const [a, b] = original!.way;
  const [begin] = copy!.way;
  expect(begin!.x - a!.x).toBeCloseTo(((b!.x - a!.x) * (begin!.y - a!.y)) / (b!.y - a!.y), 5);
  const injected = arrows.find(({ journey: { flight } }) => flight.origin === 'injected');
  expect(injected!.way[0]!.x).toBeGreaterThan(sheet.life.A + sheet.lane / 2);
});

test('the present is never above what has happened, nor below what comes next', () => {
  for (const name of COURSE_SCENARIOS) {
    const { nows, arrows } = ladderOf(courseTrace(name), 328, WORDS);
    for (const { since, until, way } of arrows) {
      expect(nows[since + 1]).toBeGreaterThanOrEqual(way[0]!.y);
      if (until !== null) expect(nows[until]).toBeLessThanOrEqual(way.at(-1)!.y + 0.1);
    }
  }
});

test('any run: time is true, and no segment goes up', () => {
  fc.assert(
    fc.property(randomScenario, fc.constantFrom(328, 640), (scenario, width) => {
      const trace = run(scenario);
      expect(untruths(trace, ladderOf(trace, width, WORDS))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test.each([
  ['lost', 'client sends 10\nafter moment 1 wire loses client data'],
  ['held', 'client sends 10\nafter moment 1 wire holds client data'],
  ['delivered', 'client sends 10\nafter moment 1 wire delivers client data'],
  ['copied', 'client sends 10\nafter moment 1 wire duplicates client data after 20 ms'],
  ['held and lost', 'client sends 10\nafter moment 1 wire holds client data\nafter moment 2 wire loses client data'],
])('what the wire does at the very moment of departure is seen to happen on the way: %s', (_name, text) => {
  const parsed = parse(`already ESTABLISHED\nstop at 900 ms\n${text}`);
  expect(parsed.problems).toEqual([]);
  const { arrows, sheet } = ladderOf(run(parsed.scenario), 640, WORDS);
  const { way } = arrows[0]!;
  expect(way[1]!.x - sheet.life.A).toBeGreaterThan(0.25 * sheet.lane);
  expect(way[1]!.y - way[0]!.y).toBeGreaterThan(10);
});

test('a pointer means what is nearest of what has happened', () => {
  const trace = courseTrace('three-way');
  const drawing = ladderOf(trace, 640, WORDS);
  const { way } = drawing.arrows[0]!;
  const middle = { x: (way[0]!.x + way[1]!.x) / 2, y: (way[0]!.y + way[1]!.y) / 2 + 8 };
  expect(hitAt(drawing, trace.moments.length, middle)).toEqual({ flight: 0 });
  expect(hitAt(drawing, 1, middle)).toBeNull();
  expect(hitAt(drawing, 3, { x: 10, y: drawing.nows[4]! })).toEqual({ shown: 4 });
  const event = drawing.events.find(({ moment }) => moment === 3)!;
  expect(hitAt(drawing, trace.moments.length, { x: event.x - 10, y: event.y + 8 })).toEqual({ shown: 4 });
});
