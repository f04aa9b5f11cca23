import type { Value } from '../script.ts';

/** The number that a value is, or that a list of one holds; null where it is none. */
export function numberOf(value: Value | undefined): number | null {
  if (value?.type === 'number') return value.value;
  if (value?.type === 'list' && value.items.length === 1) return numberOf(value.items[0]);
  return null;
}

/** The words that a value is made of; a number counts as one word. */
export function wordsOf(value: Value | undefined): readonly string[] {
  if (value?.type === 'words') return value.words;
  if (value?.type === 'number') return [String(value.value)];
  if (value?.type === 'list' && value.items.length === 1) return wordsOf(value.items[0]);
  return [];
}

/** A value as the script would write it. */
export function written(value: Value): string {
  switch (value.type) {
    case 'any':
      return '...';
    case 'number':
      return String(value.value);
    case 'text':
      return JSON.stringify(value.text);
    case 'words':
      return value.words.join('|');
    case 'list':
      return `[${value.items.map(written).join(', ')}]`;
    case 'fields':
      return `{${Object.entries(value.fields).map(([name, each]) => `${name}=${written(each)}`).join(', ')}}`;
  }
}
