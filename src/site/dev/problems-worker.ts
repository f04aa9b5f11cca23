import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { contentBelow } from '../../check/content.ts';
import { contentProblems } from '../../check/content-problems.ts';
import { ROOT } from '../../check/course.ts';
import { excerptOf } from '../../check/excerpt.ts';
import { isWarning, pathBelow, type ContentProblem } from '../../check/problem.ts';
import { report, summary } from '../../check/report.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Looked, ToldProblem } from './told-problem.ts';

// Beside the server: the page that its author waits for comes first. One look at a time, as an older one that took longer would have the last word.
const look = oneAtATime(lookThrough);
parentPort?.on('message', () => void look());

async function lookThrough(): Promise<void> {
  const content = contentBelow(ROOT);
  const problems = await contentProblems(content);
  const looked: Looked = { told: { summary: summary(problems, content), problems: problems.map((problem) => toldOf(problem)) }, report: report(problems, ROOT) };
  parentPort?.postMessage(looked);
}

function toldOf(problem: ContentProblem): ToldProblem {
  const { file, line, column, message, hint } = problem;
  const end = `:${line}:${column}`;
  return { place: pathBelow(fileURLToPath(ROOT), file) + end, open: file + end, isWarning: isWarning(problem), message, hint, excerpt: excerptOf(textOf(file), line, column) };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
