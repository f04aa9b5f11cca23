import { RULES, type Rule } from './grammar.ts';
import { piecesOf } from './shape.ts';

function wordsOf(rule: Rule<unknown>): readonly string[] {
  switch (rule.kind) {
    case 'leaf':
      return rule.leaf.words;
    case 'phrase':
    case 'optional':
      return wordsIn(rule.shape);
    case 'choice':
      return Object.values(rule.shapes).flatMap(wordsIn);
  }
}

function wordsIn(shape: string): readonly string[] {
  return piecesOf(shape).flatMap((piece) => (piece.type === 'word' && /\w/.test(piece.word) ? [piece.word] : []));
}

/** Every word of the notation but what users are told and the names of hosts, as written. */
export const VOCABULARY: readonly string[] = [...new Set(Object.values(RULES).flatMap((rule) => wordsOf(rule)))];

/** The words that sentences are built with, as against names of states, control bits, units and profiles. */
export const SENTENCE_WORDS: readonly string[] = [
  ...new Set(Object.values(RULES).flatMap((rule) => (rule.kind === 'leaf' ? [] : wordsOf(rule)))),
];

const folded = new Set(VOCABULARY.map((word) => word.toLowerCase()));

/** Whether `word` is a word of the notation, in whatever case, and so no name for a host. */
export function isKnown(word: string): boolean {
  return folded.has(word.toLowerCase());
}
