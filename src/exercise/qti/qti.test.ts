import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { COURSE_SCENARIOS, courseTrace, courseWords } from '../../../test/course-traces.ts';
import { processed, valuesIn } from '../../../test/qti/processor.ts';
import { MANIFEST_RULES, QTI_RULES, faultsIn } from '../../../test/qti/structure.ts';
import { STATES } from '../../tcp/state.ts';
import { exerciseAsked } from '../asked.ts';
import { KINDS, type Answer, type Exercise } from '../exercise.ts';
import type { Field } from '../field.ts';
import { answerKey, grade } from '../grade.ts';
import { makeExercise } from '../make-exercise.ts';
import { randomOf, shuffled, type Random } from '../random.ts';
import { plainly } from '../rich.ts';
import { itemXml } from './item.ts';
import { ENDED, itemName, offered, optionName, responseName, stepsOf, typable } from './names.ts';
import { qtiPackage, type Packed } from './package.ts';
import { zipped } from './zip.ts';

const { DOMParser } = new JSDOM('').window;
const WORDS = { en: courseWords('en'), ko: courseWords('ko') };
const SEEDS = [1];
/** So many answers are given to each question, beside the right one. */
const TRIES = 6;

function rootOf(xml: string): Element {
  const read = new DOMParser().parseFromString(xml, 'application/xml');
  const error = read.querySelector('parsererror');
  if (error !== null) throw new Error(error.textContent);
  return read.documentElement;
}

const read = new Map<string, Element>();

/** The item of a question in English, read once. */
function itemOf({ exercise, trace }: Packed): Element {
  const item = read.get(exercise.id) ?? rootOf(itemXml(exercise, trace, 'en', WORDS.en));
  read.set(exercise.id, item);
  return item;
}

/** Two questions of an author, of the two forms that no run gives. */
const WRITTEN: readonly Packed[] = [
  exerciseAsked({
    name: 'pairs',
    topic: 'states',
    difficulty: 1,
    given: [plainly('A & B < C')],
    question: { text: 'Which?', html: 'Which <code>x &lt; y</code>, <a class="isl-cite" href="https://example.org/?a=1&amp;b=2">there</a> or <a href="../states/">here</a>?' },
    hint: 'None.',
    form: { type: 'match', pairs: [{ left: plainly('one'), right: plainly('I'), why: [plainly('Latin.')] }, { left: plainly('two'), right: plainly('II'), why: [plainly('Latin.')] }, { left: plainly('uno'), right: plainly('I'), why: [plainly('Italian.')] }] },
  }),
  exerciseAsked({ name: 'typed', topic: 'states', difficulty: 1, given: [], question: plainly('Say it.'), hint: '', form: { type: 'text', options: [{ isRight: true, label: plainly('Close | Shut'), misconception: null, why: [plainly('Yes.')] }, { isRight: false, label: plainly('Open'), misconception: null, why: [plainly('No.')] }], otherwise: [plainly('Neither.')] } }),
].map((exercise) => ({ exercise, trace: null }));

const MADE: readonly (readonly [string, readonly Packed[]])[] = COURSE_SCENARIOS.map((name) => {
  const trace = courseTrace(name);
  return [name, KINDS.flatMap((kind) => SEEDS.flatMap((seed) => makeExercise(trace, kind, seed) ?? [])).map((exercise) => ({ exercise, trace }))];
});

const ALL: readonly (readonly [string, readonly Packed[]])[] = [...MADE.filter(([, questions]) => questions.length > 0), ['written', WRITTEN]];

/** The responses as a platform gives them to the item for this answer; what is not answered is NULL. */
function responsesOf({ fields }: Exercise, answer: Answer): ReadonlyMap<string, readonly string[] | null> {
  return new Map(fields.flatMap((field, at) => responsesTo(field, at, answer[field.id])));
}

