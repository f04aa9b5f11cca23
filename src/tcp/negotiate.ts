import { ecnFrom } from './ecn.ts';
import type { Env } from './env.ts';
import { cookieFor, cookieOn } from './fast-open.ts';
import { FIN, has } from './flags.ts';
import { MAX_WSCALE, type Options } from './option.ts';
import type { Profile } from './profile.ts';
import { kept } from './reassembly.ts';
import { MAX_FIELD, type Segment } from './segment.ts';
import { seqAdd } from './seq.ts';
import { DEFAULT_MSS, type ReceiveSpace, type Tcb } from './tcb.ts';

/** Octets that the timestamps option takes from every segment, padding counted (RFC 7323, appendix A). */
const TIMESTAMPS_LENGTH = 12;

/** TSval of a segment that leaves now: the simulated clock in ms, 32 bits (RFC 7323 §5.4). */
export function tsValue(env: Env): number {
  return env.now >>> 0;
}

/** The options of a SYN that has been sent `sent` times so far: an MSS (RFC 9293 §3.7.1, MUST-14, SHLD-5, MAY-3), the others as the host has them (RFC 7323 §2.2 and §3.2, RFC 2018 §2). */
export function offeredOn(sent: number, env: Env): Options {
  const { wscale, sack, timestamps, synOptionTries, mssOption } = env.profile;
  const mss = mssOption ? { mss: env.mss } : {};
  if (synOptionTries !== null && sent >= synOptionTries) return mss;
  return {
    ...mss,
    ...(wscale === null ? {} : { wscale }),
    ...(sack ? { sackPermitted: true as const } : {}),
    ...(timestamps ? { ts: { val: tsValue(env), ecr: 0 } } : {}),
    ...cookieOn(sent, env),
  };
}

/** The options of a SYN,ACK: of those that the peer's SYN had, the ones that this side has too. */
export function answeredOn(tcb: Tcb, env: Env): Options {
  const { scaled, sack, ts, cookie } = tcb.agreed;
  return {
    ...(env.profile.mssOption ? { mss: env.mss } : {}),
    ...(scaled ? { wscale: tcb.rcv.shift } : {}),
    ...(sack ? { sackPermitted: true as const } : {}),
    ...(ts === null ? {} : { ts: { val: tsValue(env), ecr: ts.recent } }),
    ...(cookie === null ? {} : { fastOpen: cookie }),
  };
}

/** What the profile makes of the receive buffer once the MSS is known, octets. */
function bufferFor({ rcv, state }: Tcb, mss: number, { wholeSegments }: Profile): number {
  if (wholeSegments === 'up') return Math.ceil(rcv.buffer / mss) * mss;
  // Who opened actively has done it already, before its own SYN.
  return wholeSegments === 'down' && state === 'LISTEN' ? roundedDown(rcv.buffer, mss) : rcv.buffer;
}

/** Whole segments of what is left of a buffer, octets; all of one that is smaller than a segment. */
function roundedDown(buffer: number, mss: number): number {
  return buffer > mss ? buffer - (buffer % mss) : buffer;
}

/** The receive space that an active OPEN offers: in whole segments, where the profile rounds it down. */
export function offeredBuffer(rcv: ReceiveSpace, env: Env): ReceiveSpace {
  if (env.profile.wholeSegments !== 'down') return rcv;
  const buffer = roundedDown(rcv.buffer, env.mss);
  return { ...rcv, buffer, wnd: buffer };
}

/** The MSS that the peer has told of, no larger than this side's own, octets. */
export function peersMss({ snd, agreed }: Tcb): number {
  return snd.mss + (agreed.ts === null ? 0 : TIMESTAMPS_LENGTH);
}

