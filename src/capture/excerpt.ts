import { NO_COMMENTS } from '../wire/file/records.ts';
import { readCapture } from '../wire/file/read-capture.ts';
import type { CapturedSegment } from '../wire/packet/captured-segment.ts';
import { decoder } from '../wire/packet/decoder.ts';
import { tcpOctets } from '../wire/packet/tcp-octets.ts';
import type { Conversation } from './conversation.ts';
import { isOf } from './conversations.ts';
import { SEGMENT_BOUND, observe } from './observe.ts';
import type { Observed } from './observed.ts';
import { relativeSegments } from './relative.ts';
import type { Survey } from './survey.ts';

/** The second pass over a capture file, for one of its conversations: its part of the file is read again, chunk by chunk, and at most `bound` of its segments are followed. */
export class Excerpt {
  /** Octets from the beginning of the file to where the first chunk has to begin. */
  readonly from: number;
  readonly #conversation: Conversation;
  readonly #bound: number;
  readonly #reader;
  readonly #decoder;
  readonly #segments: CapturedSegment[] = [];
  readonly #headers = new Map<number, Uint8Array | null>();
  readonly #comments = new Map<number, readonly string[]>();
  #isOver = false;

  constructor(survey: Survey, conversation: Conversation, bound = SEGMENT_BOUND) {
    const { offset, frame, at } = conversation.first;
    const layout = survey.layout();
    // Not before the file's end is known where reading may begin again; in a compressed file nowhere else.
    this.from = layout === null || layout.isCompressed ? 0 : offset;
    this.#conversation = conversation;
    this.#bound = bound;
    this.#reader = readCapture(layout === null ? null : { layout, offset, frame });
    this.#decoder = decoder(survey.origin(), at);
  }

  /** Takes the next octets of the file. */
  take(chunk: Uint8Array): void {
    const { first, last } = this.#conversation;
    for (const frame of this.#reader.push(chunk)) {
      const decoded = this.#decoder.decode(frame);
      if (decoded.type === 'segment' && isOf(this.#conversation, decoded)) {
        // Counted from the conversation's beginning, in whole microseconds.
        this.#segments.push({ ...decoded, at: Math.round((decoded.at - first.at) * 1000) / 1000 });
        this.#headers.set(frame.number, tcpOctets(frame));
        if (frame.comments.length > 0) this.#comments.set(frame.number, frame.comments);
      }
      if (frame.number < last.frame && this.#segments.length < this.#bound) continue;
      this.#isOver = true;
      return;
    }
  }

  /** Whether nothing more need be taken. */
  isOver(): boolean {
    return this.#isOver || this.#reader.isStopped();
  }

  /** The conversation as the engine follows it, its times counted from its first segment; with numbers that begin at 0 on either side, or as they are on the wire. */
  observed(isRelative: boolean): Observed {
    const conversation = this.#conversation;
    const { A, B } = conversation.segments;
    const observed = observe(conversation, isRelative ? relativeSegments(this.#segments, conversation) : this.#segments, this.#bound);
    return { ...observed, left: Math.max(0, A + B - observed.captured.length) };
  }

  /** The octets of the TCP header in a frame; null where they are not whole. */
  headerOf({ frame }: Pick<CapturedSegment, 'frame'>): Uint8Array | null {
    return this.#headers.get(frame) ?? null;
  }

  /** What the file says about a frame, as text of whoever wrote it; usually nothing. */
  commentsOf({ frame }: Pick<CapturedSegment, 'frame'>): readonly string[] {
    return this.#comments.get(frame) ?? NO_COMMENTS;
  }
}
