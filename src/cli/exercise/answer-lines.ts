import type { Field } from '../../exercise/field.ts';
import { say } from '../../narration/say.ts';
import type { Sentence, Words } from '../../narration/sentence.ts';

interface Labelled {
  readonly value: string;
  readonly label: Sentence;
}

/** How the options of a field are named on paper. */
export function letterOf(at: number): string {
  return `${String.fromCharCode(97 + (at % 26))}${at < 26 ? '' : Math.floor(at / 26)})`;
}

/** The right answer to a field: a line, or several where it is a list. */
export function rightLines(field: Field, words: Words): readonly string[] {
  const named = (options: readonly Labelled[], value: string): string => {
    const at = options.findIndex((option) => option.value === value);
    const option = options[at];
    return option === undefined ? value : `${letterOf(at)} ${say(option.label, words)}`;
  };
  const anyOf = (answers: readonly string[]) => answers.join(` ${words['attempt.or'] ?? ''} `);
  switch (field.type) {
    case 'choice':
      return [anyOf(field.accepted.map((value) => named(field.options, value)))];
    case 'number':
      return [anyOf(field.accepted)];
    case 'path':
      return [anyOf(field.accepted.map((way) => [field.start, ...way].join(' → ')))];
    case 'many':
      return field.accepted.map((value) => named(field.options, value));
    case 'order':
      return field.accepted.map((value, at) => `${at + 1}. ${named(field.items, value)}`);
    case 'match':
      return field.items.map(({ label, accepted }) => `${say(label, words)} → ${anyOf(accepted.map((value) => named(field.options, value)))}`);
  }
}

/** The options of a field as they are offered, a line each; empty where the answer is written. */
export function optionLines(field: Field, words: Words): readonly string[] {
  switch (field.type) {
    case 'choice':
    case 'many':
      return field.options.map(({ label }, at) => `${letterOf(at)} ${say(label, words)}`);
    case 'order':
      return field.items.map(({ label }, at) => `${letterOf(at)} ${say(label, words)}`);
    case 'match':
      return [...field.items.map(({ label }) => `${say(label, words)} → ___`), ...field.options.map(({ label }, at) => `${letterOf(at)} ${say(label, words)}`)];
    case 'number':
      return ['______'];
    case 'path':
      return [`${field.start} → ___ → …`];
  }
}
