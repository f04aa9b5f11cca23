import { ACK, CWR, ECE, FIN, RST, SYN, flagsOf, has } from '../../tcp/flags.ts';
import type { Options } from '../../tcp/option.ts';
import { segmentOf, type Segment } from '../../tcp/segment.ts';
import { seqAdd, type Seq } from '../../tcp/seq.ts';
import { step } from '../../tcp/step.ts';
import { DEFAULT_MSS, NO_TIMERS, type Tcb } from '../../tcp/tcb.ts';
import { isAcceptQueueFull } from './backlog.ts';
import { settled } from './happen.ts';
import { envFor, type HostEnv } from './host-env.ts';
import type { Host, Listener, Socket } from './host.ts';
import type { Incoming } from './incoming.ts';
import type { Reaction } from './reaction.ts';

/**
 * What a listener has put into an ISS, to read it out of the ACK that brings it back (RFC 4987 §3.6, appendix A).
 * A real one is a keyed hash, and the host remembers nothing; the engine keeps beside the number what the hash would confirm,
 * so that an ISS that an author has chosen can be a cookie too.
 */
export interface SynCookie {
  readonly local: number;
  readonly remote: Socket;
  /** The ISS that is the cookie. */
  readonly iss: Seq;
  /** As much of the SYN as the number can tell. */
  readonly syn: Segment;
  /** When it was given, ms. */
  readonly at: number;
}

/** How long a cookie is believed, ms: Linux turns its clock once a minute and takes the number of the minute before too. */
const LIFETIME = 120_000;

/** The MSS that two bits of a cookie can tell, octets, as Linux has them: each stands for all up to the next. */
const TOLD_MSS = [DEFAULT_MSS, 1300, 1440, 1460];

/** What a cookie keeps of the options: a rounded MSS, and the rest only where timestamps come back to tell it (RFC 4987 §3.6). */
function told({ mss = DEFAULT_MSS, ts, wscale, sackPermitted }: Options): Options {
  const rounded = { mss: TOLD_MSS.findLast((one) => one <= mss) ?? DEFAULT_MSS };
  if (ts === undefined) return rounded;
  return { ...rounded, ts, ...(wscale === undefined ? {} : { wscale }), ...(sackPermitted === undefined ? {} : { sackPermitted }) };
}

function remembered({ seq, flags, wnd, options }: Segment): Segment {
  const asks = options.ts !== undefined && has(flags, ECE) && has(flags, CWR);
  return segmentOf({ flags: asks ? flagsOf(SYN, ECE, CWR) : SYN, seq, wnd, options: told(options) });
}

function isFor({ local, remote }: SynCookie, incoming: Incoming): boolean {
  return local === incoming.local && remote.port === incoming.remote.port && remote.address === incoming.remote.address;
}

/** A SYN is answered with a cookie: nothing of it is kept, and no timer will send the SYN,ACK again. */
export function answeredByCookie(host: Host, { listening }: Listener, incoming: Incoming, env: HostEnv): Reaction {
  const { local, remote, segment } = incoming;
  const earlier = host.cookies.find((one) => isFor(one, incoming) && one.syn.seq === segment.seq && env.now - one.at < LIFETIME);
  const fresh = envFor(host, local, remote, env);
  const iss = earlier?.iss ?? fresh.iss;
  const syn = remembered(segment);
  const { effects } = step(listening, { type: 'SEGMENT ARRIVES', segment: syn }, { ...fresh, iss, fastOpen: null });
  const cookies = [...host.cookies.filter((one) => !isFor(one, incoming)), { local, remote, iss, syn, at: env.now }];
  return {
    host: { ...host, cookies, issChosen: host.issChosen + (earlier === undefined ? 1 : 0) },
    connection: null,
    before: listening,
    after: listening,
    effects: effects.filter(({ type }) => type === 'emit' || (type === 'choose ISS' && earlier === undefined)),
    because: ['listener.cookie'],
  };
}

/** The connection as it would be had its SYN been kept; its SYN,ACK is not timed, and not sent again. */
function rebuilt(listening: Tcb, { syn, iss }: SynCookie, host: Host, { local, remote }: Incoming, env: HostEnv): Tcb {
  const { endpoint } = step(listening, { type: 'SEGMENT ARRIVES', segment: syn }, { ...envFor(host, local, remote, env), iss, fastOpen: null });
  return { ...endpoint, queue: [], timers: NO_TIMERS };
}

/** The ACK of a cookie makes the connection for which nothing was kept (RFC 4987 §3.6); null: it brings none. */
export function cookieBack(host: Host, listener: Listener, known: number, incoming: Incoming, env: HostEnv): Reaction | null {
  const { segment, local, remote } = incoming;
  if (host.cookies.length === 0 || !has(segment.flags, ACK) || has(segment.flags, SYN) || has(segment.flags, RST)) return null;
  const cookie = host.cookies.find((one) => isFor(one, incoming) && seqAdd(one.iss, 1) === segment.ack && seqAdd(one.syn.seq, 1) === segment.seq);
  if (cookie === undefined || env.now - cookie.at >= LIFETIME) return null;
  const { listening } = listener;
  if (isAcceptQueueFull(host, listener, env.profile)) return { host, connection: null, before: listening, after: listening, effects: [], because: ['listener.ack-ignored'] };
  const before = rebuilt(listening, cookie, host, incoming, env);
  const heard = step(before, { type: 'SEGMENT ARRIVES', segment }, envFor(host, local, remote, env));
  const without = { ...host, cookies: host.cookies.filter((one) => one !== cookie) };
  const at = known < 0 ? host.connections.length : known;
  const reaction = settled(without, at, { local, remote, tcb: before, stage: 'half-open', completed: 0 }, before, heard);
  return { ...reaction, because: ['listener.cookie-back', ...heard.because, 'listener.completes'] };
}

/** Whether a segment brings nothing that a handshake waits for: no data, no FIN. */
export function isBare({ length, flags }: Segment): boolean {
  return length === 0 && !has(flags, FIN);
}
