import type { Exercise } from '../../src/exercise/exercise.ts';

/** What an exercise asks, as a text: the same for two that differ only in their seed and in the order in which they offer things. */
export function questionOf({ id: _id, seed: _seed, ...asked }: Exercise): string {
  return JSON.stringify(asked, (name, value: unknown) => {
    const shuffled = (name === 'options' || name === 'items') && Array.isArray(value);
    return shuffled ? value.map((one) => JSON.stringify(one)).sort() : value;
  });
}
