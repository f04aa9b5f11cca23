/** Chance that can be had again: the same seed gives the same numbers. */
export interface Chance {
  /** 0 up to, and not, `below`. */
  readonly upTo: (below: number) => number;
  /** One of the choices. */
  readonly of: <T>(choices: readonly [T, ...T[]]) => T;
  /** True once in so many times. */
  readonly oneIn: (times: number) => boolean;
  /** 0…2³²−1. */
  readonly word: () => number;
}

/** Chance from a seed (the generator known as mulberry32). */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const word = (): number => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const upTo = (below: number) => Math.floor((word() / 2 ** 32) * below);
  return { word, upTo, of: (choices) => choices[upTo(choices.length)] ?? choices[0], oneIn: (times) => upTo(times) === 0 };
}
