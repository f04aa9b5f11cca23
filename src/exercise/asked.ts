import { sentence } from '../narration/sentence.ts';
import type { Difficulty } from './difficulty.ts';
import type { Exercise } from './exercise.ts';
import type { Explained, Field, Option } from './field.ts';
import { misconceptionsIn } from './misconceptions-in.ts';
import { explained } from './option.ts';
import { randomOf, shuffled } from './random.ts';
import { plainly, written, type Rich } from './rich.ts';
import type { Topic } from './topic.ts';

/** An answer that an author has thought of. */
export interface AskedOption {
  readonly isRight: boolean;
  readonly label: Rich;
  /** The known misconception that choosing it shows, or, where several are right, leaving it out; else null. */
  readonly misconception: string | null;
  /** What is told to who has chosen it; of a right answer, why it is right. */
  readonly why: readonly Rich[];
}

/** Two things that belong together. */
export interface AskedPair {
  readonly left: Rich;
  readonly right: Rich;
  /** Why; also told to who has put this right one to another left one. */
  readonly why: readonly Rich[];
}

/** How an author's question is answered. */
export type AskedForm =
  | { readonly type: 'one' | 'many'; readonly options: readonly AskedOption[] }
  /** `otherwise`: what is told to who has typed something that no option foresees. */
  | { readonly type: 'number' | 'text'; readonly options: readonly AskedOption[]; readonly otherwise: readonly Rich[] }
  | { readonly type: 'match'; readonly pairs: readonly AskedPair[] };

/** A question that an author has written, in one language. */
export interface Asked {
  /** Unique in the course, the same in every language. */
  readonly name: string;
  readonly topic: Topic;
  readonly difficulty: Difficulty;
  /** Paragraphs before the question. */
  readonly given: readonly Rich[];
  readonly question: Rich;
  readonly hint: string;
  readonly form: AskedForm;
}

/** The one field that an author's question has. */
const FIELD = 'answer';

/** The answers of a typed option: they stand side by side, with a bar between them. */
export function alternatives({ label }: Pick<AskedOption, 'label'>): readonly string[] {
  return label.text.split('|').map((one) => one.trim());
}

/** The id of an author's question as an exercise. */
export function askedId(name: string): string {
  return `asked-${name}`;
}

/** The exercise that an author's question is; nothing is shown beside it, and it is played, where there is a run, from the beginning. */
export function exerciseAsked({ name, topic, difficulty, given, question, hint, form }: Asked): Exercise {
  const fields = [fieldOf(form, name)];
  return {
    id: askedId(name),
    kind: 'asked',
    seed: 0,
    topic,
    difficulty,
    misconceptions: misconceptionsIn(fields),
    figure: { type: 'none' },
    play: { from: 0, scenario: null },
    given: given.map(written),
    question: written(question),
    hint: written(plainly(hint)),
    fields,
  };
}

function explanationOf(why: readonly Rich[]): readonly Explained[] {
  return why.map((one) => explained(written(one)));
}

function fieldOf(form: AskedForm, name: string): Field {
  const common = { id: FIELD, label: sentence(`exercise.asked.${form.type}`) };
  switch (form.type) {
    case 'one':
    case 'many': {
      const options = form.options.map(({ isRight, label, misconception, why }, at): Option => ({ value: String(at + 1), label: written(label), misconception, why: isRight && form.type === 'one' ? [] : explanationOf(why) }));
      const accepted = options.flatMap(({ value }, at) => (form.options[at]?.isRight === true ? [value] : []));
      return { ...common, type: form.type === 'one' ? 'choice' : 'many', options, accepted, explanation: rightly(form.options) };
    }
    case 'number':
    case 'text': {
      const { options, otherwise } = form;
      return {
        ...common,
        type: 'number',
        form: form.type,
        accepted: options.flatMap((option) => (option.isRight ? alternatives(option) : [])),
        mistakes: options.flatMap((option) => (option.isRight ? [] : alternatives(option).map((value) => ({ value, misconception: option.misconception, why: explanationOf(option.why) })))),
        otherwise: explanationOf(otherwise),
        explanation: rightly(options),
      };
    }
    case 'match':
      return { ...common, type: 'match', ...matchOf(form.pairs, name) };
  }
}

function rightly(options: readonly AskedOption[]): readonly Explained[] {
  return explanationOf(options.flatMap(({ isRight, why }) => (isRight ? why : [])));
}

/** Options stand in an order that the question's name decides, so that they are no list of the answers. */
function matchOf(pairs: readonly AskedPair[], name: string) {
  const whys = new Map<string, readonly Explained[]>();
  for (const { right, why } of pairs) whys.set(right.text, [...(whys.get(right.text) ?? []), ...explanationOf(why)]);
  const rights = [...new Map(pairs.map(({ right }) => [right.text, right])).values()].map((right, at) => ({ value: String(at + 1), right }));
  const valueOf = (text: string) => rights.filter(({ right }) => right.text === text).map(({ value }) => value);
  return {
    items: pairs.map(({ left, right }, at) => ({
      value: `item-${String(at + 1)}`,
      label: written(left),
      accepted: valueOf(right.text),
      mistakes: rights.flatMap(({ value, right: other }) => (other.text === right.text ? [] : [{ value, misconception: null, why: whys.get(other.text) ?? [] }])),
    })),
    options: shuffled(rights, randomOf(Array.from(name).reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7))).map(({ value, right }) => ({ value, label: written(right) })),
    repeats: rights.length < pairs.length,
    explanation: explanationOf(pairs.flatMap(({ why }) => why)),
  };
}
