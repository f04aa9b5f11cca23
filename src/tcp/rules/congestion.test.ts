import { describe, expect, it } from 'vitest';
import { initialWindow } from '../congestion.ts';
import { flagsNamed } from '../flags.ts';
import { PROFILES } from '../profiles.ts';
import type { Segment } from '../segment.ts';
import { seq } from '../seq.ts';
import { step, type Step } from '../step.ts';
import type { Tcb, Unacknowledged } from '../tcb.ts';
import { ENV, seg, synchronized } from './builders.ts';

const MSS = 1000;

/** ESTABLISHED with ten segments of 1000 octets in flight, from 101 on, and more to send. */
function inFlight(congestion: Partial<Tcb['congestion']> = {}): Tcb {
  const tcb = synchronized('ESTABLISHED');
  const queue = Array.from({ length: 10 }, (_, i): Unacknowledged => ({
    seq: seq(101 + i * MSS), length: MSS, flags: flagsNamed(['ACK']), sentAt: 9900, firstSentAt: 9900, transmissions: 1,
  }));
  return {
    ...tcb,
    agreed: { ...tcb.agreed, sack: true },
    snd: { ...tcb.snd, nxt: seq(10_101), mss: MSS, wnd: 50_000, maxWnd: 50_000 },
    queue,
    congestion: { ...tcb.congestion, cwnd: 10 * MSS, ...congestion },
    timers: { ...tcb.timers, retransmission: 10_900 },
  };
}

const ack = (number: number, rest: Partial<Segment> = {}): Segment => seg('ACK', 301, number, { wnd: 50_000, ...rest });

function after(tcb: Tcb, ...segments: readonly Segment[]): Step {
  return segments.reduce<Step>(({ endpoint }, segment) => step(endpoint, { type: 'SEGMENT ARRIVES', segment }, ENV), { endpoint: tcb, effects: [], because: [] });
}

function sent({ effects }: Step): readonly (readonly [number, number])[] {
  return effects.flatMap((effect) => (effect.type === 'emit' ? [[effect.segment.seq, effect.transmission] as const] : []));
}

describe('the congestion window (RFC 5681 §3.1)', () => {
  it.each([[500, 2000], [1095, 4380], [1096, 3288], [2190, 6570], [2191, 4382]])('begins at IW: MSS %i gives %i octets', (mss, octets) => {
    expect(initialWindow(mss, false, ENV)).toBe(octets);
    expect(initialWindow(mss, true, ENV)).toBe(mss);
    expect(initialWindow(mss, false, { ...ENV, profile: PROFILES.linux })).toBe(10 * mss);
  });

  it('grows in slow start by what is acknowledged, one segment at most (MUST-19)', () => {
    expect(after(inFlight(), ack(401)).endpoint.congestion.cwnd).toBe(10_300);
    const two = after(inFlight(), ack(2101));
    expect([two.because[0], two.endpoint.congestion.cwnd]).toEqual(['other.ack.slow-start', 11_000]);
  });

  it('grows in avoidance by MSS · MSS / cwnd (MUST-19)', () => {
    const grown = after(inFlight({ ssthresh: 5000 }), ack(1101));
    expect([grown.because[0], grown.endpoint.congestion.cwnd]).toEqual(['other.ack.avoidance', 10_100]);
  });

  it('falls to one segment at a timeout, the threshold to half of the flight, once for one loss', () => {
    const first = step(inFlight(), { type: 'RETRANSMISSION TIMEOUT' }, ENV).endpoint;
    expect(first.congestion).toMatchObject({ cwnd: MSS, ssthresh: 5000, lost: { next: 1101, to: 10_101 } });
    const second = step(first, { type: 'RETRANSMISSION TIMEOUT' }, ENV).endpoint;
    expect([second.congestion.cwnd, second.congestion.ssthresh, second.rto.rto]).toEqual([MSS, 5000, 4000]);
    const resent = after(first, ack(1101));
    expect([resent.because.includes('output.again'), sent(resent)]).toEqual([true, [[1101, 2], [2101, 2]]]);
  });
});

describe('fast retransmit and recovery (RFC 5681 §3.2, RFC 6582 §3.2)', () => {
  const dup = ack(101);

  it('waits for three duplicates', () => {
    expect(sent(after(inFlight(), dup, dup))).toEqual([]);
    const third = after(inFlight(), dup, dup, dup);
    expect(third.because).toEqual(['other.ack.duplicate', 'other.ack.fast-retransmit']);
    expect(sent(third)).toEqual([[101, 2]]);
    expect(third.endpoint.congestion).toEqual({ cwnd: 8000, ssthresh: 5000, dupAcks: 3, recover: 10_101, lost: null, rack: null });
    expect(third.endpoint.timers.retransmission).toBe(11_000);
  });

  it.each([['data', { length: 5 }], ['another window', { wnd: 40_000 }]])('does not count an ACK with %s', (_what, rest) => {
    expect(after(inFlight(), ack(101, rest)).because).not.toContain('other.ack.duplicate');
  });

  it('does not count what a closed window answers to probes', () => {
    const shut = { ...inFlight(), snd: { ...inFlight().snd, wnd: 0 } };
    const answered = after(shut, ack(101, { wnd: 0 }));
    expect(answered.because).toEqual(['other.ack.still-closed', 'other.ack.window']);
    expect(answered.endpoint.answeredAt).toBe(ENV.now);
  });

  it('inflates by a segment for every further duplicate', () => {
    expect(after(inFlight(), dup, dup, dup, dup, dup).endpoint.congestion.cwnd).toBe(10_000);
  });

  it('sends the next hole at a partial ACK and stays in recovery', () => {
    const partial = after(inFlight(), dup, dup, dup, ack(3101));
    expect(partial.because).toEqual(['other.ack.partial', 'other.ack.new', 'other.ack.window', 'output.again']);
    expect(sent(partial)).toEqual([[3101, 2]]);
    // 8000 − 3000 acknowledged + 1 MSS
    expect([partial.endpoint.congestion.cwnd, partial.endpoint.congestion.recover]).toEqual([6000, 10_101]);
  });

  it('ends at a full ACK with min(ssthresh, max(FlightSize, MSS) + MSS)', () => {
    const full = after(inFlight(), dup, dup, dup, ack(10_101));
    expect(full.because[0]).toBe('other.ack.recovered');
    expect(full.endpoint.congestion).toEqual({ cwnd: 2000, ssthresh: 5000, dupAcks: 0, recover: null, lost: null, rack: null });
  });

  it('sends with SACK only what is missing', () => {
    const holes = ack(101, { options: { sack: [{ left: seq(3101), right: seq(4101) }, { left: seq(1101), right: seq(2101) }] } });
    const recovering = after(inFlight(), holes, holes, holes);
    expect(recovering.because.slice(0, 3)).toEqual(['other.ack.sack', 'other.ack.duplicate', 'other.ack.fast-retransmit']);
    expect(recovering.endpoint.snd.sacked).toEqual([{ left: 1101, right: 2101 }, { left: 3101, right: 4101 }]);
    expect(sent(recovering)).toEqual([[101, 2], [2101, 2]]);
  });

  it('forgets a SACK that an ACK inside of it contradicts (RFC 2018 §8)', () => {
    const sacked = { ...inFlight(), snd: { ...inFlight().snd, sacked: [{ left: seq(1101), right: seq(3101) }, { left: seq(4101), right: seq(5101) }] } };
    expect(after(sacked, ack(2101)).endpoint.snd.sacked).toEqual([{ left: 4101, right: 5101 }]);
  });
});
