import type { Sentence } from '../narration/sentence.ts';
import type { Exercise, Option } from './exercise.ts';

function ofOption({ label, why }: Option): readonly Sentence[] {
  return [label, ...why.map((it) => it.sentence)];
}

/** Every sentence that the exercise can come to say, so that a page can bring along just these words. */
export function sentencesOf({ given, question, hint, fields }: Exercise): readonly Sentence[] {
  const inFields = fields.flatMap((field) => {
    const options = field.type === 'order' ? [...field.items.flatMap(ofOption), ...field.precedences.map(({ why }) => why.sentence)] : field.options.flatMap(ofOption);
    return [field.label, ...options, ...field.explanation.map((it) => it.sentence)];
  });
  return [...given, question, hint, ...inFields];
}
