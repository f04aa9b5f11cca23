import { describe, expect, it } from 'vitest';
import type { Env } from '../env.ts';
import { flagNames } from '../flags.ts';
import { PROFILES } from '../profiles.ts';
import type { Segment } from '../segment.ts';
import { seq } from '../seq.ts';
import { step } from '../step.ts';
import type { Tcb } from '../tcb.ts';
import { ENV, WND, listening, seg, synchronized } from './builders.ts';

const LINUX: Env = { ...ENV, profile: PROFILES.linux };
const FREEBSD: Env = { ...ENV, profile: PROFILES.freebsd };

interface Case {
  readonly name: string;
  readonly env: Env;
  readonly from: Tcb;
  readonly segment: Segment;
  readonly because: readonly string[];
  readonly to: Tcb['state'];
  /** What is sent, as `FLAGS SEQ ACK LEN`. */
  readonly sends?: readonly string[];
}

const CASES: readonly Case[] = [
  { name: 'LISTEN resets a SYN,ACK', env: ENV, from: listening(), segment: seg('SYN,ACK', 5, 6), because: ['listen.ack'], to: 'LISTEN', sends: ['RST 6 0 0'] },
  { name: 'freebsd: LISTEN is silent on a SYN,ACK', env: FREEBSD, from: listening(), segment: seg('SYN,ACK', 5, 6), because: ['listen.syn-ack-silent'], to: 'LISTEN' },
  { name: 'freebsd: LISTEN resets a bare ACK', env: FREEBSD, from: listening(), segment: seg('ACK', 5, 6), because: ['listen.ack'], to: 'LISTEN', sends: ['RST 6 0 0'] },
  { name: 'LISTEN takes SYN with FIN', env: ENV, from: listening(), segment: seg('SYN,FIN', 300), because: ['listen.syn'], to: 'SYN-RECEIVED', sends: ['SYN,ACK 700 301 0'] },
  { name: 'linux: LISTEN drops SYN with FIN', env: LINUX, from: listening(), segment: seg('SYN,FIN', 300), because: ['listen.syn-fin-dropped'], to: 'LISTEN' },
  { name: 'TIME-WAIT ends by an exact RST', env: ENV, from: synchronized('TIME-WAIT'), segment: seg('RST', 302), because: ['other.rst.closing'], to: 'CLOSED' },
  { name: 'freebsd: TIME-WAIT ignores it (RFC 1337)', env: FREEBSD, from: synchronized('TIME-WAIT'), segment: seg('RST', 302), because: ['other.rst.time-wait'], to: 'TIME-WAIT' },
  { name: 'TIME-WAIT challenges a new SYN', env: ENV, from: synchronized('TIME-WAIT'), segment: seg('SYN', 400), because: ['other.syn.challenge'], to: 'TIME-WAIT', sends: ['ACK 102 302 0'] },
  { name: 'linux: TIME-WAIT takes a newer SYN (MAY-2)', env: LINUX, from: synchronized('TIME-WAIT'), segment: seg('SYN', 400), because: ['other.syn.reopens'], to: 'SYN-RECEIVED', sends: ['SYN,ACK 700 401 0'] },
  { name: 'linux: by its timestamp a SYN is newer, though its SEQ is not (SHLD-4)', env: LINUX, from: { ...synchronized('TIME-WAIT'), agreed: { ...synchronized('TIME-WAIT').agreed, ts: { recent: 5000, recentAt: 9000, lastAckSent: seq(302) } } }, segment: seg('SYN', 200, 0, { options: { ts: { val: 5001, ecr: 0 } } }), because: ['other.syn.reopens'], to: 'SYN-RECEIVED', sends: ['SYN,ACK 700 201 0'] },
  { name: 'linux: but no older one', env: LINUX, from: synchronized('TIME-WAIT'), segment: seg('SYN', 200), because: ['other.seq.unacceptable'], to: 'TIME-WAIT', sends: ['ACK 102 302 0'] },
  { name: 'CLOSING answers a repeated FIN with an ACK', env: ENV, from: synchronized('CLOSING'), segment: seg('FIN,ACK', 301, 101), because: ['other.seq.unacceptable'], to: 'CLOSING', sends: ['ACK 102 302 0'] },
  { name: 'freebsd: and with its own FIN', env: FREEBSD, from: synchronized('CLOSING'), segment: seg('FIN,ACK', 301, 101), because: ['other.seq.fin-again'], to: 'CLOSING', sends: ['FIN,ACK 101 302 0'] },
  { name: 'freebsd: unless the peer has that', env: FREEBSD, from: synchronized('CLOSING'), segment: seg('FIN,ACK', 301, 102), because: ['other.seq.unacceptable'], to: 'CLOSING', sends: ['ACK 102 302 0'] },
  { name: 'linux: an ACK of what was never sent is dropped', env: LINUX, from: synchronized('ESTABLISHED'), segment: seg('ACK', 301, 102), because: ['other.ack.beyond-dropped'], to: 'ESTABLISHED' },
];

