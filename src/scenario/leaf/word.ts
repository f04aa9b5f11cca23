import type { HostId } from '../../simulation/scenario.ts';
import { HOST_IDS } from '../../simulation/scenario.ts';
import { isWord, problemAt, textOf } from '../line.ts';
import { meant } from '../nearest.ts';
import { tokenise } from '../token.ts';
import { refused, taken, type Leaf } from './leaf.ts';

/** One of a closed set of words. */
export function oneOf<T extends string>(values: readonly T[], code: 'unknown-state' | 'unknown-profile', fallback: T): Leaf<T> {
  return {
    words: values,
    read: (line, at, known) => {
      const value = values.find((word) => isWord(line, at, word));
      if (value !== undefined) return taken(at + 1, value);
      const token = line.tokens[at];
      if (token?.kind !== 'word' || known(token.text)) return refused(at, values);
      return taken(at + 1, fallback, problemAt(line, at, at + 1, code, meant(token.text, values)));
    },
    write: (value) => value,
  };
}

/** One of a closed set of texts, each of several words; what is none of them is taken to the end of the line. */
export function oneOfTexts<T extends string>(values: readonly T[], code: 'unknown-signal', fallback: T): Leaf<T> {
  const spelled = values.map((value) => ({ value, words: tokenise(value).map((token) => token.text) }));
  return {
    words: [],
    read: (line, at) => {
      const found = spelled.find(({ words }) => words.every((word, i) => isWord(line, at + i, word)));
      if (found !== undefined) return taken(at + found.words.length, found.value);
      const end = line.tokens.length;
      if (at >= end) return refused(at, values);
      return taken(end, fallback, problemAt(line, at, end, code, meant(textOf(line, at, end), values)));
    },
    write: (value) => value,
  };
}

/** A host, by its name. */
export const hostLeaf: Leaf<HostId> = {
  words: [],
  read: (line, at, known) => {
    const host = HOST_IDS.find((id) => isWord(line, at, line.names[id]));
    if (host !== undefined) return taken(at + 1, host);
    const token = line.tokens[at];
    const names = HOST_IDS.map((id) => line.names[id]);
    if (token?.kind !== 'word' || known(token.text)) return refused(at, names);
    return taken(at + 1, 'A', problemAt(line, at, at + 1, 'unknown-host', meant(token.text, names)));
  },
  write: (host, names) => names[host],
};

/** The name that a host is given: a letter, then letters, digits, `-` and `_`, and not a word of the notation. */
export const nameLeaf: Leaf<string> = {
  words: [],
  read: (line, at, known) => {
    const token = line.tokens[at];
    if (token?.kind !== 'word') return { ok: false, at, wants: [{ type: 'name' }] };
    const { text } = token;
    if (!known(text)) return taken(at + 1, text);
    return taken(at + 1, text, problemAt(line, at, at + 1, 'reserved-name', { name: text, nearest: `${text}-host` }));
  },
  write: (name) => name,
};
