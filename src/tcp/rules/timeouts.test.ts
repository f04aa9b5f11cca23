import { describe, expect, it } from 'vitest';
import { flagNames } from '../flags.ts';
import { step } from '../step.ts';
import type { Tcb } from '../tcb.ts';
import { ENV, seg, synSent, synchronized } from './builders.ts';

const RTO = { type: 'RETRANSMISSION TIMEOUT' } as const;

describe('RETRANSMISSION TIMEOUT (RFC 9293 §3.10.8, RFC 6298)', () => {
  it('sends the front of the queue again, doubles the RTO and starts the timer again', () => {
    const { endpoint, effects, because } = step(synSent(), RTO, ENV);
    expect(because).toEqual(['timeout.retransmit']);
    const before = synSent();
    expect(endpoint).toEqual({
      ...before,
      queue: [{ ...before.queue[0], sentAt: 10_000, transmissions: 2 }],
      rto: { ...before.rto, rto: 2000 },
      timers: { ...before.timers, retransmission: 12_000 },
    });
    const sent = effects.flatMap((effect) => (effect.type === 'emit' ? [[flagNames(effect.segment.flags).join(), effect.transmission]] : []));
    expect(sent).toEqual([['SYN', 2]]);
  });

  it('backs off to 60 s and no further (MUST-19)', () => {
    let tcb = synSent();
    const rtos = [1, 2, 3, 4, 5, 6, 7].map(() => {
      tcb = step(tcb, RTO, ENV).endpoint;
      return tcb.rto.rto;
    });
    expect(rtos).toEqual([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  });

  it('gives a SYN up three minutes after it was sent first, not a millisecond before (MUST-22, MUST-23)', () => {
    const at = (now: number) => step(synSent(), RTO, { ...ENV, now });
    expect(at(9900 + 179_999).endpoint.state).toBe('SYN-SENT');
    const over = at(9900 + 180_000);
    expect(over.endpoint.state).toBe('CLOSED');
    expect(over.effects).toContainEqual({ type: 'tell', signal: 'connection aborted due to user timeout' });
  });

  it('gives anything else up after 100 s (MUST-20, SHLD-11)', () => {
    const at = (now: number) => step(synchronized('FIN-WAIT-1'), RTO, { ...ENV, now });
    expect(at(9900 + 99_999).endpoint.state).toBe('FIN-WAIT-1');
    expect(at(9900 + 100_000).endpoint.state).toBe('CLOSED');
  });

  it('tells the user at the third retransmission, once, of a SYN too (SHLD-9, SHLD-10, MUST-22, MUST-47)', () => {
    const sentOften = (tcb: Tcb, transmissions: number): Tcb => ({ ...tcb, queue: tcb.queue.map((entry) => ({ ...entry, transmissions })) });
    const told = (tcb: Tcb) => step(tcb, RTO, ENV).effects.flatMap((effect) => (effect.type === 'tell' ? [effect.signal] : []));
    for (const tcb of [synSent(), synchronized('FIN-WAIT-1')]) {
      expect([1, 2, 3, 4, 5].map((transmissions) => told(sentOften(tcb, transmissions)))).toEqual([[], [], ['delivery problem'], [], []]);
      const { because, endpoint } = step(sentOften(tcb, 3), RTO, ENV);
      expect([because, endpoint.queue[0]?.transmissions]).toEqual([['timeout.trouble', 'timeout.retransmit'], 4]);
    }
  });

  it('does not call it trouble when the peer answers that its window is closed', () => {
    const fin = synchronized('FIN-WAIT-1');
    const probed: Tcb = { ...fin, answeredAt: 9950, queue: fin.queue.map((entry) => ({ ...entry, transmissions: 3 })) };
    expect(step(probed, RTO, ENV).because).toEqual(['timeout.retransmit']);
  });

  it('lets the user set R2: with a user timeout the bound is that one, be it longer (MUST-21)', () => {
    const at = (now: number, userTimeout: number) => step(synchronized('FIN-WAIT-1'), RTO, { ...ENV, now, userTimeout }).endpoint.state;
    expect(at(9900 + 299_999, 300_000)).toBe('FIN-WAIT-1');
    expect(step(synchronized('FIN-WAIT-1'), { type: 'USER TIMEOUT' }, { ...ENV, now: 9900 + 300_000, userTimeout: 300_000 }).because).toEqual(['timeout.user']);
  });

  it('takes no RTT sample from what was sent twice (Karn, MUST-18)', () => {
    const resent = step(synchronized('FIN-WAIT-1'), RTO, ENV).endpoint;
    const acked = step(resent, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 102) }, { ...ENV, now: 10_050 }).endpoint;
    expect(acked.rto).toEqual({ ...synchronized('FIN-WAIT-1').rto, rto: 2000 });
  });

  it('begins data with an RTO of 3 s where the SYN had to be repeated (RFC 6298 §5.7)', () => {
    const resent = step(synSent(), RTO, ENV).endpoint;
    const open = step(resent, { type: 'SEGMENT ARRIVES', segment: seg('SYN,ACK', 300, 101) }, { ...ENV, now: 10_100 }).endpoint;
    expect([open.rto.rto, open.timers.retransmission]).toEqual([3000, null]);
  });

  it('computes SRTT, RTTVAR and RTO as RFC 6298 §2 does', () => {
    const sent = step(synchronized('ESTABLISHED'), { type: 'SEND', length: 10 }, ENV).endpoint;
    const acked = step(sent, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 111) }, { ...ENV, now: 11_700 }).endpoint;
    // SRTT = 7/8 · 100 + 1/8 · 1700; RTTVAR = 3/4 · 50 + 1/4 · |100 − 1700|; RTO = SRTT + 4 · RTTVAR
    expect(acked.rto).toEqual({ srtt: 300, rttvar: 437.5, rto: 2050 });
  });
});

