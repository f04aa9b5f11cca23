/** What `<Count>` can count: requirements of RFC 9293 and what is done about them, and what the engine and its proofs consist of. */
export const COUNTED = [
  'requirements',
  'done',
  'by-profile',
  'out-of-scope',
  'must',
  'must-done',
  'rules',
  'switches',
  'proofs',
  'figures',
  'scripts',
  'pairs-in-order',
  'pairs-with-abort',
  'pairs-with-loss',
] as const;

/** One of the things that can be counted. */
export type Counted = (typeof COUNTED)[number];
