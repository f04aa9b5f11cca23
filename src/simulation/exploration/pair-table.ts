/** Distinct pairs of numbers 0…2³¹−1, each with its index in the order in which they came. */
export interface PairTable {
  readonly size: () => number;
  /** The index of a pair that was not there before, now at the end; −1 where it was. */
  readonly add: (first: number, second: number) => number;
  readonly firstAt: (index: number) => number;
  readonly secondAt: (index: number) => number;
}

const FREE = -1;
/** Slots at the beginning, a power of two; never more than half of them are taken. */
const SLOTS = 1 << 12;

function grown(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

function hash(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e37_79b1) ^ Math.imul(second, 0x85eb_ca6b);
  return mixed ^ (mixed >>> 15);
}

/** An empty table: open addressing over typed arrays, because an exploration asks it millions of times. */
export function pairTable(): PairTable {
  let slots = new Int32Array(SLOTS).fill(FREE);
  let firsts = new Int32Array(SLOTS / 2);
  let seconds = new Int32Array(SLOTS / 2);
  let size = 0;

  const firstAt = (index: number) => firsts[index] ?? FREE;
  const secondAt = (index: number) => seconds[index] ?? FREE;

  /** The slot where the pair stands, or the free one where it would. */
  const slotOf = (first: number, second: number): number => {
    const mask = slots.length - 1;
    let slot = hash(first, second) & mask;
    for (;;) {
      const index = slots[slot] ?? FREE;
      if (index === FREE || (firsts[index] === first && seconds[index] === second)) return slot;
      slot = (slot + 1) & mask;
    }
  };

  const grow = (): void => {
    firsts = grown(firsts);
    seconds = grown(seconds);
    slots = new Int32Array(slots.length * 2).fill(FREE);
    for (let index = 0; index < size; index += 1) slots[slotOf(firstAt(index), secondAt(index))] = index;
  };

  return {
    size: () => size,
    add: (first, second) => {
      const slot = slotOf(first, second);
      if (slots[slot] !== FREE) return -1;
      const index = size;
      firsts[index] = first;
      seconds[index] = second;
      slots[slot] = index;
      size += 1;
      if (size === firsts.length) grow();
      return index;
    },
    firstAt,
    secondAt,
  };
}