describe('other timers', () => {
  it('TIME-WAIT lasts 2 MSL from the FIN on (MUST-13)', () => {
    const waiting = step(synchronized('FIN-WAIT-2'), { type: 'SEGMENT ARRIVES', segment: seg('FIN,ACK', 301, 102) }, ENV).endpoint;
    expect([waiting.state, waiting.timers['time-wait']]).toEqual(['TIME-WAIT', ENV.now + 2 * 120_000]);
  });

  it('TIME-WAIT ends after 2 MSL', () => {
    const { endpoint, because } = step(synchronized('TIME-WAIT'), { type: 'TIME-WAIT TIMEOUT' }, ENV);
    expect([endpoint.state, because]).toEqual(['CLOSED', ['timeout.time-wait']]);
  });

  it('an ACK waits where the host delays it (SHLD-18), but not for a second segment (SHLD-19)', () => {
    const env = { ...ENV, delayedAck: 200 };
    const first = step(synchronized('ESTABLISHED'), { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 101, { length: 10 }) }, env);
    expect(first.because.at(-1)).toBe('output.ack-later');
    expect([first.endpoint.rcv.owed, first.endpoint.timers['delayed-ack']]).toEqual(['later', 10_200]);
    const second = step(first.endpoint, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 311, 101, { length: 10 }) }, env);
    expect(second.because.at(-1)).toBe('output.ack');
    expect([second.endpoint.rcv.owed, second.endpoint.timers['delayed-ack']]).toEqual(['nothing', null]);
    const expired = step(first.endpoint, { type: 'DELAYED ACK TIMEOUT' }, env);
    expect(expired.because).toEqual(['timeout.delayed-ack', 'output.ack']);
  });

  it('an ACK that waits rides on data', () => {
    const env = { ...ENV, delayedAck: 200 };
    const owing = step(synchronized('ESTABLISHED'), { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 101, { length: 10 }) }, env).endpoint;
    const { endpoint, effects } = step(owing, { type: 'SEND', length: 5 }, env);
    expect(effects.filter(({ type }) => type === 'emit')).toHaveLength(1);
    expect([endpoint.rcv.owed, endpoint.timers['delayed-ack']]).toEqual(['nothing', null]);
  });

  it('an expired timer that finds nothing to do does nothing', () => {
    for (const type of ['RETRANSMISSION TIMEOUT', 'TIME-WAIT TIMEOUT', 'DELAYED ACK TIMEOUT'] as const) {
      const { endpoint, effects, because } = step(synchronized('ESTABLISHED'), { type }, ENV);
      expect([endpoint, effects, because]).toEqual([synchronized('ESTABLISHED'), [], []]);
    }
  });
});
