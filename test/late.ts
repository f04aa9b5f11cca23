/** How late anything may be on a busy machine, ms; it measures nothing. */
export const LATE = 120_000;
