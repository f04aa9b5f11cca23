import { describe, expect, it } from 'vitest';
import type { Env } from '../env.ts';
import { flagNames } from '../flags.ts';
import { PROFILES } from '../profiles.ts';
import { step } from '../step.ts';
import type { AckPace, Tcb } from '../tcb.ts';
import { ENV, seg, synSent, synchronized } from './builders.ts';

const LINUX: Env = { ...ENV, profile: PROFILES.linux, delayedAck: null };

function paced(pace: Partial<AckPace>, state: Tcb['state'] = 'ESTABLISHED'): Tcb {
  const tcb = synchronized(state);
  return { ...tcb, rcv: { ...tcb.rcv, wnd: 64_240, buffer: 64_240, pace: { quick: 0, answers: false, heardAt: 9990, octets: 0, pushed: false, ...pace } } };
}

function data(length: number, flags = 'ACK') {
  return { type: 'SEGMENT ARRIVES', segment: seg(flags, 301, 101, { length }) } as const;
}

/** When the ACK leaves: at once, or when its timer expires, ms from now. */
function acksAfter(tcb: Tcb, event: Parameters<typeof step>[1], env = LINUX): number {
  const { endpoint } = step(tcb, event, env);
  const at = endpoint.timers['delayed-ack'];
  return at === null ? 0 : at - env.now;
}

describe('the pace of ACKs in linux', () => {
  it('begins quickly: an ACK at once for each segment, for half the window and 16 at most', () => {
    const first = step({ ...paced({}), rcv: { ...paced({}).rcv, pace: null } }, data(100), LINUX);
    expect(first.because).toEqual(['other.ack.window', 'other.text.deliver', 'output.ack']);
    expect(first.endpoint.rcv.pace).toEqual({ quick: 15, answers: false, heardAt: 10_000, octets: 0, pushed: false });
    const tiny = { ...synchronized('ESTABLISHED'), rcv: { ...synchronized('ESTABLISHED').rcv, wnd: 4400, buffer: 4400 } };
    expect(step(tiny, data(100), LINUX).endpoint.rcv.pace?.quick).toBe(0);
  });

  it('then waits 40 ms for company for a whole segment, but not for a second one', () => {
    expect(acksAfter(paced({}), data(1460))).toBe(40);
    expect(acksAfter(paced({ octets: 1460 }), data(1460))).toBe(0);
  });

  it('keeps nobody waiting whose last small segment has been read', () => {
    expect(acksAfter(paced({}), data(100))).toBe(0);
    const kept = paced({});
    expect(acksAfter({ ...kept, rcv: { ...kept.rcv, reading: false } }, data(100))).toBe(40);
  });

  it('waits also for small segments, and with quick ACKs left, where the user answers data with data', () => {
    const answered = step(paced({ quick: 9 }), { type: 'SEND', length: 10 }, LINUX).endpoint;
    expect(answered.rcv.pace?.answers).toBe(true);
    expect(acksAfter(answered, data(100))).toBe(40);
    expect(step(paced({ quick: 9, heardAt: 9900 }), { type: 'SEND', length: 10 }, LINUX).endpoint.rcv.pace?.answers).toBe(false);
  });

  it('is quick again after a silence longer than the RTO, and after data that came twice', () => {
    expect(step(paced({ heardAt: 1000 }), data(1460), LINUX).endpoint.rcv.pace?.quick).toBe(15);
    const twice = { type: 'SEGMENT ARRIVES', segment: seg('ACK', 201, 101, { length: 100 }) } as const;
    expect(step(paced({ answers: true }), twice, LINUX).endpoint.rcv.pace).toEqual({ quick: 16, answers: false, heardAt: 9990, octets: 0, pushed: false });
  });

  it('acknowledges a FIN at once where no data came before, and else waits for the FIN of its own user', () => {
    expect(acksAfter(synchronized('ESTABLISHED'), data(0, 'FIN,ACK'))).toBe(0);
    expect(acksAfter(paced({ quick: 9 }), data(0, 'FIN,ACK'))).toBe(40);
    expect(acksAfter(paced({ quick: 9 }), data(100, 'FIN,ACK'))).toBe(40);
    expect(acksAfter(paced({ quick: 9 }, 'FIN-WAIT-2'), { type: 'SEGMENT ARRIVES', segment: seg('FIN,ACK', 301, 102) })).toBe(0);
  });

  it('lets a user that closes in the same instant put its own FIN with that ACK', () => {
    const first = step(synchronized('ESTABLISHED'), data(0, 'FIN,ACK'), LINUX);
    expect([first.because.at(-1), first.endpoint.timers['delayed-ack']]).toEqual(['output.ack-later', 10_000]);
    const closed = step(first.endpoint, { type: 'CLOSE', both: true }, LINUX);
    expect(closed.effects.flatMap((effect) => (effect.type === 'emit' ? [[flagNames(effect.segment.flags).join(), effect.segment.ack]] : []))).toEqual([['FIN,ACK', 302]]);
  });

  it('acknowledges a FIN at once where it fills a hole', () => {
    const hole = paced({});
    const waiting: Tcb = { ...hole, rcv: { ...hole.rcv, beyond: [{ seq: seg('', 401).seq, length: 10, fin: true }] } };
    const { endpoint } = step(waiting, data(100), LINUX);
    expect([endpoint.state, endpoint.timers['delayed-ack']]).toEqual(['CLOSE-WAIT', null]);
  });

  it('lets the ACK of a FIN wait that comes again, now with the data that was missing before it', () => {
    const early = step(synchronized('ESTABLISHED'), { type: 'SEGMENT ARRIVES', segment: seg('FIN,ACK', 401, 101) }, LINUX);
    expect(early.because.slice(-2)).toEqual(['other.text.beyond', 'output.ack']);
    const whole = step(early.endpoint, data(100, 'FIN,ACK'), LINUX);
    expect([whole.endpoint.state, whole.endpoint.rcv.nxt, whole.endpoint.timers['delayed-ack']]).toEqual(['CLOSE-WAIT', 402, 10_040]);
  });

  it('expects answers from the first on where data went with the third segment of the handshake', () => {
    const wanting: Tcb = { ...synSent(), snd: { ...synSent().snd, unsent: 5 } };
    const open = step(wanting, { type: 'SEGMENT ARRIVES', segment: seg('SYN,ACK', 300, 101) }, LINUX).endpoint;
    expect(open.rcv.pace?.answers).toBe(true);
    expect(acksAfter(open, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 106, { length: 5 }) }, { ...LINUX, now: 10_040 })).toBe(40);
  });

  it('is left to the setting where the host has one, and there is none by the RFC', () => {
    expect(acksAfter(synchronized('ESTABLISHED'), data(100), { ...LINUX, delayedAck: 200 })).toBe(200);
    expect(acksAfter(synchronized('ESTABLISHED'), data(100), { ...LINUX, delayedAck: 0 })).toBe(0);
    const { endpoint } = step(synchronized('ESTABLISHED'), data(100), { ...ENV, delayedAck: null });
    expect([endpoint.timers['delayed-ack'], endpoint.rcv.pace]).toEqual([null, null]);
  });
});
