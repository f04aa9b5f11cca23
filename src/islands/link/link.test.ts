import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../scenario/parse.ts';
import { print } from '../../scenario/print.ts';
import { EMPTY_SCENARIO, type Scenario } from '../../simulation/scenario.ts';
import { anySayableScenario as scenario } from '../arbitrary.ts';
import { decode, encode } from './link.ts';
import type { Branch, Place } from './place.ts';
import { sizeProblem } from './size-problem.ts';

const scenarioOf = (text: string): Scenario => {
  const { scenario, problems } = parse(text);
  expect(problems).toEqual([]);
  return scenario;
};
const packed = (text: string): string => `#s1=${deflateSync(text).toString('base64url')}`;

const THREE_WAY = scenarioOf('client ISS 100\nserver ISS 300\nserver listens\nclient connects\nexpect client ESTABLISHED\nexpect server ESTABLISHED');
const lost = { ...THREE_WAY, ...{ faults: scenarioOf('lose server SYN,ACK').faults } };
const AT_FIRST = { current: 0, shown: 'all', view: 'ladder', selected: null, compare: null } as const;
const SIMPLE: Place = { author: THREE_WAY, branches: [{ scenario: THREE_WAY, from: null }], ...AT_FIRST };
const GROWN: Place = {
  ...SIMPLE,
  branches: [{ scenario: THREE_WAY, from: null }, { scenario: lost, from: { branch: 0, shown: 4 } }],
  current: 1,
  shown: 6,
  selected: 1,
  compare: 0,
};

const place: fc.Arbitrary<Place> = fc
  .record({
    author: scenario,
    others: fc.array(fc.record({ scenario: fc.option(scenario, { freq: 1 }), from: fc.option(fc.record({ branch: fc.nat(9), shown: fc.nat(60) })), fault: scenario }), { minLength: 1, maxLength: 5 }),
    current: fc.nat(9),
    shown: fc.oneof(fc.constant('all' as const), fc.nat(400)),
    view: fc.constantFrom('ladder', 'diagram', 'segments', 'story'),
    selected: fc.option(fc.nat(400)),
    compare: fc.option(fc.nat(9)),
  })
  .map(({ author, others, current, compare, ...rest }) => {
    // Most branches differ from the author's scenario by their faults alone, as a reader's do.
    const branches = others.map((one, index): Branch => ({
      scenario: one.scenario ?? { ...author, faults: [...author.faults, ...one.fault.faults] },
      from: index === 0 || one.from === null ? null : { ...one.from, branch: one.from.branch % index },
    }));
    return { ...rest, author, branches, current: current % branches.length, compare: compare === null ? null : compare % branches.length };
  });

/** Whether the lines are among those of the whole, in the same order. */
function within(part: Scenario, whole: Scenario): boolean {
  const lines = print(whole).split('\n');
  let at = 0;
  return print(part).split('\n').filter((line) => line !== '').every((line) => (at = lines.indexOf(line, at) + 1) > 0);
}

