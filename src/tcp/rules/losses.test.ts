import { describe, expect, it } from 'vitest';
import type { Env } from '../env.ts';
import { flagsNamed } from '../flags.ts';
import { PROFILES } from '../profiles.ts';
import { freshRack, type Rack } from '../rack.ts';
import type { Segment } from '../segment.ts';
import { seq } from '../seq.ts';
import { step, type Step } from '../step.ts';
import type { Tcb, Unacknowledged } from '../tcb.ts';
import { ENV, seg, synchronized } from './builders.ts';

const LINUX: Env = { ...ENV, profile: PROFILES.linux };
const MSS = 1000;

function queued(index: number, rest: Partial<Unacknowledged> = {}): Unacknowledged {
  return { seq: seq(101 + index * MSS), length: MSS, flags: flagsNamed(['ACK']), sentAt: 9900, firstSentAt: 9900, transmissions: 1, ...rest };
}

/** ESTABLISHED with ten segments of 1000 octets in flight since 100 ms, from 101 on; the window was what limited them. */
function inFlight(rack: Partial<Rack> = {}, sack = true): Tcb {
  const tcb = synchronized('ESTABLISHED');
  const known: Rack = { ...freshRack(seq(101)), minRtt: 100, limited: true, most: 10, usage: seq(10_101), armed: { una: seq(101), nxt: seq(10_101) }, ...rack };
  return {
    ...tcb,
    agreed: { ...tcb.agreed, sack },
    snd: { ...tcb.snd, nxt: seq(10_101), mss: MSS, wnd: 50_000, maxWnd: 50_000 },
    queue: Array.from({ length: 10 }, (_, index) => queued(index)),
    congestion: { ...tcb.congestion, cwnd: 10 * MSS, rack: known },
    timers: { ...tcb.timers, retransmission: 10_900 },
  };
}

const blocks = (...pairs: readonly (readonly [number, number])[]): Partial<Segment> => ({ options: { sack: pairs.map(([left, right]) => ({ left: seq(left), right: seq(right) })) } });
const ack = (number: number, rest: Partial<Segment> = {}): Segment => seg('ACK', 301, number, { wnd: 50_000, ...rest });

function after(tcb: Tcb, ...segments: readonly Segment[]): Step {
  return segments.reduce<Step>(({ endpoint }, segment) => step(endpoint, { type: 'SEGMENT ARRIVES', segment }, LINUX), { endpoint: tcb, effects: [], because: [] });
}

function sent({ effects }: Step): readonly (readonly [number, number])[] {
  return effects.flatMap((effect) => (effect.type === 'emit' ? [[effect.segment.seq, effect.transmission] as const] : []));
}

