import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const RESULTS = join(ROOT, '.cache', 'tests.json');

/** What a step found: how many of its tests passed and failed, and how long it took, s. */
interface Outcome {
  readonly step: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  /** What is wrong, to be read again at the end of a long output. */
  readonly wrong: readonly string[];
  /** What passed at the second asking only: it counts as passed, and is named. */
  readonly askedTwice: readonly string[];
}

/** How a program of this project ended: its exit code, 1 where it was killed, and what it printed unless that went to the terminal. */
interface Ended {
  readonly code: number;
  readonly printed: string;
}

function run(stdio: 'inherit' | 'pipe', program: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: ['inherit', stdio, stdio], env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' }, shell: process.platform === 'win32' });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code: code ?? 1, printed });
    });
  });
}

const LAST_LINES = 40;

/** A step that either holds or does not: it counts as one test. Prints what it says when it has ended. */
async function whole(step: string): Promise<Outcome> {
  const began = performance.now();
  const { code, printed } = await run('pipe', 'npm', 'run', '--silent', step);
  console.log(`\n── ${step} ──\n${printed.trimEnd()}`);
  const failed = code === 0 ? 0 : 1;
  const wrong = failed === 0 ? [] : [`${step}\n${printed.trimEnd().split('\n').slice(-LAST_LINES).join('\n')}`];
  return { step, passed: 1 - failed, failed, skipped: 0, seconds: (performance.now() - began) / 1000, wrong, askedTwice: [] };
}

/** What Vitest's JSON reporter writes, as far as it is used. */
interface Report {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly FileResult[];
}

interface FileResult {
  readonly name: string;
  readonly status: string;
  readonly message?: string;
  readonly assertionResults: readonly { readonly status: string; readonly fullName: string; readonly failureMessages: readonly string[] }[];
}

/** The tests of a file that ended so, each with what it said against the product. */
function told({ name, assertionResults }: FileResult, status: 'passed' | 'failed'): readonly string[] {
  const tests = assertionResults.filter((test) => test.status === status && (status === 'failed' || test.failureMessages.length > 0));
  return tests.map(({ fullName, failureMessages }) => `${relative(ROOT, name)}: ${fullName}\n${failureMessages.join('\n').split('\n').slice(0, LAST_LINES).join('\n')}`);
}

/** The failed tests of a file; the file itself where it failed before its first test. */
function wrongIn(file: FileResult): readonly string[] {
  const { name, status, message = '', assertionResults } = file;
  return status === 'failed' && assertionResults.length === 0 ? [`${relative(ROOT, name)}\n${message}`] : told(file, 'failed');
}

async function vitest(): Promise<Outcome> {
  const began = performance.now();
  console.log('\n── unit and site tests ──');
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  rmSync(RESULTS, { force: true });
  const { code } = await run('inherit', process.execPath, join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${RESULTS}`);
  const seconds = (performance.now() - began) / 1000;
  const step = 'tests';
  // Without a report the run did not get as far as its tests: no browser, or a site that cannot be built.
  if (!existsSync(RESULTS)) return { step, passed: 0, failed: 1, skipped: 0, seconds, wrong: ['The tests did not run; the reason stands above.'], askedTwice: [] };
  const report = JSON.parse(readFileSync(RESULTS, 'utf8')) as Report;
  // A file that fails before its first test has no failed test to count.
  const broken = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  const failed = report.numFailedTests + broken;
  return { step, passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: report.numPendingTests, seconds, wrong: report.testResults.flatMap(wrongIn), askedTwice: report.testResults.flatMap((file) => told(file, 'passed')) };
}

// The types of `astro:content`, which the next two read, and which the build of the site writes anew.
const synced = await whole('sync');
const outcomes = [synced, ...(await Promise.all([whole('types'), whole('style')])), await vitest()];

const askedTwice = outcomes.flatMap((outcome) => outcome.askedTwice);
if (askedTwice.length > 0) console.log(`\n── what passed at the second asking only ──\n${askedTwice.join('\n\n')}`);
const wrong = outcomes.flatMap((outcome) => outcome.wrong);
if (wrong.length > 0) console.log(`\n── what failed ──\n${wrong.join('\n\n')}`);
console.log('\n── summary ──');
for (const { step, passed, failed, skipped, seconds } of outcomes) {
  console.log(`${step.padEnd(6)} ${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed${skipped > 0 ? ` ${skipped} not applicable` : ''}   ${seconds.toFixed(0)} s`);
}
const sum = (of: 'passed' | 'failed') => outcomes.reduce((all, outcome) => all + outcome[of], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
