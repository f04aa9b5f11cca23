/** When a frame was captured, in UTC; finer resolutions than the nanosecond are cut. */
export interface Stamp {
  /** Whole seconds since the beginning of 1970; may be negative. */
  readonly s: number;
  /** Nanoseconds of that second, 0…999,999,999. */
  readonly ns: number;
}

/** Milliseconds from `origin` to `stamp`, to the microsecond; negative where `stamp` is the earlier one. */
export function millisecondsBetween(origin: Stamp, stamp: Stamp): number {
  return ((stamp.s - origin.s) * 1_000_000 + (Math.floor(stamp.ns / 1000) - Math.floor(origin.ns / 1000))) / 1000;
}
