import { describe, expect, it } from 'vitest';
import type { Env } from '../env.ts';
import { PROFILES } from '../profiles.ts';
import { step } from '../step.ts';
import type { Segment } from '../segment.ts';
import { closedTcb, type Tcb } from '../tcb.ts';
import { ENV, seg, synReceived, synSent } from './builders.ts';

const LINUX: Env = { ...ENV, profile: PROFILES.linux };
const FREEBSD: Env = { ...ENV, profile: PROFILES.freebsd };
const RTO = { type: 'RETRANSMISSION TIMEOUT' } as const;

/** When the endpoint sends again, s after its first segment, if nothing ever comes; and when it gives up. */
function ladder(first: Tcb, env: Env): { readonly again: readonly number[]; readonly givesUp: number } {
  const begin = first.queue[0]?.firstSentAt ?? 0;
  const again: number[] = [];
  let tcb = first;
  let now = begin;
  while (tcb.state !== 'CLOSED' && again.length < 50) {
    now = tcb.timers.retransmission ?? now;
    tcb = step(tcb, RTO, { ...env, now }).endpoint;
    if (tcb.state !== 'CLOSED') again.push((now - begin) / 1000);
  }
  return { again, givesUp: (now - begin) / 1000 };
}

describe('how often systems knock', () => {
  it('RFC 6298 doubles from the first SYN on, for three minutes (MUST-23)', () => {
    expect(ladder(synSent(), ENV)).toEqual({ again: [1, 3, 7, 15, 31, 63, 123], givesUp: 183 });
  });

  it('linux sends a SYN again at 1 s four times more before it doubles, ten times in all', () => {
    expect(ladder(synSent(), LINUX)).toEqual({ again: [1, 2, 3, 4, 5, 7, 11, 19, 35, 67], givesUp: 131 });
  });

  it('linux with two tries (7 s) sends six SYNs, as recorded', () => {
    const twice: Env = { ...LINUX, profile: { ...LINUX.profile, r2Syn: 7000 } };
    expect(ladder(synSent(), twice)).toEqual({ again: [1, 2, 3, 4, 5], givesUp: 7 });
  });

  it('linux doubles for a SYN,ACK from the first one on, five times', () => {
    expect(ladder(synReceived(), LINUX)).toEqual({ again: [1, 3, 7, 15, 31], givesUp: 63 });
  });

  it('freebsd adds 200 ms to each RTO but the first', () => {
    expect(ladder(synSent(), FREEBSD).again.slice(0, 7)).toEqual([1, 3.2, 7.4, 15.6, 31.8, 64, 128]);
  });

  it('linux takes 3 s for data after a SYN that was sent twice, at whatever RTO (RFC 6298 §5.7)', () => {
    const again = step(synSent(), RTO, LINUX).endpoint;
    expect([again.rto.rto, again.queue[0]?.transmissions]).toEqual([1000, 2]);
    expect(step(again, { type: 'SEGMENT ARRIVES', segment: seg('SYN,ACK', 300, 101) }, LINUX).endpoint.rto.rto).toBe(3000);
  });
});

describe('a SYN whose first answer acknowledges something else', () => {
  const bad = { type: 'SEGMENT ARRIVES', segment: seg('ACK', 5000, 999) } as const;

  it('waits for its timer by the RFC, and goes out again within 10 ms in linux', () => {
    expect(step(synSent(), bad, ENV).endpoint).toEqual(synSent());
    const { endpoint, because } = step(synSent(), bad, LINUX);
    expect([because, endpoint]).toEqual([['syn-sent.ack.bad'], { ...synSent(), timers: { ...synSent().timers, retransmission: 10_008 } }]);
  });

  it('does so for a RST,ACK of something else too, but only while the SYN was sent once', () => {
    const refused = { type: 'SEGMENT ARRIVES', segment: seg('RST,ACK', 0, 999) } as const;
    const { endpoint, because } = step(synSent(), refused, LINUX);
    expect([because, endpoint.timers.retransmission]).toEqual([['syn-sent.ack.bad-rst'], 10_008]);
    const again = step(endpoint, RTO, { ...LINUX, now: 10_008 }).endpoint;
    expect(step(again, bad, { ...LINUX, now: 10_100 }).endpoint.timers.retransmission).toBe(11_008);
  });
});

describe('the first window', () => {
  const offered = (env: Env, buffer: number, options: Segment['options']) =>
    step({ ...closedTcb(buffer), state: 'LISTEN' }, { type: 'SEGMENT ARRIVES', segment: seg('SYN', 300, 0, { options }) }, env).endpoint.rcv.wnd;
  const asked = (env: Env, buffer: number) => step(closedTcb(buffer), { type: 'OPEN', mode: 'active' }, env).endpoint.rcv.wnd;

  it('is the buffer by the RFC, whole segments of it in linux, timestamps counted off, and what a SYN,ACK can say in freebsd', () => {
    const plain = { mss: 1460 };
    const stamped = { mss: 1460, ts: { val: 1, ecr: 0 } };
    expect([offered(ENV, 65_535, plain), asked(ENV, 65_535)]).toEqual([65_535, 65_535]);
    expect([offered(LINUX, 65_535, plain), offered(LINUX, 65_535, stamped), asked(LINUX, 65_535)]).toEqual([64_240, 65_160, 64_240]);
    expect([offered(FREEBSD, 65_536, plain), asked(FREEBSD, 65_535)]).toEqual([65_535, 65_535]);
  });

  it('is the whole buffer once a listener’s connection is established, whole segments of it in freebsd', () => {
    const established = (env: Env, buffer: number) => {
      const heard = step({ ...closedTcb(buffer), state: 'LISTEN' }, { type: 'SEGMENT ARRIVES', segment: seg('SYN', 300, 0, { options: { mss: 1460 } }) }, env).endpoint;
      return step(heard, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, heard.snd.nxt) }, env).endpoint.rcv.wnd;
    };
    expect([established(ENV, 65_535), established(ENV, 70_000), established(LINUX, 65_535), established(FREEBSD, 65_536)]).toEqual([65_535, 70_000, 64_240, 65_700]);
  });

  it('is all of a buffer that holds less than a segment', () => {
    expect([offered(LINUX, 1000, { mss: 1460 }), asked(LINUX, 1000)]).toEqual([1000, 1000]);
  });
});

describe('the least RTO', () => {
  it('bounds the sum by RFC 6298 §2.4, and only the variance in linux: SRTT + 200 ms', () => {
    const sent = (env: Env) => step(synSent(), { type: 'SEGMENT ARRIVES', segment: seg('SYN,ACK', 300, 101) }, { ...env, now: 9941 }).endpoint.rto;
    expect(sent(ENV)).toEqual({ srtt: 41, rttvar: 20.5, rto: 1000 });
    expect(sent(LINUX)).toEqual({ srtt: 41, rttvar: 20.5, rto: 241 });
  });
});
