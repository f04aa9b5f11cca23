import type { Answered } from '../answers-report.ts';

/** What a framed page tells the page that frames it. `version` grows when a message comes to mean something else; new types and new fields may come without that. */
export type Message = { readonly source: 'handshake-lab'; readonly version: 1 } & (
  | { readonly type: 'ready'; readonly kind: string; readonly language: string; readonly title: string; /** Of the whole content, px. */ readonly height: number }
  | { readonly type: 'resize'; /** Of the whole content, px. */ readonly height: number }
  | ({ readonly type: 'result' } & Result)
);

/** How an exercise stands after a check. */
interface Result {
  /** The exercise's id: the same in every language and on every page. */
  readonly exercise: string;
  readonly kind: string;
  readonly topic: string;
  readonly correct: boolean;
  /** Which share of its parts is right, 0 to 1. */
  readonly score: number;
  /** How often the reader has checked an answer to it, 1 or more. */
  readonly attempts: number;
  /** Whether it was right at the first check, and the answer had not been looked at before. */
  readonly firstTry: boolean;
  /** The ids of the known misconceptions that the answer shows. */
  readonly misconceptions: readonly string[];
}

/** The message about an answer. */
export function resultOf({ id, kind, topic, right, firstTry, score = right ? 1 : 0, attempts = 1, misconceptions }: Omit<Answered, 'slug' | 'score' | 'attempts'> & Partial<Pick<Answered, 'score' | 'attempts'>>): Message {
  return { source: 'handshake-lab', version: 1, type: 'result', exercise: id, kind, topic, correct: right, score, attempts, firstTry, misconceptions };
}

/** Which origin may hear the messages: the one that the address names with `?origin=`, else any, since what is told is no secret of anybody's. */
export function listenerIn(search: string): string {
  const named = new URLSearchParams(search).get('origin') ?? '';
  return URL.canParse(named) && new URL(named).origin !== 'null' ? new URL(named).origin : '*';
}
