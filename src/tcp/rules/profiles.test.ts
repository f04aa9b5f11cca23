import { describe, expect, it } from 'vitest';
import type { Env } from '../env.ts';
import { flagNames } from '../flags.ts';
import { PROFILES } from '../profiles.ts';
import type { Segment } from '../segment.ts';
import { seq } from '../seq.ts';
import { step } from '../step.ts';
import type { Tcb } from '../tcb.ts';
import { ENV, WND, listening, seg, synReceived, synSent, synchronized } from './builders.ts';

const LINUX: Env = { ...ENV, profile: PROFILES.linux };
const FREEBSD: Env = { ...ENV, profile: PROFILES.freebsd };
/** What RFC 793 had before RFC 5961. */
const OF_1981: Env = { ...ENV, profile: { ...PROFILES.rfc9293, rstAccepted: 'in window', synInWindow: 'reset', oldAck: 'duplicate' } };

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
  { name: 'LISTEN takes SYN with FIN', env: ENV, from: listening(), segment: seg('SYN,FIN', 300), because: ['listen.syn', 'syn.data-kept'], to: 'SYN-RECEIVED', sends: ['SYN,ACK 700 301 0'] },
  { name: 'linux: LISTEN drops SYN with FIN', env: LINUX, from: listening(), segment: seg('SYN,FIN', 300), because: ['listen.syn-fin-dropped'], to: 'LISTEN' },
  { name: 'TIME-WAIT ends by an exact RST', env: ENV, from: synchronized('TIME-WAIT'), segment: seg('RST', 302), because: ['other.rst.closing'], to: 'CLOSED' },
  { name: 'freebsd: TIME-WAIT ignores it (RFC 1337)', env: FREEBSD, from: synchronized('TIME-WAIT'), segment: seg('RST', 302), because: ['other.rst.time-wait'], to: 'TIME-WAIT' },
  { name: 'TIME-WAIT challenges a new SYN', env: ENV, from: synchronized('TIME-WAIT'), segment: seg('SYN', 400), because: ['other.syn.challenge'], to: 'TIME-WAIT', sends: ['ACK 102 302 0'] },
  { name: 'linux: TIME-WAIT takes a newer SYN (MAY-2)', env: LINUX, from: synchronized('TIME-WAIT'), segment: seg('SYN', 400), because: ['other.syn.reopens'], to: 'SYN-RECEIVED', sends: ['SYN,ACK 700 401 0'] },
  { name: 'linux: a SYN with FIN, which LISTEN would drop, opens nothing in TIME-WAIT', env: LINUX, from: synchronized('TIME-WAIT'), segment: seg('SYN,FIN', 400), because: ['other.syn.challenge'], to: 'TIME-WAIT', sends: ['ACK 102 302 0'] },
  { name: 'linux: by its timestamp a SYN is newer, though its SEQ is not (SHLD-4)', env: LINUX, from: { ...synchronized('TIME-WAIT'), agreed: { ...synchronized('TIME-WAIT').agreed, ts: { recent: 5000, recentAt: 9000, lastAckSent: seq(302) } } }, segment: seg('SYN', 200, 0, { options: { ts: { val: 5001, ecr: 0 } } }), because: ['other.syn.reopens'], to: 'SYN-RECEIVED', sends: ['SYN,ACK 700 201 0'] },
  { name: 'linux: but no older one', env: LINUX, from: synchronized('TIME-WAIT'), segment: seg('SYN', 200), because: ['other.seq.unacceptable'], to: 'TIME-WAIT', sends: ['ACK 102 302 0'] },
  { name: 'CLOSING answers a repeated FIN with an ACK', env: ENV, from: synchronized('CLOSING'), segment: seg('FIN,ACK', 301, 101), because: ['other.seq.unacceptable'], to: 'CLOSING', sends: ['ACK 102 302 0'] },
  { name: 'freebsd: and with its own FIN', env: FREEBSD, from: synchronized('CLOSING'), segment: seg('FIN,ACK', 301, 101), because: ['other.seq.old', 'other.ack.duplicate', 'other.ack.window', 'output.fin-again'], to: 'CLOSING', sends: ['FIN,ACK 101 302 0'] },
  { name: 'freebsd: unless the peer has that', env: FREEBSD, from: synchronized('CLOSING'), segment: seg('FIN,ACK', 301, 102), because: ['other.seq.old', 'other.ack.new', 'other.ack.window', 'other.ack.closing', 'output.ack'], to: 'TIME-WAIT', sends: ['ACK 102 302 0'] },
  { name: 'freebsd: two FINs that cross are answered by the own FIN', env: FREEBSD, from: synchronized('FIN-WAIT-1'), segment: seg('FIN,ACK', 301, 101), because: ['other.ack.window', 'other.fin', 'output.fin-again'], to: 'CLOSING', sends: ['FIN,ACK 101 302 0'] },
  { name: 'an old segment that acknowledges the FIN is only answered', env: ENV, from: synchronized('LAST-ACK'), segment: seg('ACK', 301, 102), because: ['other.seq.unacceptable'], to: 'LAST-ACK', sends: ['ACK 102 302 0'] },
  { name: 'freebsd: it ends LAST-ACK', env: FREEBSD, from: synchronized('LAST-ACK'), segment: seg('ACK', 301, 102), because: ['other.seq.old', 'other.ack.new', 'other.ack.window', 'other.ack.last-ack'], to: 'CLOSED' },
  { name: 'TIME-WAIT is silent on the ACK that it expects', env: ENV, from: synchronized('TIME-WAIT'), segment: seg('ACK', 302, 102), because: ['other.ack.window'], to: 'TIME-WAIT' },
  { name: 'and acknowledges every other', env: ENV, from: synchronized('TIME-WAIT'), segment: seg('ACK', 303, 102), because: ['other.ack.window', 'other.ack.time-wait'], to: 'TIME-WAIT', sends: ['ACK 102 302 0'] },
  { name: 'also a FIN that is no repetition', env: FREEBSD, from: synchronized('TIME-WAIT'), segment: seg('FIN,ACK', 302, 102), because: ['other.ack.window', 'other.ack.time-wait'], to: 'TIME-WAIT', sends: ['ACK 102 302 0'] },
  { name: 'freebsd: TIME-WAIT drops a FIN without ACK', env: FREEBSD, from: synchronized('TIME-WAIT'), segment: seg('FIN', 301), because: ['other.time-wait.no-ack'], to: 'TIME-WAIT' },
  { name: 'freebsd: and a SYN that is not newer', env: FREEBSD, from: synchronized('TIME-WAIT'), segment: seg('SYN', 302), because: ['other.time-wait.no-ack'], to: 'TIME-WAIT' },
  { name: 'a new SYN that LISTEN would drop leaves TIME-WAIT alone', env: { ...FREEBSD, profile: { ...PROFILES.freebsd, listenSynFin: 'drop' } }, from: synchronized('TIME-WAIT'), segment: seg('SYN,FIN', 400), because: ['other.time-wait.no-ack'], to: 'TIME-WAIT' },
  { name: 'freebsd: RFC 1337 holds for a RST anywhere in the window', env: FREEBSD, from: synchronized('TIME-WAIT'), segment: seg('RST,ACK', 305, 102), because: ['other.rst.time-wait'], to: 'TIME-WAIT' },
  { name: 'SYN-SENT takes SYN with FIN', env: ENV, from: synSent(), segment: seg('SYN,FIN', 300), because: ['syn-sent.syn', 'syn.data-kept'], to: 'SYN-RECEIVED', sends: ['SYN,ACK 100 301 0'] },
  { name: 'or drops it where it is told to', env: { ...ENV, profile: { ...PROFILES.rfc9293, synSentSynFin: 'drop' } }, from: synSent(), segment: seg('SYN,FIN', 300), because: ['syn-sent.syn-fin-dropped'], to: 'SYN-SENT' },
  { name: 'linux: an ACK of what was never sent is dropped', env: LINUX, from: synchronized('ESTABLISHED'), segment: seg('ACK', 301, 102), because: ['other.ack.beyond-dropped'], to: 'ESTABLISHED' },
  { name: 'linux: but answered in other states', env: LINUX, from: synchronized('CLOSE-WAIT'), segment: seg('ACK', 302, 102), because: ['other.ack.beyond'], to: 'CLOSE-WAIT', sends: ['ACK 101 302 0'] },
  { name: 'SYN-RECEIVED answers a repeated SYN with an ACK', env: ENV, from: synReceived(), segment: seg('SYN', 300), because: ['other.seq.unacceptable'], to: 'SYN-RECEIVED', sends: ['ACK 101 301 0'] },
  { name: 'linux: and with the SYN,ACK again', env: LINUX, from: synReceived(), segment: seg('SYN', 300), because: ['other.seq.repeated-syn'], to: 'SYN-RECEIVED', sends: ['SYN,ACK 100 301 0'] },
  { name: 'SYN-RECEIVED gives way to another SYN in silence', env: ENV, from: synReceived(), segment: seg('SYN', 400), because: ['other.syn.passive'], to: 'LISTEN' },
  { name: 'linux: and with a RST', env: LINUX, from: synReceived(), segment: seg('SYN', 400), because: ['other.syn.passive-reset'], to: 'LISTEN', sends: ['RST,ACK 0 401 0'] },
  { name: 'SYN-RECEIVED challenges a RST in its window that is not exact (RFC 5961 §3.2)', env: ENV, from: synReceived(), segment: seg('RST', 400), because: ['other.rst.challenge'], to: 'SYN-RECEIVED', sends: ['ACK 101 301 0'] },
  { name: 'linux: and gives way to it where a listener began it', env: LINUX, from: synReceived(), segment: seg('RST', 400), because: ['other.rst.passive'], to: 'LISTEN' },
  { name: 'linux: but not where a user did', env: LINUX, from: synReceived('active'), segment: seg('RST', 400), because: ['other.rst.challenge'], to: 'SYN-RECEIVED', sends: ['ACK 101 301 0'] },
  { name: 'the SYN,ACK of a simultaneous open is taken in silence (Figure 7)', env: ENV, from: synReceived('active'), segment: seg('SYN,ACK', 300, 101), because: ['other.seq.crossed-syn-ack', 'other.ack.establishes', 'other.ack.new'], to: 'ESTABLISHED' },
  { name: 'linux: and acknowledged', env: LINUX, from: synReceived('active'), segment: seg('SYN,ACK', 300, 101), because: ['other.seq.crossed-syn-ack', 'other.ack.establishes', 'other.ack.delivered', 'other.ack.new', 'output.ack'], to: 'ESTABLISHED', sends: ['ACK 101 301 0'] },
  { name: '1981: a RST at the right edge of the window resets', env: OF_1981, from: synchronized('ESTABLISHED'), segment: seg('RST', 300 + WND), because: ['other.rst.reset'], to: 'CLOSED' },
  { name: '1981: but none beyond it', env: OF_1981, from: synchronized('ESTABLISHED'), segment: seg('RST', 301 + WND), because: ['other.seq.unacceptable-rst'], to: 'ESTABLISHED' },
  { name: '1981: a RST in the window refuses SYN-RECEIVED', env: OF_1981, from: synReceived('active'), segment: seg('RST', 305), because: ['other.rst.refused'], to: 'CLOSED' },
  { name: '1981: a SYN in the window draws a RST', env: OF_1981, from: synchronized('FIN-WAIT-1'), segment: seg('SYN', 300 + WND), because: ['other.syn.reset'], to: 'CLOSED', sends: ['RST,ACK 102 301 0'] },
  { name: '1981: one beyond it an ACK', env: OF_1981, from: synchronized('FIN-WAIT-1'), segment: seg('SYN', 301 + WND), because: ['other.seq.unacceptable'], to: 'FIN-WAIT-1', sends: ['ACK 102 301 0'] },
  { name: '1981: also in TIME-WAIT', env: OF_1981, from: synchronized('TIME-WAIT'), segment: seg('SYN,ACK', 302), because: ['other.syn.reset'], to: 'CLOSED', sends: ['RST,ACK 102 302 0'] },
  { name: '1981: unless TIME-WAIT takes newer SYNs', env: { ...OF_1981, profile: { ...OF_1981.profile, synInTimeWait: 'accept' } }, from: synchronized('TIME-WAIT'), segment: seg('SYN,ACK', 302), because: ['other.syn.challenge'], to: 'TIME-WAIT', sends: ['ACK 102 302 0'] },
  { name: '1981: a very old ACK is a duplicate', env: OF_1981, from: synchronized('ESTABLISHED'), segment: seg('ACK', 301, 101 - 4001, { length: 5 }), because: ['other.text.deliver', 'output.ack'], to: 'ESTABLISHED', sends: ['ACK 101 306 0'] },
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

  it('linux answers data outside the window without such a limit', () => {
    const old = { type: 'SEGMENT ARRIVES', segment: seg('ACK', 200, 101, { length: 10 }) } as const;
    const challenged: Tcb = { ...synchronized('ESTABLISHED'), challengedAt: 9999 };
    const { because, endpoint } = step(challenged, old, LINUX);
    expect([because, endpoint]).toEqual([['other.seq.unacceptable'], challenged]);
    const bare = { type: 'SEGMENT ARRIVES', segment: seg('ACK', 200, 101) } as const;
    expect(step(challenged, bare, LINUX).because).toEqual(['other.seq.unacceptable', 'challenge.limited']);
  });

  it('linux sends the SYN,ACK again no sooner than 500 ms after the last time, and lets its timer start afresh', () => {
    const syn = { type: 'SEGMENT ARRIVES', segment: seg('SYN', 300) } as const;
    const { endpoint } = step(synReceived(), syn, LINUX);
    const before = synReceived();
    expect(endpoint).toEqual({
      ...before,
      queue: [{ ...before.queue[0], sentAt: 10_000, transmissions: 2 }],
      challengedAt: 10_000,
      timers: { ...before.timers, retransmission: 11_000 },
    });
    expect(step(endpoint, syn, { ...LINUX, now: 10_400 }).because).toEqual(['other.seq.repeated-syn', 'challenge.limited']);
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
