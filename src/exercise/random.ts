/** A source of numbers in [0, 1), the same for the same seed. */
export type Random = () => number;

/** mulberry32 (Tommy Ettinger): 32 bits of state, ample for shuffling a few options. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The list in an order that chance decides (Fisher and Yates). */
export function shuffled<Item>(list: readonly Item[], random: Random): readonly Item[] {
  const left = [...list];
  const drawn: Item[] = [];
  while (left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  return drawn;
}

/** One of the list for this seed, null where it is empty: seeds in a row give each one once before any comes again. */
export function chosen<Item>(list: readonly Item[], seed: number): Item | null {
  const turn = ((Math.trunc(seed) % list.length) + list.length) % list.length;
  return shuffled(list, randomOf(list.length))[turn] ?? null;
}
