import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { called } from '../../test/called.ts';

/** What has not ended by then never will, ms: a guard, and no measure of anything. */
const HANGS = 300_000;

const RUN = { encoding: 'utf8', stdio: 'pipe' } as const;

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

describe('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-packed-'));
  const command = join(folder, 'node_modules/.bin/handshake');
  let packed: Packed | undefined;

  beforeAll(() => {
    // npm writes what prepack says before its own answer.
    const said = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], RUN);
    const answer = JSON.parse(said.slice(said.indexOf('[\n'))) as readonly Packed[];
    packed = answer[0];
    writeFileSync(join(folder, 'package.json'), '{}');
    execFileSync('npm', ['install', '--offline', `./${packed?.filename ?? ''}`], { ...RUN, cwd: folder });
  }, HANGS);

  it('has the command, the scenarios and the schemas, and no sources', () => {
    const rooms = new Set(packed?.files.map(({ path }) => path.replace(/\/.*/, '')));
    expect([...rooms].toSorted()).toEqual(['LICENSE', 'README.md', 'bin', 'content', 'lib', 'package.json', 'schemas']);
    expect(packed?.files.filter(({ path }) => path.endsWith('.ts'))).toEqual([]);
  });

  it('brings everything along that it needs', () => {
    expect(existsSync(join(folder, 'node_modules/handshake-lab'))).toBe(true);
    expect(Object.keys((JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as { readonly packages: object }).packages)).toEqual(['', 'node_modules/handshake-lab']);
  });

  it.each([[['simulate', 'refused', '-f', 'story', '-l', 'ko']], [['explore', '--calls', 'abort']], [['--help']]])('answers as its source does: %s', async (args) => {
    const { out } = await called(args);
    expect(execFileSync(command, args, { ...RUN, cwd: folder, env: { ...process.env, COLUMNS: '80' } })).toBe(out);
  });

  it('runs the source of the clone that it is called in', () => {
    expect(() => execFileSync(command, ['new', 'lesson', 'reset'], { ...RUN, cwd: folder })).toThrow('There is no content/course.json here or above');
    expect(() => execFileSync(command, ['new', 'lesson', 'reset'], { ...RUN, cwd: join(process.cwd(), 'src/cli') })).toThrow('content/course.json has a lesson “reset” already');
  });
});
