import type { Answer } from '../../src/exercise/exercise.ts';
import type { Field, MatchField, PathField } from '../../src/exercise/field.ts';
import { STATES } from '../../src/tcp/state.ts';

function permutations<Item>(list: readonly Item[]): readonly (readonly Item[])[] {
  if (list.length < 2) return [list];
  return list.flatMap((item, at) => permutations([...list.slice(0, at), ...list.slice(at + 1)]).map((rest) => [item, ...rest]));
}

/** Every list of some of them, but for the empty one. */
function subsets<Item>(list: readonly Item[]): readonly (readonly Item[])[] {
  return list.reduce<readonly (readonly Item[])[]>((some, item) => [...some, ...some.map((one) => [...one, item])], [[]]).slice(1);
}

/** Each item with each option, the others as the key has them; where options may not be repeated, the one that is given away is given what was taken. */
function matches({ items, options, repeats }: MatchField): readonly (readonly string[])[] {
  const key = items.map(({ accepted }) => accepted[0] ?? '');
  return items.flatMap((_item, at) =>
    options.map(({ value }) => key.map((right, place) => (place === at ? value : !repeats && right === value ? (key[at] ?? '') : right))),
  );
}

/** Each right walk, whole, ended early, and gone wrong at every step, and one step too far. */
function walks({ accepted }: PathField): readonly (readonly string[])[] {
  return accepted.flatMap((way) => Array.from({ length: way.length + 1 }, (_none, steps) => way.slice(0, steps)).flatMap((begin) => [...(begin.length > 0 ? [begin] : []), ...STATES.map((state) => [...begin, state])]));
}

/** Answers that cannot be told apart from a right one by its look: near it, and far. */
function numbers(accepted: readonly string[], known: readonly string[]): readonly string[] {
  const near = accepted.flatMap((value) => (/^\d+$/.test(value) ? [Number(value) + 3, Number(value) - 3, Number(value) * 2 + 7].map(String) : []));
  return [...accepted, ...known, ...near, '987654', 'nothing'];
}

/** Answers to try on a field, right ones and wrong ones: all there are where they are few. */
export function answersTo(field: Field): readonly Answer[string][] {
  switch (field.type) {
    case 'choice':
      return field.options.map(({ value }) => value);
    case 'many':
      return subsets(field.options.map(({ value }) => value));
    case 'order':
      return permutations(field.items.map(({ value }) => value));
    case 'number':
      return numbers(field.accepted, field.mistakes.map(({ value }) => value));
    case 'match':
      return matches(field);
    case 'path':
      return walks(field);
  }
}
