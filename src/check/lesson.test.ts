import { describe, expect, test } from 'vitest';
import { makeExercise } from '../exercise/make-exercise.ts';
import { checkLesson, type Library } from './lesson.ts';
import { checkScenario } from './scenario.ts';

const TEXTS: Readonly<Record<string, string>> = {
  'three-way': 'server listens\nclient connects\nexpect client ESTABLISHED\n',
  broken: 'server listens\n\nclient conects\n',
  untrue: 'server listens\nclient connects\n  expect client CLOSED\n',
  still: 'delay 50 ms\n',
};

const library: Library = {
  names: Object.keys(TEXTS),
  scenario: (name) => (TEXTS[name] === undefined ? null : checkScenario(TEXTS[name], `/${name}.scenario`)),
  terms: ['time-wait', 'rst'],
  misconceptions: ['time-wait-is-client'],
  applies: (kind, trace, seed) => makeExercise(trace, kind === 'state' ? 'state' : 'order', seed) !== null,
};

const check = (text: string) => checkLesson(`---\ntitle: x\n---\n\n${text}\n`, '/states.mdx', library);
const told = (text: string) => check(text).problems.map(({ file, line, column, message, hint }) => [`${file}:${line}:${column}`, message, hint]);

describe('a lesson without mistakes', () => {
  test('has no problems, and tells what it uses', () => {
    const text = '한국어 <Cite section="3.10.7.4" /> <Cite rfc={5961} />\n\n<Goals>\n\n- a\n\n</Goals>\n\n<Figure scenario="three-way" title="가" view="states" host="server">\n\ncaption\n\n</Figure>\n\n<Exercise scenario="three-way" kind="state" seed={3} />\n\n<Aside>x</Aside>';
    expect(check(text)).toEqual({ problems: [], components: ['Cite', 'Goals', 'Figure', 'Exercise', 'Aside'], hasControls: false, asks: [] });
  });

  test('may import components of its own, and show code', () => {
    expect(check('import Mine from "./Mine.astro";\n\n<Mine any="thing" />\n\n`<Nothing />`\n\n```mdx\n<Nothing />\n```')).toEqual({ problems: [], components: [], hasControls: false, asks: [] });
  });

  test('may write its scenario out, in several lines and with comments', () => {
    const text = "<Simulation title='a' controls='all' script={`\n# it's \"short\"\nserver listens\n  client connects\n\nexpect client ESTABLISHED\n`} />";
    expect(check(text)).toEqual({ problems: [], components: ['Simulation'], hasControls: true, asks: [] });
  });

  test('may compute a prop', () => {
    expect(told('export const n = 3;\n\n<Exercise scenario="three-way" kind="state" seed={n + 1} />')).toEqual([]);
  });
});