describe('what an ACK delivers (RFC 8985 §6.2; MAY-18)', () => {
  it('lets the window grow by each segment, where it was what limited the sender', () => {
    const { endpoint, because } = after(inFlight(), ack(2101));
    expect(because).toEqual(['other.ack.delivered', 'other.ack.new', 'other.ack.window', 'output.loss-timer']);
    expect(endpoint.congestion).toEqual({
      ...inFlight().congestion,
      cwnd: 12 * MSS,
      rack: { ...inFlight().congestion.rack, newest: { sentAt: 9900, end: 2101 }, rtt: 100, timer: 'tail', armed: { una: 2101, nxt: 10_101 } },
    });
    expect(endpoint.queue).toEqual(inFlight().queue.slice(2));
  });

  it('leaves the window alone where it was not', () => {
    expect(after(inFlight({ limited: false, most: 3 }), ack(2101)).endpoint.congestion.cwnd).toBe(10 * MSS);
  });

  it('waits a quarter of the least round trip for what may only be out of order', () => {
    const { endpoint, effects } = after(inFlight(), ack(101, blocks([3101, 4101])));
    expect(effects).toEqual([{ type: 'timer', timer: 'retransmission', at: 10_027 }]);
    expect(endpoint.congestion.rack).toMatchObject({ phase: 'disorder', timer: 'reordering', reorderingAt: 10_027 });
    expect(endpoint.queue).toEqual(inFlight().queue);
  });

  it('waits no longer once three later ones have arrived: the first goes out again, the window shrinks to 0.7', () => {
    const third = after(inFlight(), ack(101, blocks([1101, 2101])), ack(101, blocks([1101, 3101])), ack(101, blocks([1101, 4101])));
    expect(sent(third)).toEqual([[101, 2]]);
    expect(third.endpoint.congestion).toMatchObject({ cwnd: 7 * MSS, ssthresh: 7 * MSS, rack: { phase: 'recovery', until: 10_101, prior: 10, delivered: 1, out: 1 } });
    expect(third.endpoint.queue[0]).toEqual(queued(0, { sentAt: 10_000, transmissions: 2, loss: 'resent' }));
  });

  it('does not take for lost again what went out again in the instant in which new data did that has arrived', () => {
    const again = (sentAt: number): Tcb => {
      const tcb = inFlight({ phase: 'recovery', until: seq(9101), newest: { sentAt: 9800, end: seq(4101) }, out: 1 });
      return { ...tcb, queue: [queued(0, { sentAt, transmissions: 2, loss: 'resent' }), ...tcb.queue.slice(1)] };
    };
    const last = ack(101, blocks([9101, 10_101]));
    expect(sent(after(again(9900), last)).filter(([number]) => number === 101)).toEqual([]);
    expect(sent(after(again(9899), last)).filter(([number]) => number === 101)).toEqual([[101, 3]]);
  });

  it('counts duplicate ACKs where SACK was not agreed on', () => {
    const third = after(inFlight({}, false), ack(101), ack(101), ack(101));
    expect(sent(third)).toEqual([[101, 2]]);
    expect(third.endpoint.congestion.rack).toMatchObject({ phase: 'recovery', dupes: 3 });
  });

  it('ends recovery when all of it is acknowledged, with the window at its threshold', () => {
    const lost = after(inFlight(), ack(101, blocks([1101, 4101])));
    const over = after(lost.endpoint, ack(10_101)).endpoint;
    expect(over.congestion).toMatchObject({ cwnd: 7 * MSS, ssthresh: 7 * MSS, rack: { phase: 'open' } });
    expect(over.queue).toEqual([]);
  });
});

describe('the retransmission timer where losses are found by time', () => {
  const expire = (tcb: Tcb): Step => step(tcb, { type: 'RETRANSMISSION TIMEOUT' }, LINUX);

  it('counts as lost what is still missing when the wait for reordering is over', () => {
    const waiting = after(inFlight(), ack(101, blocks([7101, 8101]))).endpoint;
    const late = step(waiting, { type: 'RETRANSMISSION TIMEOUT' }, { ...LINUX, now: 10_027 });
    expect(late.because).toEqual(['timeout.reordering', 'output.again']);
    expect(sent(late)).toEqual([[101, 2]]);
    expect(late.endpoint.queue.map(({ loss }) => loss)).toEqual(['resent', 'lost', 'lost', 'lost', 'lost', 'lost', 'lost', undefined, undefined, undefined]);
  });

  it('probes the tail by the last segment, once', () => {
    const probed = expire(inFlight({ timer: 'tail' }));
    expect(probed.because).toEqual(['timeout.tail-probe']);
    expect(sent(probed)).toEqual([[9101, 2]]);
    expect(probed.endpoint.congestion).toEqual({ ...inFlight().congestion, rack: { ...inFlight().congestion.rack, probe: { end: 10_101, again: true } } });
    expect(probed.endpoint.timers.retransmission).toBe(11_000);
  });

  it('probes the tail by new data where there is some', () => {
    const tcb = inFlight({ timer: 'tail' });
    expect(sent(expire({ ...tcb, snd: { ...tcb.snd, unsent: 300 } }))).toEqual([[10_101, 1]]);
  });

  it('expires as ever where it waits for nothing else: what is overdue is lost, and the first of it goes out again', () => {
    const timedOut = step(inFlight(), { type: 'RETRANSMISSION TIMEOUT' }, { ...LINUX, now: 10_900 });
    expect(timedOut.because).toEqual(['timeout.retransmit']);
    expect(sent(timedOut)).toEqual([[101, 2]]);
    expect(timedOut.endpoint.congestion).toMatchObject({ cwnd: MSS, ssthresh: 7 * MSS, rack: { phase: 'loss', until: 10_101 } });
    expect(timedOut.endpoint.queue.every(({ loss }) => loss !== undefined)).toBe(true);
  });
});