describe('what systems do differently', () => {
  it.each(CASES)('$name', ({ env, from, segment, because, to, sends = [] }) => {
    const { endpoint, effects, because: fired } = step(from, { type: 'SEGMENT ARRIVES', segment }, env);
    const sent = effects.flatMap((effect) => (effect.type === 'emit' ? [effect.segment] : []));
    expect([fired, endpoint.state]).toEqual([because, to]);
    expect(sent.map((one) => `${flagNames(one.flags).join(',')} ${one.seq} ${one.ack} ${one.length}`)).toEqual(sends);
  });

  it('linux sends two challenge ACKs no less than 500 ms apart (RFC 5961 §7)', () => {
    const bad = { type: 'SEGMENT ARRIVES', segment: seg('RST', 302) } as const;
    const first = step(synchronized('ESTABLISHED'), bad, LINUX);
    expect([first.because, first.endpoint.challengedAt]).toEqual([['other.rst.challenge'], 10_000]);
    const second = step(first.endpoint, bad, { ...LINUX, now: 10_499 });
    expect([second.because, second.effects, second.endpoint]).toEqual([['other.rst.challenge', 'challenge.limited'], [], first.endpoint]);
    expect(step(first.endpoint, bad, { ...LINUX, now: 10_500 }).because).toEqual(['other.rst.challenge']);
  });

  it('CLOSE with unread data resets in linux and freebsd, not in RFC 9293 (MAY-1, SHLD-3)', () => {
    const tcb = synchronized('ESTABLISHED');
    const unread: Tcb = { ...tcb, rcv: { ...tcb.rcv, reading: false, unread: 10, wnd: WND - 10, nxt: seq(311) } };
    for (const env of [LINUX, FREEBSD]) {
      const { endpoint, effects, because } = step(unread, { type: 'CLOSE' }, env);
      expect([endpoint.state, because]).toEqual(['CLOSED', ['close.unread']]);
      expect(effects[0]).toMatchObject({ type: 'emit', segment: { seq: 101, ack: 311 } });
    }
    expect(step(unread, { type: 'CLOSE' }, ENV).endpoint.state).toBe('FIN-WAIT-1');
  });
});

describe('urgent data (RFC 9293 §3.8.5)', () => {
  const urgent = (at: number, up: number, length: number) => ({ type: 'SEGMENT ARRIVES', segment: seg('URG,ACK', at, 101, { up, length }) }) as const;

  it('points behind the last urgent octet, from every segment before it (MUST-30, MUST-62)', () => {
    const small = { ...synchronized('ESTABLISHED'), snd: { ...synchronized('ESTABLISHED').snd, mss: 10 } };
    const { endpoint, effects } = step(small, { type: 'SEND', length: 20, urgent: true }, ENV);
    const sent = effects.flatMap((effect) => (effect.type === 'emit' ? [[flagNames(effect.segment.flags).join(','), effect.segment.seq, effect.segment.up]] : []));
    expect([endpoint.snd.up, sent]).toEqual([121, [['URG,ACK', 101, 20], ['PSH,URG,ACK', 111, 10]]]);
    expect(step(endpoint, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 121) }, ENV).endpoint.snd.up).toBe(null);
  });

  it('may be longer than the pointer reaches: it advances with SEQ (MUST-31)', () => {
    const wide = { ...synchronized('ESTABLISHED'), congestion: { ...synchronized('ESTABLISHED').congestion, cwnd: 200_000 } };
    const open: Tcb = { ...wide, snd: { ...wide.snd, wnd: 200_000, maxWnd: 200_000, mss: 40_000 } };
    const { effects } = step(open, { type: 'SEND', length: 120_000, urgent: true }, ENV);
    expect(effects.flatMap((effect) => (effect.type === 'emit' ? [[effect.segment.seq, effect.segment.up]] : []))).toEqual([[101, 65_535], [40_101, 65_535], [80_101, 40_000]]);
  });

  it('is told once for each advance of RCV.UP (MUST-30, MUST-32)', () => {
    const first = step(synchronized('ESTABLISHED'), urgent(301, 20, 10), ENV);
    expect([first.because.includes('other.urg'), first.endpoint.rcv.up]).toEqual([true, 321]);
    expect(step(first.endpoint, urgent(311, 10, 10), ENV).because).not.toContain('other.urg');
    expect(step(first.endpoint, urgent(311, 15, 10), ENV).endpoint.rcv.up).toBe(326);
  });

  it('keeps the pointer where it was when an old head is cut off', () => {
    expect(step(synchronized('ESTABLISHED'), urgent(291, 15, 20), ENV).endpoint.rcv.up).toBe(306);
    expect(step(synchronized('ESTABLISHED'), urgent(291, 5, 20), ENV).because).not.toContain('other.urg');
  });

  it('counts from the ISS that a SEND in LISTEN chooses', () => {
    expect(step(listening(), { type: 'SEND', length: 5, urgent: true }, ENV).endpoint.snd.up).toBe(706);
  });
});
