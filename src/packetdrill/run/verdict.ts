/** How a script came out. Lines from 1. */
export type Verdict =
  | { readonly type: 'passed'; readonly notes: readonly string[] }
  | { readonly type: 'failed'; readonly line: number; readonly expected: string; readonly came: string; readonly endpoint: string; readonly notes: readonly string[] }
  | { readonly type: 'skipped'; readonly line: number; readonly reason: string };

/** A verdict that ends a script before its last line. */
export type Ending = Exclude<Verdict, { type: 'passed' }>;
