import type { Conversation } from '../../capture/conversation.ts';
import type { Dropped } from '../../capture/conversations.ts';
import type { Observed } from '../../capture/observed.ts';
import type { AsScenario, Refusal } from '../../capture/scenario-from.ts';
import type { CaptureProblem } from '../../wire/file/capture-problem.ts';
import type { Listing } from './listing.ts';
import type { Look } from './look.ts';
import type { OtherCount } from '../../capture/others.ts';

/** What the page asks of the worker that reads. */
export type Asked =
  /** To read this file from its beginning; the first thing that is asked, and asked once. */
  | { readonly type: 'read'; readonly file: Blob }
  /** To read no further: what has been read so far stays. */
  | { readonly type: 'stop' }
  /** To show the list like this from now on. */
  | { readonly type: 'look'; readonly look: Look }
  /** To follow a conversation, by its number; with numbers that begin at 0 on either side, or as they are on the wire. */
  | { readonly type: 'open'; readonly number: number; readonly isRelative: boolean }
  /** To make a scenario of the conversation that was opened last. */
  | { readonly type: 'make' };

/** How far the reading has come. */
export interface Progress {
  /** Octets of the file that have been read. */
  readonly octets: number;
  readonly size: number;
  readonly frames: number;
  readonly segments: number;
  readonly conversations: number;
  /** What the other frames are. */
  readonly others: readonly OtherCount[];
}

/** How the reading ended. */
export interface Ended {
  /** Whether the reader has stopped it. */
  readonly isStopped: boolean;
  /** Why it ended before the end of the file; null: it did not. */
  readonly problem: CaptureProblem | null;
  /** What there was no room for in the list. */
  readonly dropped: Dropped;
}

/** What the worker tells the page. */
export type Told =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'listing'; readonly listing: Listing }
  | { readonly type: 'ended'; readonly ended: Ended }
  | { readonly type: 'opened'; readonly conversation: Conversation; readonly isRelative: boolean; readonly observed: Observed; /** The octets of the TCP header of each flight, at the flight's place; null where they are not whole. */ readonly headers: readonly (Uint8Array | null)[]; /** What the file says about the frame of each. */ readonly comments: readonly (readonly string[])[] }
  /** A scenario of the conversation of this number, or why there is none. */
  | { readonly type: 'made'; readonly number: number; readonly made: AsScenario | Refusal }
  /** The file could not be read: the browser refused it, or it is gone. */
  | { readonly type: 'unreadable' }
  /** The conversation could not be read again. */
  | { readonly type: 'not opened'; readonly number: number };
