import type { Sentence } from '../narration/sentence.ts';
import type { Exercise } from './exercise.ts';
import type { Explained, Field, Mistake, Option } from './field.ts';

function ofAll(explained: readonly Explained[]): readonly Sentence[] {
  return explained.map(({ sentence }) => sentence);
}

function ofMistakes(mistakes: readonly Mistake[]): readonly Sentence[] {
  return mistakes.flatMap(({ why }) => ofAll(why));
}

function ofOptions(options: readonly Option[]): readonly Sentence[] {
  return [...options.map(({ label }) => label), ...ofMistakes(options)];
}

function ofField(field: Field): readonly Sentence[] {
  switch (field.type) {
    case 'choice':
    case 'many':
      return ofOptions(field.options);
    case 'order':
      return [...ofOptions(field.items), ...field.precedences.map(({ why }) => why.sentence)];
    case 'number':
      return [...ofMistakes(field.mistakes), ...ofAll(field.otherwise)];
    case 'match':
      return [...field.options.map(({ label }) => label), ...field.items.flatMap(({ label, mistakes }) => [label, ...ofMistakes(mistakes)])];
    case 'path':
      return [...ofMistakes(field.mistakes), ...field.otherwise.flatMap(ofAll), ...ofAll(field.unfinished)];
  }
}

/** Every sentence that the exercise can come to say, so that a page can bring along just these words. */
export function sentencesOf({ given, question, hint, fields }: Exercise): readonly Sentence[] {
  return [...given, question, hint, ...fields.flatMap((field) => [field.label, ...ofField(field), ...ofAll(field.explanation)])];
}
