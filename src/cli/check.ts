import { existsSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Option, type Command } from 'commander';
import { isWarning, pathBelow, type ContentProblem } from '../check/problem.ts';
import { EXIT, Misuse, courseCommand } from './command.ts';
import { ownCourse } from './new/project.ts';
import { lookOn } from './tell-problems.ts';

const FORMATS = ['text', 'json', 'github'] as const;

/** The command `check`: everything that is wrong with the content, in one pass. */
export function checkCommand(): Command {
  return courseCommand('check', 'Looks through the whole content: pages, scenarios, gallery, glossary, links. Tells all problems at once.', [
    ['handshake check', 'the whole content'],
    ['handshake check content/docs/ko', 'what is wrong there; all the rest is read too'],
    ['handshake check --format json', 'for a program'],
    ['handshake check --format github', 'as notes of a GitHub workflow'],
  ])
    .argument('[paths...]', 'tell only what is wrong in these files and folders')
    .addOption(new Option('--format <format>', 'how it is told').choices(FORMATS).default('text'))
    .action(async (paths: readonly string[], { format }: { readonly format: (typeof FORMATS)[number] }) => {
      const root = pathToFileURL(`${ownCourse()}${sep}`);
      const places = paths.map((path) => resolve(path));
      const lost = paths.find((path) => !existsSync(path));
      if (lost !== undefined) throw new Misuse(`There is no “${lost}”.`);
      // What judges content is fetched by who asks for it: the other commands begin without.
      const [{ contentBelow }, { contentProblems }, told] = await Promise.all([import('../check/content.ts'), import('../check/content-problems.ts'), import('../check/report.ts')]);
      const content = contentBelow(root);
      const problems = (await contentProblems(content)).filter(({ file }) => places.length === 0 || places.some((place) => isIn(file, place)));
      if (format === 'json') process.stdout.write(`${asJson(problems, root)}\n`);
      else if (format === 'github') process.stdout.write(problems.map((problem) => `${asNote(problem, root)}\n`).join(''));
      else {
        const text = told.report(problems, root, lookOn(process.stdout));
        process.stdout.write(`${text}${text === '' ? '' : '\n\n'}${told.summary(problems, content)}\n`);
      }
      process.exitCode = !problems.every(isWarning) ? EXIT.problems : EXIT.fine;
    });
}

function isIn(file: string, place: string): boolean {
  return file === place || (statSync(place).isDirectory() && file.startsWith(place.endsWith(sep) ? place : place + sep));
}

function asJson(problems: readonly ContentProblem[], root: URL): string {
  return JSON.stringify(problems.map((problem) => ({ ...problem, file: pathBelow(fileURLToPath(root), problem.file), severity: isWarning(problem) ? 'warning' : 'error' })), null, 2);
}

/** A command of GitHub's workflows; it knows no line feeds, and in its fields no commas and colons. */
function asNote(problem: ContentProblem, root: URL): string {
  const { file, line, column, message, hint } = problem;
  const escaped = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return `::${isWarning(problem) ? 'warning' : 'error'} file=${escaped(pathBelow(fileURLToPath(root), file)).replaceAll(':', '%3A').replaceAll(',', '%2C')},line=${line},col=${column}::${escaped(`${message}\n${hint}`)}`;
}
