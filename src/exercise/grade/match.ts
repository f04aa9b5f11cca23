import type { MatchField } from '../field.ts';
import { found, MISSING, type Finding } from './verdict.ts';

/** Each item by itself; as long as one has no option, or the field allows no repetition and there is one, there is no answer. */
export function gradeMatch({ items, options, repeats }: MatchField, answer: readonly string[]): Finding {
  const isWhole = answer.length === items.length && answer.every((given) => options.some(({ value }) => value === given));
  if (!isWhole || (!repeats && new Set(answer).size < answer.length)) return MISSING;
  const judged = items.map((item, at) => ({ item, given: answer[at] ?? '', isRight: item.accepted.includes(answer[at] ?? '') }));
  const objections = judged.flatMap(({ item, given, isRight }) => {
    if (isRight) return [];
    const { misconception, why } = item.mistakes.find(({ value }) => value === given) ?? { misconception: null, why: [] };
    return [{ part: item.value, misconception, why }];
  });
  return found(objections, judged.flatMap(({ item, isRight }) => (isRight ? [item.value] : [])));
}
