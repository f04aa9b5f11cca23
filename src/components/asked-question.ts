/** A question that an author has written, with the lesson where it stands. */
export interface AskedQuestion {
  readonly lesson: string;
  /** What its author calls it. */
  readonly name: string;
  /** The exercise that it is, as JSON, in the signs of an address. */
  readonly exercise: string;
  /** The name of the scenario that it is about; null where it is about none. */
  readonly scenario: string | null;
}
