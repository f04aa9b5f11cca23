import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const RESULTS = join(ROOT, '.cache', 'tests.json');

/** What a step found: how many of its tests passed and failed, and how long it took, s. */
interface Outcome {
  readonly step: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
}

/** Runs a program of this project; its exit code, 1 where it was killed. */
function run(program: string, ...args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' }, shell: process.platform === 'win32' });
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

/** A step that either holds or does not: it counts as one test. */
async function whole(step: string): Promise<Outcome> {
  const began = performance.now();
  console.log(`\n── ${step} ──`);
  const failed = (await run('npm', 'run', '--silent', step)) === 0 ? 0 : 1;
  return { step, passed: 1 - failed, failed, skipped: 0, seconds: (performance.now() - began) / 1000 };
}

/** What Vitest's JSON reporter writes, as far as it is used. */
interface Report {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

async function vitest(): Promise<Outcome> {
  const began = performance.now();
  console.log('\n── unit and site tests ──');
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  rmSync(RESULTS, { force: true });
  const code = await run(process.execPath, join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${RESULTS}`);
  const seconds = (performance.now() - began) / 1000;
  const step = 'tests';
  // Without a report the run did not get as far as its tests: no browser, or a site that cannot be built.
  if (!existsSync(RESULTS)) return { step, passed: 0, failed: 1, skipped: 0, seconds };
  const report = JSON.parse(readFileSync(RESULTS, 'utf8')) as Report;
  // A file that fails before its first test has no failed test to count.
  const broken = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  const failed = report.numFailedTests + broken;
  return { step, passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: report.numPendingTests, seconds };
}

const outcomes = [await whole('check'), await whole('lint'), await vitest()];

console.log('\n── summary ──');
for (const { step, passed, failed, skipped, seconds } of outcomes) {
  console.log(`${step.padEnd(6)} ${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed${skipped > 0 ? ` ${skipped} not applicable` : ''}   ${seconds.toFixed(0)} s`);
}
const sum = (of: 'passed' | 'failed') => outcomes.reduce((all, outcome) => all + outcome[of], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
