import { Excerpt } from '../../capture/excerpt.ts';
import type { Observed } from '../../capture/observed.ts';
import { scenarioFrom } from '../../capture/scenario-from.ts';
import { CHUNK, Survey } from '../../capture/survey.ts';
import { listing } from './listing.ts';
import { FIRST_LOOK, type Look } from './look.ts';
import type { Asked, Told } from './protocol.ts';

/** How often the page is told how far the reading has come, ms. */
const OFTEN = 100;

/** Sorting and listing many conversations takes no more than this share of the time. */
const SHARE = 0.1;

/** So many segments of a conversation are followed: a phone four times slower than a desk lays out a thousand in one to two seconds, and stands still meanwhile. */
const FOLLOWED = 1000;

/** What a reading needs of its surroundings. */
interface Around {
  readonly tell: (what: Told) => void;
  /** A clock, ms. */
  readonly now: () => number;
  /** Resolves when everything that has been asked by now has been heard. */
  readonly listen: () => Promise<void>;
}

/** Reads one file: its conversations in a first pass, and any of them once more when it is opened. */
export class Reading {
  readonly #file: Blob;
  readonly #around: Around;
  readonly #survey = new Survey();
  #look: Look = FIRST_LOOK;
  #octets = 0;
  #isStopped = false;
  #opened: { readonly number: number; readonly observed: Observed } | null = null;
  /** Counts what was opened: an opening that is not the last one is given up. */
  #openings = 0;

  constructor(file: Blob, around: Around) {
    this.#file = file;
    this.#around = around;
  }

  /** Does what the page asks. */
  async hear(asked: Exclude<Asked, { readonly type: 'read' }>): Promise<void> {
    switch (asked.type) {
      case 'stop':
        this.#isStopped = true;
        return;
      case 'look':
        this.#look = asked.look;
        this.#tellListing();
        return;
      case 'open':
        return this.#open(asked.number, asked.isRelative);
      case 'make':
        if (this.#opened !== null) this.#around.tell({ type: 'made', number: this.#opened.number, made: scenarioFrom(this.#opened.observed) });
        return;
    }
  }

  /** Reads the file from its beginning to its end, to the place where it breaks, or until it is stopped. */
  async read(): Promise<void> {
    const { tell, now, listen } = this.#around;
    const survey = this.#survey;
    let told = -Infinity;
    let listAt = -Infinity;
    try {
      while (this.#octets < this.#file.size && !this.#isStopped && !survey.isStopped()) {
        const chunk = await this.#octetsFrom(this.#octets);
        survey.take(chunk);
        this.#octets += chunk.length;
        if (now() - told >= OFTEN) {
          told = now();
          this.#tellProgress();
          if (told >= listAt) {
            this.#tellListing();
            listAt = now() + (now() - told) / SHARE;
          }
        }
        await listen();
      }
    } catch {
      tell({ type: 'unreadable' });
      return;
    }
    const end = survey.end();
    const isStopped = this.#isStopped && this.#octets < this.#file.size;
    // A record that was cut in two by stopping is no fault of the file.
    const problem = isStopped && end.problem?.fault.type === 'file ends' ? null : end.problem;
    this.#tellProgress();
    this.#tellListing();
    tell({ type: 'ended', ended: { isStopped, problem, dropped: survey.dropped() } });
  }

  async #octetsFrom(at: number): Promise<Uint8Array> {
    return new Uint8Array(await this.#file.slice(at, at + CHUNK).arrayBuffer());
  }

  #tellProgress(): void {
    const survey = this.#survey;
    this.#around.tell({
      type: 'progress',
      progress: { octets: this.#octets, size: this.#file.size, frames: survey.frames(), segments: survey.segments(), conversations: survey.count(), others: survey.others() },
    });
  }

  #tellListing(): void {
    this.#around.tell({ type: 'listing', listing: listing(this.#survey.conversations(), this.#look) });
  }

  async #open(number: number, isRelative: boolean): Promise<void> {
    const { tell, listen } = this.#around;
    this.#openings += 1;
    const mine = this.#openings;
    const conversation = this.#survey.conversations().find((one) => one.number === number);
    try {
      if (conversation === undefined) throw new Error(`There is no conversation ${String(number)}`);
      const excerpt = new Excerpt(this.#survey, conversation, FOLLOWED);
      for (let at = excerpt.from; at < this.#file.size && !excerpt.isOver(); at += CHUNK) {
        excerpt.take(await this.#octetsFrom(at));
        await listen();
        if (this.#openings !== mine) return;
      }
      const observed = excerpt.observed(isRelative);
      const { captured } = observed;
      this.#opened = { number, observed };
      tell({ type: 'opened', conversation, isRelative, observed, headers: captured.map((one) => excerpt.headerOf(one)), comments: captured.map((one) => excerpt.commentsOf(one)) });
    } catch {
      tell({ type: 'not opened', number });
    }
  }
}
