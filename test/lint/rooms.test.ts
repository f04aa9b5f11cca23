import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
/** The project's own rules, but for those that need types: the files here are only pretended. */
const eslint = new ESLint({ cwd: ROOT, overrideConfig: tseslint.configs.disableTypeChecked });

/** Files that stand in their rooms, for imports that have to lead somewhere. */
const A_FILE_OF = {
  tcp: 'tcp/seq.ts',
  simulation: 'simulation/scenario.ts',
  scenario: 'scenario/print.ts',
  capture: 'capture/conversation.ts',
  inspection: 'inspection/sockets.ts',
  diagram: 'diagram/segment-table.ts',
  narration: 'narration/fill.ts',
  exercise: 'exercise/grade.ts',
  recording: 'recording/verdict.ts',
  fidelity: 'fidelity/requirements.ts',
  progress: 'progress/merge.ts',
  components: 'components/words.ts',
  islands: 'islands/keys.ts',
  check: 'check/nearest.ts',
  site: 'site/content-error.ts',
};
type Room = keyof typeof A_FILE_OF;


async function complaints(file: string, code: string): Promise<readonly string[]> {
  const results = await eslint.lintText(code, { filePath: join(ROOT, file) });
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message));
}

const ROOMS = Object.keys(A_FILE_OF) as readonly Room[];
const FROM = ['tcp', 'simulation', 'scenario', 'wire', 'capture', 'inspection', 'diagram', 'narration', 'exercise', 'packetdrill', 'recording', 'fidelity', 'progress', 'components', 'islands', 'check', 'site', 'cli'];

/** What stands below each room, itself included. */
const BELOW = ['tcp', 'simulation', 'scenario'];
const FOLDS = [...BELOW, 'capture', 'inspection', 'diagram', 'narration', 'exercise', 'recording'];
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  tcp: ['tcp'],
  simulation: ['tcp', 'simulation'],
  scenario: BELOW,
  wire: BELOW,
  capture: [...BELOW, 'capture', 'narration'],
  inspection: [...BELOW, 'inspection'],
  diagram: [...BELOW, 'diagram'],
  narration: [...BELOW, 'narration'],
  exercise: [...BELOW, 'diagram', 'narration', 'exercise'],
  packetdrill: BELOW,
  recording: [...BELOW, 'recording'],
  fidelity: ['tcp', 'fidelity'],
  progress: ['progress'],
  components: [...FOLDS, 'fidelity', 'progress', 'islands', 'components'],
  islands: [...FOLDS, 'progress', 'islands'],
  check: ROOMS.filter((room) => !['fidelity', 'progress', 'site'].includes(room)),
  site: ROOMS,
  cli: [...FOLDS, 'components', 'check'],
};

describe('imports run downwards only', () => {
  const ways = FROM.flatMap((from) => ROOMS.map((to) => ({ from, to, may: ALLOWED[from]?.includes(to) === true })));

  test.each(ways)('$from imports $to: $may', async ({ from, to, may }) => {
    const code = `export * from '../${A_FILE_OF[to]}';\n`;
    expect((await complaints(`src/${from}/pretended.ts`, code)).includes('boundaries/dependencies')).toBe(!may);
  });

  test.each([
    ['a type', "import type { Trace } from '../simulation/trace.ts';\nexport type It = Trace;\n"],
    ['a value', "import { run } from '../simulation/run.ts';\nexport const it = run;\n"],
    ['at run time', "export const it = () => import('../simulation/run.ts');\n"],
  ])('also where %s is imported', async (_what, code) => {
    expect(await complaints('src/tcp/pretended.ts', code)).toContain('boundaries/dependencies');
  });

  test('also from a folder inside a room', async () => {
    expect(await complaints('src/diagram/edge/pretended.ts', "export * from '../../narration/fill.ts';\n")).toContain('boundaries/dependencies');
    expect(await complaints('src/diagram/edge/pretended.ts', "export * from '../segment-table.ts';\n")).not.toContain('boundaries/dependencies');
  });
});

describe('the rooms from tcp to exercise are pure', () => {
  const impure: readonly (readonly [string, string, string])[] = [
    ['a clock', 'export const it = () => Date.now();', 'no-restricted-globals'],
    ['a new Date', 'export const it = () => new Date();', 'no-restricted-globals'],
    ['chance', 'export const it = () => Math.random();', 'no-restricted-properties'],
    ['a hidden chance', 'export const { random } = Math;', 'no-restricted-properties'],
    ['a timer', 'export const it = () => setTimeout(() => 1, 1);', 'no-restricted-globals'],
    ['performance', 'export const it = () => performance.now();', 'no-restricted-globals'],
    ['the page', "export const it = () => document.querySelector('p');", 'no-restricted-globals'],
    ['the page by another name', 'export const it = () => globalThis;', 'no-restricted-globals'],
    ['the machine', 'export const it = () => process.cwd();', 'no-restricted-globals'],
    ['a file', "export { readFileSync } from 'node:fs';", 'no-restricted-imports'],
    ['a package', "import mermaid from 'mermaid';\nexport const it = mermaid;", 'no-restricted-imports'],
    ['something loaded later', "export const it = () => import('mermaid');", 'no-restricted-syntax'],
    ['something to wait for', 'export const it = async (what: Promise<number>) => await what;', 'no-restricted-syntax'],
  ];
  const pure = ['tcp', 'simulation', 'scenario', 'wire', 'capture', 'inspection', 'diagram', 'narration', 'exercise', 'packetdrill', 'progress'];

  test.each(pure.flatMap((room) => impure.map(([what, code, rule]) => ({ room, what, code, rule }))))('$room: no $what', async ({ room, code, rule }) => {
    expect(await complaints(`src/${room}/pretended.ts`, `${code}\n`)).toContain(rule);
    expect(await complaints(`src/${room}/deeper/pretended.ts`, `${code}\n`)).toContain(rule);
  });

  test.each(impure.map(([what, code]) => ({ what, code })))('src/diagram/edge may have $what', async ({ code }) => {
    expect(await complaints('src/diagram/edge/pretended.ts', `${code}\n`)).toEqual([]);
  });
});

describe('everywhere', () => {
  test.each([
    ['any', 'export const it = (value: any): unknown => value;', '@typescript-eslint/no-explicit-any'],
    ['a non-null assertion', 'export const it = (value: string | null): string => value!;', '@typescript-eslint/no-non-null-assertion'],
    ['a file of more than 300 lines', Array.from({ length: 301 }, (_, line) => `export const it${line} = ${line};`).join('\n'), 'max-lines'],
    ['an unused variable', 'const it = 1;', '@typescript-eslint/no-unused-vars'],
    ['a silenced type error', '// @ts-ignore\nexport const it = 1;', '@typescript-eslint/ban-ts-comment'],
  ])('no %s', async (_what, code, rule) => {
    expect(await complaints('src/site/pretended.ts', `${code}\n`)).toContain(rule);
  });

  test('what is right is not complained of', async () => {
    const code = "import { seqAdd, type Seq } from '../tcp/seq.ts';\n\n/** The next one. */\nexport const next = (seq: Seq): Seq => seqAdd(seq, 1);\n";
    expect(await complaints('src/simulation/pretended.ts', code)).toEqual([]);
  });
});