function responsesTo(field: Field, at: number, answer: Answer[string] | undefined): readonly (readonly [string, readonly string[] | null])[] {
  const list = typeof answer === 'string' ? [answer] : (answer ?? []);
  if (field.type === 'path') return Array.from({ length: stepsOf(field) }, (_, step) => [responseName(at, step), [list[step] === undefined ? ENDED : optionName(STATES.findIndex((state) => state === list[step]))]] as const);
  const options = offered(field);
  const named = (value: string) => optionName(options.findIndex((option) => option.value === value));
  const values = field.type === 'number' ? list.filter((text) => text !== '') : field.type === 'match' ? list.map((value, item) => `${itemName(item)} ${named(value)}`) : list.map(named);
  return [[responseName(at), values.length === 0 ? null : values]];
}

/** Any answer of a form that a platform lets through. */
function anyAnswer({ fields }: Exercise, random: Random): Answer {
  const one = <Item>(of: readonly Item[]): Item => of[Math.floor(random() * of.length)]!;
  const toField = (field: Field): Answer[string] => {
    switch (field.type) {
      case 'choice':
        return one(field.options).value;
      case 'many':
        return field.options.filter(() => random() < 0.5).map(({ value }) => value);
      case 'order':
        return shuffled(field.items, random).map(({ value }) => value);
      case 'number':
        return one([...field.accepted, ...typable(field).map(({ value }) => value), '77777', field.form === 'number' ? `0${field.accepted[0] ?? ''}` : (field.accepted[0] ?? '').toLowerCase()]);
      case 'match':
        return field.repeats ? field.items.map(() => one(field.options).value) : shuffled(field.options, random).slice(0, field.items.length).map(({ value }) => value);
      case 'path': {
        const way = one(field.accepted);
        const kept = way.slice(0, Math.floor(random() * (way.length + 1)));
        return random() < 0.5 ? kept : [...kept, one([...STATES, ...field.mistakes.map(({ value }) => value)])].slice(0, stepsOf(field));
      }
    }
  };
  return Object.fromEntries(fields.map((field) => [field.id, toField(field)]));
}

