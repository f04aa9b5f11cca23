import { describe, expect, it } from 'vitest';
import type { Env } from '../env.ts';
import { flagNames, flagsNamed } from '../flags.ts';
import { PROFILES } from '../profiles.ts';
import { seq } from '../seq.ts';
import { step, type Step } from '../step.ts';
import { NO_TIMERS, type Tcb, type Unacknowledged } from '../tcb.ts';
import { ENV, listening, seg, synchronized } from './builders.ts';

const LINUX: Env = { ...ENV, profile: PROFILES.linux };
const PERSIST = { type: 'PERSIST TIMEOUT' } as const;
const RTO = { type: 'RETRANSMISSION TIMEOUT' } as const;

/** What is sent, as `FLAGS SEQ LEN`. */
function sent({ effects }: Step): readonly string[] {
  return effects.flatMap((effect) => (effect.type === 'emit' ? [`${flagNames(effect.segment.flags).join(',')} ${effect.segment.seq} ${effect.segment.length}`] : []));
}

describe('probes of a closed window', () => {
  const open = synchronized('ESTABLISHED');
  const blocked: Tcb = { ...open, snd: { ...open.snd, wnd: 0, unsent: 500 }, rto: { srtt: 41, rttvar: 10, rto: 241 }, timers: { ...NO_TIMERS, persist: 10_000 } };
  const answer = { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 101, { wnd: 0 }) } as const;

  it('carry the next octet by the RFC, and nothing in linux: an ACK one before SND.UNA (MUST-36)', () => {
    expect(sent(step(blocked, PERSIST, ENV))).toEqual(['ACK 101 1']);
    const probe = step(blocked, PERSIST, LINUX);
    expect([probe.because, sent(probe)]).toEqual([['timeout.persist-empty', 'output.persist'], ['ACK 100 0']]);
    expect(probe.endpoint).toEqual({ ...blocked, probed: 1, persisted: 1, timers: { ...NO_TIMERS, persist: 10_482 } });
  });

  it('wait twice as long each time in linux, counted from the answer', () => {
    const probe = step(blocked, PERSIST, LINUX).endpoint;
    const answered = step(probe, answer, { ...LINUX, now: 10_040 });
    expect(answered.because).toEqual(['other.ack.still-closed', 'other.ack.window', 'output.persist']);
    expect([answered.endpoint.timers.persist, answered.endpoint.probed, answered.endpoint.persisted]).toEqual([10_522, 0, 1]);
    const second = step(answered.endpoint, PERSIST, { ...LINUX, now: 10_522 }).endpoint;
    expect([second.timers.persist, second.persisted]).toEqual([10_522 + 964, 2]);
  });

  it('begin afresh once data has left', () => {
    const opened = { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 101) } as const;
    const { endpoint } = step({ ...blocked, persisted: 3 }, opened, LINUX);
    expect([endpoint.persisted, endpoint.snd.unsent, endpoint.timers.persist]).toEqual([0, 0, null]);
  });

  it('end the connection in linux when fifteen were not answered (MUST-37)', () => {
    expect(step({ ...blocked, probed: 14 }, PERSIST, LINUX).endpoint.state).toBe('ESTABLISHED');
    const over = step({ ...blocked, probed: 15 }, PERSIST, LINUX);
    expect([over.because, over.endpoint.state, over.effects[0]]).toEqual([
      ['timeout.persist-unanswered'],
      'CLOSED',
      { type: 'tell', signal: 'connection aborted due to user timeout' },
    ]);
  });
});

describe('small segments that are sent again', () => {
  function entry(at: number, length: number, fields: Partial<Unacknowledged> = {}): Unacknowledged {
    return { seq: seq(at), length, flags: flagsNamed(['PSH', 'ACK']), sentAt: 9000, firstSentAt: 9000, transmissions: 1, ...fields };
  }
  function waiting(...queue: readonly Unacknowledged[]): Tcb {
    const open = synchronized('ESTABLISHED');
    const last = queue.at(-1);
    const nxt = last === undefined ? open.snd.nxt : seq(last.seq + last.length);
    return { ...open, snd: { ...open.snd, nxt }, queue, timers: { ...NO_TIMERS, retransmission: 10_000 } };
  }

  it('go out as they were by the RFC, and as one in linux', () => {
    const three = waiting(entry(101, 100), entry(201, 100), entry(301, 100));
    expect(sent(step(three, RTO, ENV))).toEqual(['PSH,ACK 101 100', 'PSH,ACK 201 100', 'PSH,ACK 301 100']);
    const again = step(three, RTO, LINUX);
    expect(sent(again)).toEqual(['PSH,ACK 101 300']);
    expect(again.endpoint.queue).toEqual([entry(101, 300, { sentAt: 10_000, transmissions: 2 })]);
  });

  it('take the FIN behind them along', () => {
    const closing = waiting(entry(101, 100), entry(201, 0, { flags: flagsNamed(['FIN', 'ACK']) }));
    expect(sent(step({ ...closing, state: 'FIN-WAIT-1' }, RTO, LINUX))).toEqual(['FIN,PSH,ACK 101 100']);
  });

  it('leave alone what would not fit, what has arrived, and what has only just left', () => {
    expect(sent(step(waiting(entry(101, 1000), entry(1101, 461)), RTO, LINUX))).toEqual(['PSH,ACK 101 1000']);
    const justSent = waiting(entry(101, 100), entry(201, 100, { sentAt: 10_000 }));
    expect(sent(step(justSent, RTO, LINUX))[0]).toBe('PSH,ACK 101 100');
    const arrived = waiting(entry(101, 100), entry(201, 100));
    const sacked: Tcb = { ...arrived, snd: { ...arrived.snd, sacked: [{ left: seq(201), right: seq(301) }] } };
    expect(sent(step(sacked, RTO, LINUX))).toEqual(['PSH,ACK 101 100']);
  });
});

describe('Eff.snd.MSS (RFC 9293 §3.7.1)', () => {
  it('is neither above what the peer takes nor above what the own link does', () => {
    const mss = (own: number, peer: number) => step(listening(), { type: 'SEGMENT ARRIVES', segment: seg('SYN', 300, 0, { options: { mss: peer } }) }, { ...ENV, mss: own }).endpoint.snd.mss;
    expect([mss(1460, 536), mss(100, 1460)]).toEqual([536, 100]);
  });
});
