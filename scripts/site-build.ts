import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const STAMP = join(ROOT, '.cache', 'site-build.json');

/** The folder that holds the built site. */
export const DIST = join(ROOT, 'dist');

/** Everything that the built site is made from. */
const INPUTS = ['content', 'public', 'src', 'astro.config.mjs', 'content.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** The variables of the environment that change what is built. */
const VARIABLES = ['SITE', 'BASE'];

function filesBelow(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesBelow)) {
    if (file.endsWith('.test.ts')) continue;
    hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function inputs(): string {
  const variables = VARIABLES.map((name) => `${name}=${process.env[name] ?? ''}`).join('\n');
  return `${hashOf(INPUTS.map((name) => join(ROOT, name)))} ${createHash('sha256').update(variables).digest('hex')}`;
}

function isFresh(now: string): boolean {
  if (!existsSync(STAMP) || !existsSync(DIST)) return false;
  return readFileSync(STAMP, 'utf8') === JSON.stringify({ from: now, to: hashOf([DIST]) });
}

/** What a test runner says of itself in the environment, and a build would take for its own. */
const OF_TESTS = ['BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR'];

function astroBuild(): Promise<void> {
  return new Promise((resolve, reject) => {
    const build = spawn(process.execPath, [join(ROOT, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build'], {
      cwd: ROOT,
      // What is printed to standard output is for those who asked for the build.
      stdio: ['ignore', process.stderr, 'inherit'],
      env: { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_TESTS.includes(name))), ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    });
    build.once('error', reject);
    build.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error('The site could not be built; the reason stands above.'));
    });
  });
}

/** Builds the site, unless the one in `dist` was made by this function from exactly these sources and is untouched; says which. */
export async function ensureBuilt(): Promise<'built' | 'already fresh'> {
  const before = inputs();
  if (isFresh(before)) return 'already fresh';
  rmSync(STAMP, { force: true });
  await astroBuild();
  // A source that was edited meanwhile may or may not be in the build: then there is no stamp, and the next one builds again.
  if (inputs() === before) {
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    writeFileSync(STAMP, JSON.stringify({ from: before, to: hashOf([DIST]) }));
  }
  return 'built';
}