describe('a link', () => {
  it('is short for what is small', async () => {
    expect((await encode(SIMPLE)).length).toBeLessThan(130);
    expect((await encode(GROWN)).length).toBeLessThan(190);
    expect(await encode(GROWN)).toMatch(/^#s1=[\w-]+$/);
  });

  it('gives every place back', async () => {
    await fc.assert(
      fc.asyncProperty(place, async (given) => {
        expect(await decode(await encode(given))).toEqual({ place: given, problems: [] });
      }),
      { numRuns: 60, seed: 9293 },
    );
  });

  it('gives of each part of it a part of the place, and says so', async () => {
    await fc.assert(
      fc.asyncProperty(place, fc.double({ min: 0, max: 1, noNaN: true }), async (given, share) => {
        const link = await encode(given);
        const cut = link.slice(0, Math.floor(share * link.length));
        const { place: read, problems } = await decode(cut);
        if (problems.length === 0) {
          expect(read ?? cut).toEqual(cut.length < 3 ? cut : given);
          return;
        }
        if (read === null) return;
        expect(within(read.author, given.author)).toBe(true);
        expect(read.branches.length).toBeLessThanOrEqual(given.branches.length);
        for (const [index, one] of read.branches.slice(0, -1).entries()) expect(one).toEqual(given.branches[index]);
      }),
      { numRuns: 120, seed: 9293 },
    );
  });

  it('gives with one character changed the place, or a problem', async () => {
    const letters = Array.from('ABCXYZabcxyz0189-_.~% )é');
    await fc.assert(
      fc.asyncProperty(place, fc.nat(), fc.constantFrom(...letters), async (given, at, letter) => {
        const link = await encode(given);
        const changed = `${link.slice(0, at % link.length)}${letter}${link.slice((at % link.length) + 1)}`;
        const { place: read, problems } = await decode(changed);
        if (read !== null && problems.length === 0) expect(read).toEqual(given);
        if (read === null && at % link.length > 3) expect(problems).not.toEqual([]);
      }),
      { numRuns: 120, seed: 9293 },
    );
  });

  it('survives what programs do to an address', async () => {
    const link = await encode(GROWN);
    const half = Math.floor(link.length / 2);
    const kept = { place: GROWN, problems: [] };
    for (const same of [
      `${link}).`, `${link}>`, ` ${link}\n`, `${link.slice(0, half)} \n ${link.slice(half)}`, link.slice(1), `${link}&utm_source=chat`,
      `${link.slice(0, half)}\u200b${link.slice(half)}`, link.replace('=', '%3D').replaceAll('_', '%5f').replaceAll('-', '%2D'), link.replace('=', '%253D'), link.replace('s1', 'S1'),
    ]) expect(await decode(same)).toEqual(kept);
  });

  it('says what is wrong with it', async () => {
    const link = await encode(GROWN);
    const none = (code: string, params = {}) => ({ place: null, problems: [{ code, params }] });
    expect(await decode('')).toEqual({ place: null, problems: [] });
    expect(await decode('#what-is-lost')).toEqual({ place: null, problems: [] });
    expect(await decode('#s1=')).toEqual(none('empty'));
    expect(await decode('#s1')).toEqual(none('empty'));
    expect(await decode(link.replace('s1', 's2'))).toEqual(none('newer', { version: 2 }));
    expect(await decode(link.toLowerCase())).toEqual(none('case'));
    expect(await decode(`#s1=${'Zz9-'.repeat(20)}`)).toEqual(none('nothing'));
    expect(await decode(link.slice(0, 12))).toEqual(none('nothing'));
    // Without its checksum everything is there, but nothing vouches for it.
    expect(await decode(link.slice(0, -4))).toEqual({ place: GROWN, problems: [{ code: 'cut', params: { branches: 2 } }] });
  });

  it('opens what can be read of a text that says other things too', async () => {
    const others = { ...SIMPLE, branches: [{ scenario: lost, from: null }] };
    const text = (lines: readonly string[]) => packed(lines.map((line) => `${line}\n`).join(''));
    const author = print(THREE_WAY).split('\n').filter((line) => line !== '');
    expect(await decode(text(['ladder', ...author, '~ 0 4', 'lose server SYN,ACK']))).toEqual({ place: others, problems: [] });
    expect(await decode(text(['ladder', ...author, '~ 0 4', 'lose server SYN,ACK', 'gossip'])))
      .toEqual({ place: others, problems: [{ code: 'lines', params: { branch: 1, count: 1, line: 'gossip' } }] });
    expect(await decode(text(['ladder branch 7', ...author, '~ 0 4', 'lose server SYN,ACK', '~ 5@1 0 0'])))
      .toEqual({ place: others, problems: [{ code: 'rest', params: { branch: 2 } }, { code: 'view', params: {} }] });
    expect(await decode(text(['ladder', ...author, 'gossip', '~ 0 5', 'lose server SYN,ACK'])))
      .toEqual({ place: others, problems: [{ code: 'author', params: { count: 1, line: 'gossip' } }, { code: 'lines', params: { branch: 1, count: 1, line: 'gossip' } }] });
    expect(await decode(text(['LADDER!', ...author]))).toEqual({ place: SIMPLE, problems: [{ code: 'view', params: {} }] });
  });

  it('is read to its end within bounds, whatever it holds', async () => {
    const bomb = await decode(packed(`ladder\n${'server listens\n'.repeat(2_000_000)}`));
    expect(bomb.problems).toContainEqual({ code: 'too-large', params: { branches: 1 } });
    const grown = await decode(packed(`ladder\n${'server listens\n'.repeat(5000)}${'~ 5000 0\n'.repeat(2000)}`));
    expect(grown.problems).toEqual([{ code: 'too-large', params: { branches: 6 } }]);
    for (const line of ['gossip gossip gossip', 'meanwhile client closes', '~', '~ 0@0 999999 999999', 'client', 'x'.repeat(9000)]) {
      const { problems } = await decode(packed(`ladder\n${`${line}\n`.repeat(10_000)}`));
      expect(problems, line).not.toEqual([]);
    }
  });

  it('of any size never fails', async () => {
    const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
    const noise = fc.string({ unit: fc.constantFrom(...letters), maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(noise, fc.constantFrom('', 'eJw', 'eJy', 'eJx'), async (some, begin) => {
        const { place: read, problems } = await decode(`#s1=${begin}${some}`);
        expect(read === null || problems.length > 0).toBe(true);
        expect(problems).not.toEqual([]);
      }),
      { numRuns: 500, seed: 9293 },
    );
  });

  it('warns of its length', async () => {
    expect(sizeProblem(await encode(GROWN))).toBeNull();
    expect(sizeProblem('x'.repeat(8001))).toEqual({ code: 'long', params: { length: 8001, limit: 8000 } });
  });

  it('holds an empty scenario', async () => {
    const empty: Place = { author: EMPTY_SCENARIO, branches: [{ scenario: EMPTY_SCENARIO, from: null }], ...AT_FIRST };
    expect(await decode(await encode(empty))).toEqual({ place: empty, problems: [] });
  });
});
