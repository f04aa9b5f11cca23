/** Two things that stand beside each other, by their places in their lists; null where one stands alone. */
export type Pair = readonly [one: number, other: number] | readonly [one: number, other: null] | readonly [one: null, other: number];

/** How well two things go together: 0 keeps them apart. */
export type Weigh = (one: number, other: number) => number;

/**
 * The pairs of two lists, in the order of both, with the largest sum of weights; of equal sums one that pairs early.
 * `most` is a weight that no two things exceed. Of lists with more than a million pairs, partners are at most some 250 places apart.
 */
export function align(ones: number, others: number, weigh: Weigh, most: number): readonly Pair[] {
  let begun = 0;
  while (begun < ones && begun < others && weigh(begun, begun) === most) begun += 1;
  const rest = best(ones - begun, others - begun, (one, other) => weigh(begun + one, begun + other));
  return [
    ...Array.from({ length: begun }, (_, at): Pair => [at, at]),
    ...rest.map(([one, other]): Pair => (one === null ? [null, begun + other] : other === null ? [begun + one, null] : [begun + one, begun + other])),
  ];
}

const REACH = 250;
const EXACT_CELLS = 1_000_000;

const ALONE_ONE = 1;
const ALONE_OTHER = 2;
const TOGETHER = 3;

/** The best pairs by dynamic programming, from behind, so that the walk from the front meets equal sums early; of very long lists only a band of the table. */
function best(ones: number, others: number, weigh: Weigh): readonly Pair[] {
  const width = (ones + 1) * (others + 1) <= EXACT_CELLS ? others + 1 : Math.min(others + 1, 2 * REACH + 1);
  const firstOf = (one: number) => Math.min(Math.max(0, Math.round((one * others) / Math.max(1, ones)) - REACH), others + 1 - width);
  const choices = new Uint8Array((ones + 1) * width).fill(ALONE_OTHER);
  let below = new Float64Array(width);
  let row = new Float64Array(width);
  for (let one = ones - 1; one >= 0; one -= 1) {
    const first = firstOf(one);
    const shift = first - firstOf(one + 1);
    for (let column = width - 1; column >= 0; column -= 1) {
      const other = first + column;
      let sum = below[column + shift] ?? -Infinity;
      let choice = ALONE_ONE;
      const right = other < others ? (row[column + 1] ?? -Infinity) : -Infinity;
      if (column + 1 < width && right > sum) {
        sum = right;
        choice = ALONE_OTHER;
      }
      const weight = other < others ? weigh(one, other) : 0;
      const together = weight > 0 ? (below[column + shift + 1] ?? -Infinity) + weight : -Infinity;
      if (together >= sum && together > 0) {
        sum = together;
        choice = TOGETHER;
      }
      row[column] = sum;
      choices[one * width + column] = choice;
    }
    [below, row] = [row, below];
  }
  return walked(ones, others, (one, other) => choices[one * width + other - firstOf(one)] ?? ALONE_ONE);
}

function walked(ones: number, others: number, choiceAt: (one: number, other: number) => number): readonly Pair[] {
  const pairs: Pair[] = [];
  let [one, other] = [0, 0];
  while (one < ones || other < others) {
    const choice = one === ones ? ALONE_OTHER : other === others ? ALONE_ONE : choiceAt(one, other);
    if (choice === TOGETHER) pairs.push([one, other]);
    else pairs.push(choice === ALONE_ONE ? [one, null] : [null, other]);
    if (choice !== ALONE_OTHER) one += 1;
    if (choice !== ALONE_ONE) other += 1;
  }
  return pairs;
}
