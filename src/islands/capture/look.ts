import type { Outcome } from './outcome.ts';

/** What a list of conversations can be sorted by; `number` is the order of the capture. */
export const SORTS = ['number', 'outcome', 'start', 'duration', 'segments', 'octets'] as const;

/** One of the orders. */
export type Sort = (typeof SORTS)[number];

/** How the reader looks at the list. */
export interface Look {
  readonly sort: Sort;
  readonly isDescending: boolean;
  /** A part of an address or port, or several of them between spaces; '' finds all. */
  readonly find: string;
  /** null: all. */
  readonly outcome: Outcome | null;
  /** From 0. */
  readonly page: number;
}

/** How many conversations a page of the list has. */
export const PAGE = 50;

/** The list as it is at first. */
export const FIRST_LOOK: Look = { sort: 'number', isDescending: false, find: '', outcome: null, page: 0 };
