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
export function lengthOnSyn({ snd }: Tcb, { fastOpen, mss }: Env): number {
  if (fastOpen === null || fastOpen.has === null) return 0;
  return Math.max(0, Math.min(snd.unsent, Math.min(fastOpen.mss ?? DEFAULT_MSS, mss) - OPTIONS));
}

/** The option of a segment, as hexadecimal digits; null where there is none, or its cookie is not of 4…16 octets, an even number, or empty (RFC 7413 §4.1.1). */
function optionOf({ options }: Segment): string | null {
  const { fastOpen } = options;
  if (fastOpen === undefined || fastOpen === '') return fastOpen ?? null;
  const octets = fastOpen.length / 2;
  return octets >= 4 && octets <= 16 && octets % 2 === 0 ? fastOpen : null;
}

/** The cookie that answers a SYN: where it asks for one or shows one that this host has not given. */
export function cookieFor(seg: Segment, { fastOpen }: Env): string | null {
  const option = optionOf(seg);
  if (fastOpen === null || has(seg.flags, ACK) || option === null) return null;
  return option === fastOpen.gives ? null : fastOpen.gives;
}

/** Whether a SYN shows the cookie that this host has given to the peer: its data is believed at once (RFC 7413 §4.2.2). */
export function showsCookie({ flags, options }: Segment, { fastOpen }: Env): boolean {
  return fastOpen !== null && has(flags, SYN) && options.fastOpen === fastOpen.gives;
}

/** The cookie that a SYN,ACK brings; null where there is none, or the host does not use it. */
export function cookieIn(seg: Segment, { fastOpen }: Env): string | null {
  return fastOpen === null || optionOf(seg) === '' ? null : optionOf(seg);
}
