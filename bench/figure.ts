/** One measured value, as `npm run bench` prints it. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** What every file `bench/*.bench.ts` exports as `measure`. */
export type Measure = () => Promise<readonly Figure[]>;

/** The middle one of the values. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** How a rate is measured: how many rounds of how many ms, after one that warms up, and how often `work` runs between two looks at the clock. */
interface Rounds {
  readonly roundMs?: number;
  readonly rounds?: number;
  readonly batch?: number;
}

/** How often `work` runs in a second: the median of the rounds. */
export function timesPerSecond(work: () => void, { roundMs = 700, rounds = 5, batch = 10 }: Rounds = {}): number {
  const round = (): number => {
    const began = performance.now();
    let times = 0;
    while (performance.now() - began < roundMs) {
      for (let i = 0; i < batch; i += 1) work();
      times += batch;
    }
    return (times * 1000) / (performance.now() - began);
  };
  round();
  return median(Array.from({ length: rounds }, round));
}
