import { messagesIn } from '../../components/words.ts';
import type { Language } from '../../components/language.ts';
import type { Explained, Field, Mistake } from '../../exercise/field.ts';
import { say } from '../../narration/say.ts';
import type { Sentence } from '../../narration/sentence.ts';
import type { ExercisesJson } from './exercise-shape.ts';
import type { Asking } from './questions.ts';
import { figureText } from './text.ts';

type FieldJson = ExercisesJson['questions'][number]['fields'][number];
type AnswerJson = NonNullable<FieldJson['answer']>;

interface Known extends Mistake {
  readonly item?: string;
  readonly after?: number;
}

/** Questions as plain data for programs; with the answers only where they are asked for. */
export function exercisesJson(questions: readonly Asking[], language: Language, answers: boolean): ExercisesJson {
  const words = messagesIn(language);
  const said = (sentence: Sentence) => say(sentence, words);
  return {
    format: 'handshake-exercises',
    version: 1,
    language,
    questions: questions.map((asking) => {
      const { exercise, scenario } = asking;
      const { id, kind, seed, topic, difficulty, given, question, hint, fields } = exercise;
      return { id, kind, seed, topic, difficulty, scenario, figure: [...figureText(asking, language)], given: given.map(said), question: said(question), hint: said(hint), fields: fields.map((field) => fieldJson(field, said, answers)) };
    }),
  };
}

type Said = (sentence: Sentence) => string;

function fieldJson(field: Field, said: Said, answers: boolean): FieldJson {
  const { id, type, label } = field;
  const options = (of: readonly { readonly value: string; readonly label: Sentence }[]) => of.map((one) => ({ value: one.value, label: said(one.label) }));
  const offered = type === 'choice' || type === 'many' || type === 'match' ? { options: options(field.options) } : type === 'order' ? { options: options(field.items) } : {};
  return {
    id,
    type,
    label: said(label),
    ...offered,
    ...(type === 'match' ? { items: options(field.items) } : {}),
    ...(type === 'path' ? { start: field.start } : {}),
    ...(answers ? { answer: answerJson(field, said) } : {}),
  };
}

function answerJson(field: Field, said: Said): AnswerJson {
  const whys = (of: readonly Explained[]) => of.map(({ sentence, clause }) => ({ text: said(sentence), cite: clause?.cite ?? null }));
  return {
    accepted: acceptedOf(field),
    explanation: whys(field.explanation),
    mistakes: mistakesOf(field).map(({ item = null, after = null, value, misconception, why }) => ({ item, after, value, misconception, why: whys(why) })),
  };
}

function acceptedOf(field: Field): AnswerJson['accepted'] {
  switch (field.type) {
    case 'choice':
    case 'number':
      return [...field.accepted];
    case 'many':
    case 'order':
      return [[...field.accepted]];
    case 'match':
      return field.items.map(({ accepted }) => [...accepted]);
    case 'path':
      return field.accepted.map((way) => [...way]);
  }
}

function mistakesOf(field: Field): readonly Known[] {
  switch (field.type) {
    case 'choice':
      return field.options.filter(({ value }) => !field.accepted.includes(value));
    case 'many':
      return field.options;
    case 'order':
      return [];
    case 'number':
    case 'path':
      return field.mistakes;
    case 'match':
      return field.items.flatMap(({ value: item, mistakes }) => mistakes.map((one) => ({ ...one, item })));
  }
}
