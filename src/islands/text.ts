import { fill } from '../narration/fill.ts';
import { say } from '../narration/say.ts';
import { sentence, type Sentence, type Words } from '../narration/sentence.ts';

/** One of an island's own messages, filled in. */
export function text(words: Words, key: string, params: Sentence['params'] = {}): string {
  return say(sentence(key, params), words);
}

/** A message as it stands, without a capital: a word inside a line. */
export function word(words: Words, key: string, params: Sentence['params'] = {}): string {
  return fill(words[key] ?? key, params);
}

/** A host's name as a label: `client` and `server` in the reader's language, others as the scenario calls them. */
export function hostLabel(words: Words, name: string): string {
  return words[`island.name.${name}`] ?? name;
}