describe('each mistake is told with its place and a hint', () => {
  test.each([
    ['한국어 <Fgure scenario="three-way" title="x" />', '5:5', 'There is no component <Fgure>.', '<Figure>?'],
    ['<Figure scenario="three-way" title="x"\n  veiw="states" />', '6:3', '<Figure> has no “veiw”.', 'Did you mean “view”?'],
    ['<Figure scenario="three-way" titel="x" />', '5:30', '<Figure> has no “titel”.', 'Did you mean “title”?'],
    ['<Goals title="x">a</Goals>', '5:8', '<Goals> has no “title”.', '<Goals> takes none.'],
    ['<Figure scenario="three-way" />', '5:1', '<Figure> needs “title”.', 'Write title="…": a text'],
    ['<Exercise scenario="three-way" kind="state" seed="3" />', '5:45', '“seed” of <Exercise> cannot be "3".', 'a whole number, 0 or more, in braces'],
    ['<Exercise scenario="three-way" kind="state" seed={1.5} />', '5:45', '“seed” of <Exercise> cannot be 1.5.', 'a whole number'],
    ['<Figure scenario="three-way" title />', '5:30', '“title” of <Figure> cannot be true.', 'a text in quotation marks'],
    ['<Exercise scenario="three-way" kind="sate" />', '5:32', '“kind” of <Exercise> cannot be "sate".', 'Did you mean "state"?'],
    ['<FlagBits flags="SYN+ACK" />', '5:11', '“flags” of <FlagBits> cannot be "SYN+ACK".', 'separated by commas'],
    ['<Cite section="§3.4" />', '5:7', '“section” of <Cite> cannot be "§3.4".', '"3.10.7.4"'],
    ['<Figure title="x" scenario="three-wya" />', '5:19', 'There is no scenario “three-wya”.', 'Did you mean “three-way”?'],
    ['<Figure scenario="three-way" title="x" view="states" host="sever" />', '5:54', 'The scenario “three-way” has no host “sever”.', 'client and server'],
    ['<Simulation scenario="three-way" title="x" controls="step lose paly" />', '5:44', '“controls” of <Simulation> cannot be "step lose paly".', 'Did you mean “play” by “paly”?'],
    ['<Simulation scenario="three-way" title="x" controls="all step" />', '5:44', '“controls” of <Simulation> cannot be "all step".', '“all” stands alone.'],
    ['<Simulation scenario="three-way" title="x" controls="" />', '5:44', '“controls” of <Simulation> cannot be "".', 'It has to be "all", or names of groups separated by blanks (step, lose, play'],
    ['<Simulation scenario="three-way" title="x"\n  controls={3} />', '6:3', '“controls” of <Simulation> cannot be 3.', 'It has to be "all", or names of groups'],
    ['<Simulation scenario="three-way" title="x" controls />', '5:44', '“controls” of <Simulation> cannot be true.', 'It has to be "all", or names of groups'],
    ['<Simulation scenario="three-way" title="x" contorls="all" />', '5:44', '<Simulation> has no “contorls”.', 'Did you mean “controls”?'],
    ['<Simulation title="x" />', '5:1', '<Simulation> needs “scenario” or “script”.', 'Write scenario="three-way": the name of a file in content/scenarios, without .scenario; or script={`…`}: a scenario'],
    ['<Simulation scenario="three-way" title="x" script={`server listens`} />', '5:44', '<Simulation> has both “scenario” and “script”.', 'Leave one of them out.'],
    ['<Simulation scenari="three-way" title="x" />', '5:13', '<Simulation> has no “scenari”.', 'Did you mean “scenario”?'],
    ['<Simulation title="x" script={`server listens\n  client conects`} />', '6:10', '“conects” is not a word that scenarios know.', 'connects'],
    ['<Simulation title="x" script={`sever listens`} />', '5:32', 'There is no host “sever”.', '“server” was probably meant.'],
    ['<Simulation title="x" script="server listns" />', '5:38', '“listns” is not a word that scenarios know.', 'listens'],
    ['- a\n\n  <Simulation title="x" script={`\n    server listens\n    client connects\n    expect client CLOSED # it is not\n  `} />', '10:5', 'The scenario says “expect client CLOSED # it is not”, but the run gives ESTABLISHED.', 'Correct the expectation'],
    ['<Simulation title="x" script={`${three}`} />', '5:23', '“script” of <Simulation> has to be the text of a scenario itself.', 'between {` and `}'],
    ['<Simulation title="x" script={``} />', '5:23', '“script” of <Simulation> cannot be "".', 'a scenario, written out between {` and `}'],
    ['<Exercise scenario="still" kind="state" />', '5:28', 'No exercise of the kind “state” can be made from the scenario “still”.', 'another kind'],
    ['<Exercise scenario="three-way" kind="state" />\n\n<Exercise scenario="three-way" kind="state" seed={1} />', '7:1', 'This page has the same <Exercise> in line 5.', 'Choose another “seed”'],
    ['The <Term name="time-wiat" />.', '5:11', 'There is no term “time-wiat”.', 'Did you mean “time-wait”?'],
    ['<Recording name="01-normal-clos4" title="x" />', '5:12', '“name” of <Recording> cannot be "01-normal-clos4".', 'Did you mean "01-normal-close4"?'],
    ['<HowLinuxDiffers of="rtoMin ackDelai" />', '5:18', '“of” of <HowLinuxDiffers> cannot be "rtoMin ackDelai".', 'Did you mean “ackDelay” by “ackDelai”?'],
    ['<HowLinuxDiffers of="rtoInitial" />', '5:18', '“of” of <HowLinuxDiffers> cannot be "rtoInitial".', 'in which the profile linux differs'],
    ['<Term>TIME-WAIT</Term>', '5:1', '<Term> needs “name”.', 'Write name="time-wait": the name of a term in content/glossary.json'],
    ['A <Term name="rst" />.\n\n## Next\n\nA <Term name="rst" />,\na <Term name="rst">reset</Term>.', '10:3', 'The term “rst” is marked twice in this section.', 'where it comes first'],
  ])('%s', (text, place, message, hint) => {
    expect(told(text)).toEqual([[`/states.mdx:${place}`, expect.stringContaining(message), expect.stringContaining(hint)]]);
  });

  test('a scenario that does not parse is told in its own file', () => {
    expect(told('<Figure scenario="broken" title="x" />')).toEqual([['/broken.scenario:3:8', expect.stringContaining('conects'), expect.stringContaining('connects')]]);
  });

  test('a scenario that does not end as it says is told at the line that says it', () => {
    expect(told('<Simulation scenario="untrue" title="x" />')).toEqual([['/untrue.scenario:3:3', 'The scenario says “expect client CLOSED”, but the run gives ESTABLISHED.', expect.any(String)]]);
  });

  test('all mistakes of a lesson are told at once, in their order', () => {
    expect(told('<Fgure />\n\n:::note\n<Recapp>x</Recapp>\n:::\n').map(([place]) => place)).toEqual(['/states.mdx:5:1', '/states.mdx:8:1']);
  });
});