/** The TCB of a listener's connection that is established: up to now the window was what a SYN,ACK can say, now it is the buffer. */
export function withWholeWindow(tcb: Tcb, { mss, profile }: Env): Tcb {
  if (tcb.opened !== 'passive') return tcb;
  const buffer = bufferFor(tcb, Math.min(peersMss(tcb), mss), profile);
  return { ...tcb, rcv: { ...tcb.rcv, buffer, wnd: buffer - tcb.rcv.unread } };
}

/** Data or a FIN that came with a SYN waits for ESTABLISHED. */
export const SYN_DATA_KEPT = { id: 'syn.data-kept', cite: 'RFC 9293 §3.10.7.2' } as const;
/** It is not taken, and so not acknowledged. */
export const SYN_DATA_LEFT = { id: 'syn.data-left', cite: 'RFC 9293 §3.4' } as const;

/** Whether a SYN brings more than itself. */
function brings(seg: Segment): boolean {
  return seg.length > 0 || has(seg.flags, FIN);
}

/** Whether data that a SYN brings to an endpoint in LISTEN or SYN-SENT is kept. */
function keepsData({ state }: Tcb, { dataOnSyn }: Profile): boolean {
  return dataOnSyn === 'keep' || (dataOnSyn === 'leave in LISTEN' && state !== 'LISTEN');
}

/** What became of the data that a SYN brought, if it did. */
export function dataWith(tcb: Tcb, seg: Segment, { profile }: Env): readonly string[] {
  if (!brings(seg)) return [];
  return [keepsData(tcb, profile) ? SYN_DATA_KEPT.id : SYN_DATA_LEFT.id];
}

/** What a SYN tells: IRS, RCV.NXT, the peer's MSS, and which options hold from now on; data and FIN behind it are kept for later. */
export function takeSyn(tcb: Tcb, seg: Segment, env: Env): Tcb {
  const { profile, now } = env;
  const nxt = seqAdd(seg.seq, 1);
  const scaled = profile.wscale !== null && seg.options.wscale !== undefined;
  const ts = profile.timestamps && seg.options.ts !== undefined ? { recent: seg.options.ts.val, recentAt: now, lastAckSent: nxt } : null;
  // An MSS of 0 says nothing; however small it is, options leave room for one octet.
  const told = seg.options.mss === undefined || seg.options.mss === 0 ? DEFAULT_MSS : seg.options.mss;
  // What this side announces fits its own link: it sends no more either (MMS_S, RFC 9293 §3.7.1).
  const mss = Math.min(told, env.mss);
  const shift = scaled ? profile.wscale : 0;
  const room = Math.max(1, mss - (ts === null ? 0 : TIMESTAMPS_LENGTH));
  const own = env.mss - (ts === null ? 0 : TIMESTAMPS_LENGTH);
  const passive = tcb.state === 'LISTEN';
  const later = passive && profile.wholeSegments === 'up';
  const buffer = later ? tcb.rcv.buffer : bufferFor(tcb, profile.wholeSegments === 'down' ? own : mss, profile);
  const wnd = passive ? Math.min(MAX_FIELD, buffer) : buffer;
  // What came with the SYN is kept as far as the window reaches.
  const length = Math.min(seg.length, wnd);
  const fin = has(seg.flags, FIN) && seg.length < wnd && profile.finOnSyn === 'kept';
  return {
    ...tcb,
    irs: seg.seq,
    agreed: { scaled, sack: profile.sack && seg.options.sackPermitted === true, ts, ecn: ecnFrom(tcb, seg, env), cookie: cookieFor(seg, env) },
    // SND.WL1 begins here: after a CLOSE in SYN-RECEIVED the next segment has to count as newer (RFC 9293 §3.10.4).
    snd: { ...tcb.snd, wl1: seg.seq, mss: room, shift: scaled ? Math.min(MAX_WSCALE, seg.options.wscale ?? 0) : 0 },
    rcv: {
      ...tcb.rcv,
      nxt,
      buffer,
      wnd,
      shift,
      beyond: keepsData(tcb, profile) && (length > 0 || fin) ? kept([], { seq: nxt, length, fin }) : [],
    },
  };
}
