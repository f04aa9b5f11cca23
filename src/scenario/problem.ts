/** Every kind of problem that a text can have, with the params of its message and hint. */
export const PROBLEMS = {
  'strange-character': ['character'],
  'foreign-character': ['character', 'nearest'],
  'unknown-statement': ['word', 'nearest', 'choices'],
  'unknown-word': ['word', 'nearest', 'choices'],
  'misplaced-word': ['word', 'choices'],
  'missing-word': ['before', 'choices'],
  'missing-name': ['before'],
  'missing-number': ['before', 'least', 'most'],
  'missing-time': ['before'],
  'missing-unit': ['number'],
  'trailing-words': ['words'],
  'flags-without-comma': ['first', 'second'],
  'unknown-host': ['word', 'nearest', 'choices'],
  'unknown-state': ['word', 'nearest', 'choices'],
  'unknown-flag': ['word', 'nearest', 'choices'],
  'unknown-profile': ['word', 'nearest', 'choices'],
  'unknown-signal': ['word', 'nearest', 'choices'],
  'unknown-unit': ['word', 'nearest', 'choices'],
  'number-range': ['number', 'least', 'most'],
  'number-fraction': ['number', 'nearest'],
  'ambiguous-comma': ['text', 'list', 'number'],
  'repeated-flag': ['flag'],
  'repeated-field': ['field'],
  'ack-without-flag': ['flags', 'nearest'],
  'reserved-name': ['name', 'nearest'],
  'same-names': ['name', 'nearest'],
  'repeated-setting': ['setting', 'line'],
  'nothing-before': ['word'],
  'never-held': ['selector'],
  'unknown-connection': ['port', 'choices'],
  'repeated-port': ['port', 'nearest'],
  'nothing-to-accept': ['port'],
} as const;

/** The code of a kind of problem; `problem.<code>` and `problem.<code>.hint` are its sentences. */
export type ProblemCode = keyof typeof PROBLEMS;

/** What the sentences of a problem are filled with. */
export type ParamsOf<C extends ProblemCode> = Readonly<Record<(typeof PROBLEMS)[C][number], string>>;

/** A place inside a text. Lines and columns count from 1, columns and length in UTF-16 units; length is 1 or more. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** Something wrong with a text, where it is, and what its sentences are filled with. */
export interface Problem {
  readonly where: Place;
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string>>;
}
