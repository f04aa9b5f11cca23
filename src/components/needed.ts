import type { Exercise } from '../exercise/exercise.ts';
import { placeholders } from '../narration/fill.ts';
import type { Sentence, Words } from '../narration/sentence.ts';

function isSentence(value: unknown): value is Sentence {
  return typeof value === 'object' && value !== null && 'key' in value && typeof value.key === 'string' && 'params' in value;
}

/** The exercise with what its sentences need in this language: a rule's sentence knows forty facts of its moment, and tells a few. Half as long as JSON. */
export function needed<Any extends Exercise>(exercise: Any, words: Words): Any {
  const trim = (_name: string, value: unknown): unknown => {
    if (!isSentence(value)) return value;
    const told = [...placeholders(words[value.key] ?? ''), 'connection'];
    return { key: value.key, params: Object.fromEntries(Object.entries(value.params).filter(([name]) => told.includes(name))) };
  };
  return JSON.parse(JSON.stringify(exercise, trim)) as Any;
}
