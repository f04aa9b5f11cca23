import type { Words as DiagramWords } from '../diagram/words.ts';
import { fill } from '../narration/fill.ts';
import type { Words } from '../narration/sentence.ts';

/** The messages as a diagram asks for them. */
export function diagramWords(words: Words): DiagramWords {
  return (key, params = {}) => fill(words[key] ?? key, params);
}
