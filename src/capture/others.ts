import type { OtherFrame } from '../wire/packet/decoded.ts';

/** So many frames of a capture are this and no TCP segment. */
export interface OtherCount {
  readonly other: OtherFrame;
  readonly count: number;
}

/** What kind of frame it is: those of one kind are counted together. */
function kindOf(other: OtherFrame): string {
  switch (other.what) {
    case 'link type':
      return `link ${String(other.linkType)}`;
    case 'not IP':
    case 'not TCP':
      return `${other.what} ${String(other.protocol)}`;
    case 'fragment':
      return 'fragment';
    case 'cut':
    case 'malformed':
      return `${other.what} ${other.header}`;
  }
}

/** How many kinds are told apart; what comes after that is counted with the last kind of its sort. */
const KINDS = 100;

/** Counts the frames of a capture that are no TCP segments, by what they are. */
export class Others {
  readonly #counts = new Map<string, { readonly other: OtherFrame; count: number }>();

  /** One more frame. */
  add(other: OtherFrame): void {
    const kind = kindOf(other);
    const known = this.#counts.get(kind) ?? (this.#counts.size < KINDS ? undefined : [...this.#counts.values()].at(-1));
    if (known === undefined) this.#counts.set(kind, { other, count: 1 });
    else known.count += 1;
  }

  /** What there is most of first. */
  counts(): readonly OtherCount[] {
    return [...this.#counts.values()].map(({ other, count }) => ({ other, count })).toSorted((one, two) => two.count - one.count);
  }
}
