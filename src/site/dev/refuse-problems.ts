import type { AstroIntegrationLogger } from 'astro';
import { contentBelow } from '../../check/content.ts';
import { contentProblems } from '../../check/content-problems.ts';
import { ROOT } from '../../check/course.ts';
import { isWarning } from '../../check/problem.ts';
import { report, summary } from '../../check/report.ts';

/** Rejects where anything is wrong with the content, with all of it; what is only doubtful is logged. */
export async function refuseProblems(logger: AstroIntegrationLogger): Promise<void> {
  const content = contentBelow(ROOT);
  const problems = await contentProblems(content);
  if (!problems.every(isWarning)) {
    const error = new Error(`${summary(problems, content)}\n\n${report(problems, ROOT)}\n`);
    // Where our code noticed it helps nobody who looks for it in theirs.
    error.stack = '';
    throw Object.assign(error, { name: 'ContentError', hint: 'The same without a build: npm run -s handshake -- check' });
  }
  if (problems.length > 0) logger.warn(`${summary(problems, content)}\n\n${report(problems, ROOT)}\n`);
}
