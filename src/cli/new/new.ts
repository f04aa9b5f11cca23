import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { LANGUAGES, type Language } from '../../components/language.ts';
import { aligned } from '../columns.ts';
import { Misuse, courseCommand } from '../command.ts';
import { coursePlace, galleryPlace, type LessonPlace } from './places.ts';
import { ownCourse, writeAll, type Writing } from './project.ts';
import { SCENARIO, lessonText, placeholderTitle } from './skeleton.ts';

interface Titles {
  readonly title?: string;
  readonly titleKo?: string;
}

interface LessonOptions extends Titles, LessonPlace {
  readonly scenario?: string;
  readonly group?: string;
}

interface ScenarioOptions extends Titles {
  readonly group?: string;
}

/** Pages that are no lessons. */
const TAKEN = ['index', '404'];

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ko: 'Korean' };

/** Reads a name as it stands in addresses and file names. */
function nameOf(text: string): string {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(text)) throw new InvalidArgumentError('Small letters and digits, the words apart by a hyphen, such as “my-first”.');
  if (TAKEN.includes(text)) throw new InvalidArgumentError('This name is taken by a page of the site.');
  return text;
}

function titlesOf(name: string, { title, titleKo }: Titles): Readonly<Record<Language, string>> {
  const placeholder = placeholderTitle(name);
  return { en: title ?? placeholder.en, ko: titleKo ?? placeholder.ko };
}

/** The scenario's file, and its place in the gallery. */
function scenarioWritings(folder: string, name: string, titles: Readonly<Record<Language, string>>, group: string | undefined): readonly Writing[] {
  return [{ path: `content/scenarios/${name}.scenario`, text: SCENARIO, isNew: true, about: 'who does what, and what should come of it' }, galleryPlace(folder, name, titles, group)];
}

function makeLesson(slug: string, { scenario, group, ...options }: LessonOptions): void {
  const folder = ownCourse();
  if (scenario !== undefined && !existsSync(join(folder, `content/scenarios/${scenario}.scenario`))) throw new Misuse(`There is no content/scenarios/${scenario}.scenario. Leave --scenario out, and one is made.`);
  const titles = titlesOf(slug, options);
  const writings = [
    ...LANGUAGES.map((language): Writing => ({ path: `content/docs/${language}/${slug}.mdx`, text: lessonText(language, titles[language], scenario ?? slug), isNew: true, about: `the lesson in ${LANGUAGE_NAMES[language]}` })),
    ...(scenario === undefined ? scenarioWritings(folder, slug, titles, group) : []),
    coursePlace(folder, slug, options),
  ];
  writeAll(folder, writings);
  say(writings, ['npm run dev', `shows the lesson at /en/${slug}/ while you write`], ['npm run -s handshake -- check', 'says what is wrong in the whole course']);
}

function makeScenario(name: string, { group, ...options }: ScenarioOptions): void {
  const folder = ownCourse();
  const writings = scenarioWritings(folder, name, titlesOf(name, options), group);
  writeAll(folder, writings);
  say(writings, [`npm run -s handshake -- simulate ${name}`, 'runs it'], [`<Figure scenario="${name}" title="…" />`, 'shows it in a lesson']);
}

/** Says what was made, and what to do next. */
function say(writings: readonly Writing[], ...next: readonly (readonly [string, string])[]): void {
  const made = writings.filter(({ isNew }) => isNew);
  const changed = writings.filter(({ isNew }) => !isNew);
  const rows = [...[...made, ...changed].map(({ path, about }) => [path, about]), ...next];
  const indented = aligned(rows).map((line) => `  ${line}`);
  const lines = ['Made:', ...indented.slice(0, made.length), 'Changed:', ...indented.slice(made.length, writings.length), 'Next:', ...indented.slice(writings.length)];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** `handshake new`: makes a lesson or a scenario that the site builds with at once; what is there already is never written over. */
export function newCommand(): Command {
  const lesson = courseCommand('lesson', 'Makes a lesson in every language, with a scenario of the same name, and gives both their places.', [
    ['handshake new lesson my-first', 'placeholders say what to write where'],
    ['handshake new lesson my-first --title "The first" --title-ko "첫 강의"', ''],
    ['handshake new lesson my-first --after reset --scenario abort', 'of a scenario that is there'],
  ])
    .argument('<slug>', 'its name in addresses: small letters, digits and hyphens', nameOf)
    .option('-t, --title <text>', 'its English title')
    .option('-k, --title-ko <text>', 'its Korean title')
    .option('-p, --part <title>', 'the part of the course that it closes (default: the first)')
    .option('-a, --after <slug>', 'the lesson that it comes behind, instead of --part')
    .option('-s, --scenario <name>', 'a scenario of the course to begin with, instead of a new one')
    .option('-g, --group <id>', 'the group of the gallery for the new scenario (default: the first)')
    .action((slug: string, options: LessonOptions, command: Command) => {
      if (options.part !== undefined && options.after !== undefined) command.error('error: --part and --after both say where; leave one of them out.');
      makeLesson(slug, options);
    });
  const scenario = courseCommand('scenario', 'Makes a scenario, and gives it its place in the gallery.', [['handshake new scenario my-first --group closing', '']])
    .argument('<name>', 'its name in lessons: small letters, digits and hyphens', nameOf)
    .option('-t, --title <text>', 'its English title')
    .option('-k, --title-ko <text>', 'its Korean title')
    .option('-g, --group <id>', 'the group of the gallery (default: the first)')
    .action((name: string, options: ScenarioOptions) => makeScenario(name, options));
  return courseCommand('new', 'Makes a lesson or a scenario, with everything that it needs to be built at once.').addCommand(lesson).addCommand(scenario);
}
