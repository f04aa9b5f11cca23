/** What a reader has done with a question, each time that it is checked. */
export interface Answered {
  /** Of the exercise: the same in every language and on every page. */
  readonly id: string;
  readonly kind: string;
  readonly topic: string;
  /** Whether everything is right now. */
  readonly right: boolean;
  /** Whether it was the first check, and the answer had not been looked at before. */
  readonly firstTry: boolean;
  /** Which share of its parts is right, 0 to 1. */
  readonly score: number;
  /** How often the reader has checked an answer, this time included; 1 or more. */
  readonly attempts: number;
  /** The known misconceptions that the answer shows. */
  readonly misconceptions: readonly string[];
  /** The page where that was: its address without language. */
  readonly slug: string;
}

/** Tells whoever keeps the reader's progress: the event `handshake:answered` of the document, with this as its detail. */
export function reportAnswer(answered: Answered): void {
  document.dispatchEvent(new CustomEvent('handshake:answered', { detail: answered }));
}
