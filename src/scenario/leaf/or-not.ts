import { isWord } from '../line.ts';
import { refused, taken, type Leaf } from './leaf.ts';

const NO = 'no';

/** What is said by its name alone. */
const nothing: Leaf<boolean> = { words: [], read: (_line, at) => taken(at, true), write: () => '' };

/** Something by its name and its value, or `no` and its name: `window scale 7`, `no window scale`. */
export function orNot<T>(name: string, value: Leaf<T>, none: T): Leaf<T> {
  const words = name.split(' ');
  return {
    words: [NO, ...words, ...value.words],
    read: (line, start, known) => {
      const not = isWord(line, start, NO);
      const from = not ? start + 1 : start;
      const wrong = words.findIndex((word, i) => !isWord(line, from + i, word));
      if (wrong >= 0) return refused(from + wrong, [...words.slice(wrong, wrong + 1), ...(from + wrong === start ? [NO] : [])]);
      return not ? taken(from + words.length, none) : value.read(line, from + words.length, known);
    },
    write: (given, names) => (given === none ? [NO, name] : [name, value.write(given, names)]).filter((text) => text !== '').join(' '),
  };
}

/** Something that there is, or, after `no`, is not: `SACK`, `no SACK`. */
export function yesOrNo(name: string): Leaf<boolean> {
  return orNot(name, nothing, false);
}

/** `on` or `off`. */
export const onOrOff: Leaf<boolean> = {
  words: ['on', 'off'],
  read: (line, at) => (isWord(line, at, 'on') || isWord(line, at, 'off') ? taken(at + 1, isWord(line, at, 'on')) : refused(at, ['on', 'off'])),
  write: (on) => (on ? 'on' : 'off'),
};
