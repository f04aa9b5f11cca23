import type { Env } from './env.ts';
import { ACK, SYN, has } from './flags.ts';
import type { Options } from './option.ts';
import type { Segment } from './segment.ts';
import { DEFAULT_MSS, type Tcb } from './tcb.ts';

/** A SYN asks for a cookie. */
export const COOKIE_ASKED = { id: 'fast-open.asked', cite: 'RFC 7413 §4.1.1' } as const;
/** A SYN brings a cookie, and data with it. */
export const COOKIE_SHOWN = { id: 'fast-open.shown', cite: 'RFC 7413 §4.2.1' } as const;
/** A SYN,ACK gives a cookie: one was asked for, or a wrong one was shown. */
export const COOKIE_GIVEN = { id: 'fast-open.given', cite: 'RFC 7413 §4.2.2' } as const;
/** The cookie that a SYN,ACK gives is kept for the next connection. */
export const COOKIE_KEPT = { id: 'fast-open.kept', cite: 'RFC 7413 §4.1.3' } as const;

/** Room for options in a header, octets (RFC 9293 §3.1). */
const OPTIONS = 40;

/** The option of a SYN that has been sent `sent` times so far: a SYN that is sent again goes without (RFC 7413 §4.1.3.1). */
export function cookieOn(sent: number, { fastOpen }: Env): Pick<Options, 'fastOpen'> {
  return fastOpen === null || sent > 0 ? {} : { fastOpen: fastOpen.has ?? '' };
}

/** How many of the octets that wait go with the first SYN; 0 without a cookie. */
export function lengthOnSyn({ snd }: Tcb, { fastOpen }: Env): number {
  return fastOpen === null || fastOpen.has === null ? 0 : Math.min(snd.unsent, DEFAULT_MSS - OPTIONS);
}

/** The cookie that answers a SYN: where it asks for one or shows one that this host has not given. */
export function cookieFor({ flags, options }: Segment, { fastOpen }: Env): string | null {
  if (fastOpen === null || has(flags, ACK) || options.fastOpen === undefined) return null;
  return options.fastOpen === fastOpen.gives ? null : fastOpen.gives;
}

/** Whether a SYN shows the cookie that this host has given to the peer: its data is believed at once (RFC 7413 §4.2.2). */
export function showsCookie({ flags, options }: Segment, { fastOpen }: Env): boolean {
  return fastOpen !== null && has(flags, SYN) && options.fastOpen === fastOpen.gives;
}

/** The cookie that a SYN,ACK brings; null where there is none, or the host does not use it. */
export function cookieIn({ options }: Segment, { fastOpen }: Env): string | null {
  return fastOpen === null || options.fastOpen === undefined || options.fastOpen === '' ? null : options.fastOpen;
}