describe.each(ALL)('as QTI: the questions of %s', (_name, questions) => {
  it.each(['en', 'ko'] as const)('are items as the specification wants them (%s)', (language) => {
    for (const { exercise, trace } of questions) {
      const item = language === 'en' ? itemOf({ exercise, trace }) : rootOf(itemXml(exercise, trace, language, WORDS[language]));
      expect(faultsIn(item, QTI_RULES), exercise.id).toEqual([]);
      const named = (selector: string, attribute = 'identifier') => [...item.querySelectorAll(selector)].map((one) => one.getAttribute(attribute));
      const declared = named('responseDeclaration');
      expect(new Set(declared).size).toBe(declared.length);
      expect(named('[responseIdentifier]', 'responseIdentifier').toSorted()).toEqual(declared.toSorted());
      for (const interaction of item.querySelectorAll('[responseIdentifier]')) {
        const choices = [...interaction.querySelectorAll('[identifier]')].map((one) => one.getAttribute('identifier'));
        expect(new Set(choices).size).toBe(choices.length);
      }
      const feedback = named('modalFeedback');
      expect(feedback).toEqual([...item.querySelectorAll('responseProcessing multiple > baseValue')].map(({ textContent }) => textContent));
      expect(new Set(feedback).size).toBe(feedback.length);
      expect(item.textContent).not.toMatch(/\{\{|undefined/);
    }
  });

  it('give as the correct response what the course takes as right, and all points for it', () => {
    for (const question of questions) {
      const { exercise } = question;
      const item = itemOf(question);
      const correct = new Map([...item.querySelectorAll('responseDeclaration')].map((one) => [one.getAttribute('identifier') ?? '', valuesIn(one.children[0])]));
      const key = answerKey(exercise);
      expect(grade(exercise, key).right).toBe(true);
      expect(correct, exercise.id).toEqual(new Map([...responsesOf(exercise, key)]));
      const outcomes = processed(item, correct);
      expect(outcomes.get('SCORE')).toEqual([String(exercise.fields.length)]);
      expect(outcomes.get('SCORE')).toEqual(outcomes.get('MAXSCORE'));
    }
  });

  it('judge any answer, and tell as much of it, as the course does', () => {
    const random = randomOf(9293);
    for (const question of questions) {
      const { exercise } = question;
      const item = itemOf(question);
      for (let tries = 0; tries < TRIES; tries += 1) {
        const answer = anyAnswer(exercise, random);
        const outcomes = processed(item, responsesOf(exercise, answer));
        const { fields } = grade(exercise, answer);
        const where = `${exercise.id} ${JSON.stringify(answer)}`;
        expect(outcomes.get('SCORE'), where).toEqual([String(fields.filter(({ right }) => right).length)]);
        const told = fields.map(({ right, explanation, objections }) => (right ? Number(explanation.length > 0) : objections.filter(({ why }) => why.length > 0).length));
        expect(exercise.fields.map((_field, at) => (outcomes.get('FEEDBACK') ?? []).filter((name) => name.startsWith(`FEEDBACK_${at + 1}_`)).length), where).toEqual(told);
      }
    }
  });
});

describe('a content package', () => {
  const questions = ALL.flatMap(([, some]) => some.slice(0, 1)).slice(0, 8);
  const files = qtiPackage([...questions, ...questions.slice(0, 2)], 'A <test>', 'ko', WORDS.ko);

  it('has a manifest, a test and an item for each question, once', () => {
    const manifest = rootOf(files.get('imsmanifest.xml') ?? '');
    expect(faultsIn(manifest, MANIFEST_RULES)).toEqual([]);
    const hrefs = [...manifest.querySelectorAll('file')].map((file) => file.getAttribute('href'));
    expect(['imsmanifest.xml', ...hrefs]).toEqual([...files.keys()]);
    const identifiers = [...manifest.querySelectorAll('resource')].map((one) => one.getAttribute('identifier'));
    expect(identifiers).toEqual(['TEST', ...questions.map(({ exercise }) => exercise.id)]);
    expect([...manifest.querySelectorAll('dependency')].map((one) => one.getAttribute('identifierref'))).toEqual(identifiers.slice(1));
  });

  it('has all of them in its test, in their order', () => {
    const test = rootOf(files.get('test.xml') ?? '');
    expect(faultsIn(test, QTI_RULES)).toEqual([]);
    expect(test.getAttribute('title')).toBe('A <test>');
    expect([...test.querySelectorAll('assessmentItemRef')].map((one) => one.getAttribute('href'))).toEqual([...files.keys()].slice(2));
  });

  it('is the same archive for the same questions, with the manifest first', () => {
    const archive = zipped(files);
    expect(zipped(files)).toEqual(archive);
    const inside = unzipSync(archive);
    expect(Object.keys(inside)).toEqual([...files.keys()]);
    expect(new TextDecoder().decode(inside['test.xml'])).toBe(files.get('test.xml'));
  });
});

describe('what judges these files', () => {
  const broken = (change: (xml: string) => string) => faultsIn(rootOf(change(itemXml(WRITTEN[1]!.exercise, null, 'en', WORDS.en))), QTI_RULES);
  it.each([
    ['an attribute that is missing', (xml: string) => xml.replace(' adaptive="false"', ''), ['/assessmentItem: adaptive is missing']],
    ['an attribute that does not exist', (xml: string) => xml.replace('<itemBody>', '<itemBody colour="red">'), ['/assessmentItem/itemBody: no attribute colour']],
    ['a value that cannot be', (xml: string) => xml.replace('cardinality="single"', 'cardinality="one"'), ['/assessmentItem/responseDeclaration: cardinality cannot be “one”']],
    ['an element that does not exist', (xml: string) => xml.replaceAll('modalFeedback', 'feedback').replace(/<feedback.*<\/feedback>/s, '<feedback/>'), ['/assessmentItem: cannot hold responseDeclaration outcomeDeclaration outcomeDeclaration outcomeDeclaration itemBody responseProcessing feedback ', '/assessmentItem/feedback: no such element']],
    ['text where none may be', (xml: string) => xml.replace('<itemBody>', '<itemBody>Words'), ['/assessmentItem/itemBody: no text may stand here']],
  ])('notices %s', (_what, change, faults) => {
    expect(broken(change)).toEqual(faults);
  });
});
