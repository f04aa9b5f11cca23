import { MAX_WSCALE } from '../tcp/option.ts';

/** The longest time of a scenario: 100 days, ms. */
const LONGEST = 100 * 24 * 3_600_000;

/** Which numbers a scenario may hold, for its notation and for whoever sets them otherwise. */
export const LIMITS = {
  /** Sequence numbers, and seeds. */
  number: { least: 0, most: 0xffff_ffff },
  /** Receive buffers, octets: up to the largest window that scaling can offer (RFC 7323 §2.3). */
  window: { least: 0, most: 65_535 * 2 ** MAX_WSCALE },
  mss: { least: 1, most: 65_535 },
  /** What is sent or read at once, and send buffers. */
  octets: { least: 1, most: 0x7fff_ffff },
  wscale: { least: 0, most: MAX_WSCALE },
  /** Times that may be none, ms. */
  time: { least: 0, most: LONGEST },
  /** Times that have to pass, ms. */
  someTime: { least: 1, most: LONGEST },
  /** How long an ACK may wait, ms (RFC 9293 §3.8.6.3: less than 0.5 s). */
  ackDelay: { least: 0, most: 499 },
  count: { least: 1, most: 1_000_000 },
  percent: { least: 1, most: 100 },
} as const satisfies Readonly<Record<string, { readonly least: number; readonly most: number }>>;
