/** Something wrong in the text of a lesson. */
export interface Fault {
  /** Where it is, UTF-16 units from the beginning of the text. */
  readonly offset: number;
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}
