import { writeFileSync } from 'node:fs';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { checkScenario } from '../../check/scenario.ts';
import { nearest } from '../../check/nearest.ts';
import type { Language } from '../../components/language.ts';
import { messagesIn } from '../../components/words.ts';
import type { Difficulty } from '../../exercise/difficulty.ts';
import { KINDS, type Kind } from '../../exercise/exercise.ts';
import { qtiPackage } from '../../exercise/qti/package.ts';
import { zipped } from '../../exercise/qti/zip.ts';
import { TOPICS, type Topic } from '../../exercise/topic.ts';
import { EXIT, Misuse, countOf, courseCommand } from '../command.ts';
import { languageOption } from '../language-option.ts';
import { sourceOf } from '../source.ts';
import { tellProblems } from '../tell-problems.ts';
import { exercisesJson } from './json.ts';
import { galleryNames, isLesson, questionsFrom, type Asking, type Wanted } from './questions.ts';
import { textLines } from './text.ts';

const FORMATS = {
  text: (questions, { language, answers }) => `${textLines(questions, language, answers).join('\n')}\n`,
  json: (questions, { language, answers }) => `${JSON.stringify(exercisesJson(questions, language, answers), null, 2)}\n`,
  qti: (questions, { language, title }) => zipped(qtiPackage(questions, title, language, messagesIn(language))),
} as const satisfies Readonly<Record<string, (questions: readonly Asking[], options: Options) => string | Uint8Array>>;

interface Options {
  readonly kind: readonly Kind[];
  readonly topic: readonly Topic[];
  readonly difficulty: readonly Difficulty[];
  readonly count: number;
  readonly seed: number;
  readonly language: Language;
  readonly format: keyof typeof FORMATS;
  readonly out?: string;
  readonly title: string;
  readonly answers: boolean;
}

const EXAMPLES = [
  ['handshake exercise syn-lost', 'questions about a scenario of the course'],
  ['handshake exercise my.scenario --kind state,rule --answers', 'of these kinds, with the key'],
  ['handshake exercise three-way-handshake -l ko', 'the exercises of a lesson'],
  ['handshake exercise --count 10 --seed 7', 'an exam of the whole course, as the page of this seed gives it'],
  ['handshake exercise three-way-handshake -f qti -o quiz.zip', 'for a learning platform: QTI 2.1'],
  ['handshake exercise --topic closing -f json --answers', 'for a program: schemas/exercises.schema.json'],
] as const;

/** Reads a list of some of these, apart by commas; may be given several times. */
function someOf<Item extends string>(all: readonly Item[]): (text: string, before: readonly Item[]) => readonly Item[] {
  return (text, before) => {
    const chosen = text.split(',').map((one) => {
      const found = all.find((known) => known === one.trim());
      if (found === undefined) throw new InvalidArgumentError(`There is no “${one.trim()}”. Did you mean “${nearest(one, all)}”? There is ${all.join(', ')}.`);
      return found;
    });
    return [...new Set([...before, ...chosen])];
  };
}

const DIFFICULTIES = ['1', '2', '3'] as const;

/** The questions that the arguments ask for; what keeps some of them out is told on the standard error. */
async function questionsOf(given: readonly string[], options: Options): Promise<readonly Asking[]> {
  const wanted: Wanted = { ...options, kinds: options.kind, topics: options.topic, difficulties: options.difficulty.map(Number) as readonly Difficulty[] };
  const lessons = given.filter((one) => isLesson(one, options.language));
  const others = given.filter((one) => !lessons.includes(one));
  const told = lessons.length === 0 ? [] : await ofLessons(lessons, options.language);
  if (others.length === 0 && lessons.length > 0) return told;
  const sources = (given.length === 0 ? galleryNames() : others).flatMap((one) => {
    const { name, file, text } = sourceOf(one);
    const { trace, problems } = checkScenario(text, file);
    tellProblems(problems, text);
    if (problems.length > 0) process.exitCode = EXIT.problems;
    return trace === null ? [] : [{ name: name ?? file, scenario: trace.scenario, trace }];
  });
  return [...told, ...questionsFrom(sources, wanted)];
}

async function ofLessons(slugs: readonly string[], language: Language): Promise<readonly Asking[]> {
  // Lessons are read by the parser of the site, which a packed command does not have.
  const { lessonQuestions } = await import('./lesson-questions.ts');
  return slugs.flatMap((slug) => {
    const { questions, leftOut } = lessonQuestions(slug, language);
    for (const why of leftOut) process.stderr.write(`left out of ${slug}: ${why}\n`);
    return questions;
  });
}

/** `handshake exercise`: fine only where there are questions, and nothing is wrong with what they are made from. */
export function exerciseCommand(): Command {
  return courseCommand('exercise', 'Makes questions about scenarios, or prints those of lessons; the same for the same seed in every language.', EXAMPLES)
    .argument('[what...]', 'lessons, scenarios of the course, files, - for the standard input; a name that is both means the lesson (default: all scenarios of the course)')
    .option('-k, --kind <kinds>', `only these kinds: ${KINDS.join(', ')}`, someOf(KINDS), [])
    .option('-t, --topic <topics>', `only these topics: ${TOPICS.join(', ')}`, someOf(TOPICS), [])
    .option('-d, --difficulty <levels>', 'only these: 1, 2, 3', someOf(DIFFICULTIES), [])
    .option('-n, --count <n>', 'how many; of lessons, all', countOf('questions', 1), 5)
    .option('-s, --seed <n>', 'another seed, other questions', countOf('the seed', 0), 1)
    .addOption(languageOption())
    .addOption(new Option('-f, --format <format>', 'text, json for programs, or qti for learning platforms: a content package of QTI 2.1').choices(Object.keys(FORMATS)).default('text'))
    .option('-a, --answers', 'with the answers, and why they are right; qti always has them', false)
    .option('-o, --out <file>', 'write to a file; qti has to')
    .option('--title <text>', 'what the test of a package is called', 'TCP')
    .action(async (given: readonly string[], options: Options, command: Command) => {
      if (options.format === 'qti' && options.out === undefined) command.error('error: a package is no text for a terminal. Say where it goes: --out quiz.zip');
      const questions = await questionsOf(given, options);
      if (questions.length === 0) {
        process.stderr.write('No question of that kind can be made from this. Try other kinds or topics, or a scenario in which more happens.\n');
        process.exitCode = EXIT.problems;
        return;
      }
      const made = FORMATS[options.format](questions, options);
      if (options.format === 'qti') tellSimplified(questions);
      if (options.out === undefined) process.stdout.write(made);
      else writeOut(options.out, made);
    });
}

/** What a package asks otherwise than the course does. */
function tellSimplified(questions: readonly Asking[]): void {
  const walks = questions.filter(({ exercise }) => exercise.fields.some(({ type }) => type === 'path')).length;
  if (walks > 0) process.stderr.write(`${walks} of the questions ${walks === 1 ? 'asks' : 'ask'} for a walk through the states: QTI has nothing to draw it in, so it is chosen step by step.\n`);
}

function writeOut(file: string, made: string | Uint8Array): void {
  try {
    writeFileSync(file, made);
  } catch (error) {
    throw new Misuse(`${file} cannot be written: ${error instanceof Error ? error.message : ''}`);
  }
}
