import { describe, expect, it } from 'vitest';
import type { Env } from '../env.ts';
import type { Options } from '../option.ts';
import { PROFILES } from '../profiles.ts';
import { seq } from '../seq.ts';
import { step, type Step } from '../step.ts';
import type { Tcb } from '../tcb.ts';
import { ENV, listening, seg, synSent, synchronized } from './builders.ts';

const LINUX: Env = { ...ENV, profile: PROFILES.linux };
const ALL: Options = { mss: 1000, wscale: 7, sackPermitted: true, ts: { val: 5000, ecr: 0 } };

function emitted({ effects }: Step): readonly Options[] {
  return effects.flatMap((effect) => (effect.type === 'emit' ? [effect.segment.options] : []));
}

/** ESTABLISHED with timestamps, TS.Recent 5000 since 9 s, and RCV.NXT as the last ACK sent. */
function stamped(): Tcb {
  const tcb = synchronized('ESTABLISHED');
  return { ...tcb, agreed: { ...tcb.agreed, ts: { recent: 5000, recentAt: 9000, lastAckSent: seq(301) } } };
}

const withTs = (val: number, ecr = 0) => ({ options: { ts: { val, ecr } } });

describe('what the SYNs agree on', () => {
  it('offers on a SYN what the profile has, an MSS always (MUST-14, SHLD-5, MAY-3, MUST-67)', () => {
    const open = { type: 'OPEN', mode: 'active' } as const;
    expect(emitted(step(listening(), open, ENV))).toEqual([{ mss: 1460 }]);
    expect(emitted(step(listening(), open, LINUX))).toEqual([{ mss: 1460, wscale: 8, sackPermitted: true, ts: { val: 10_000, ecr: 0 } }]);
  });

  it('answers only what the SYN offered, and echoes its timestamp (RFC 7323 §3.2)', () => {
    const answer = (options: Options, env: Env) => emitted(step(listening(), { type: 'SEGMENT ARRIVES', segment: seg('SYN', 300, 0, { options }) }, env));
    expect(answer(ALL, LINUX)).toEqual([{ mss: 1460, wscale: 8, sackPermitted: true, ts: { val: 10_000, ecr: 5000 } }]);
    expect(answer({ mss: 1000, sackPermitted: true }, LINUX)).toEqual([{ mss: 1460, sackPermitted: true }]);
    expect(answer(ALL, ENV)).toEqual([{ mss: 1460 }]);
  });

  it('obeys the MSS of the peer (MUST-14), counts timestamps off it (MUST-16), and shifts no window of a SYN (RFC 7323 §2.2)', () => {
    const segment = seg('SYN,ACK', 300, 101, { wnd: 4000, options: ALL });
    const { endpoint } = step(synSent(), { type: 'SEGMENT ARRIVES', segment }, LINUX);
    expect([endpoint.snd.mss, endpoint.snd.shift, endpoint.snd.wnd, endpoint.rcv.shift]).toEqual([988, 7, 4000, 8]);
    expect(endpoint.agreed).toEqual({ scaled: true, sack: true, ecn: null, cookie: null, ts: { recent: 5000, recentAt: 10_000, lastAckSent: 301 } });
    const next = step(endpoint, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 101, { wnd: 40, ...withTs(5001) }) }, LINUX).endpoint;
    expect(next.snd.wnd).toBe(40 * 128);
  });

  it('sends 536 octets at most to a peer that said no MSS (MUST-15)', () => {
    const { endpoint } = step(synSent(), { type: 'SEGMENT ARRIVES', segment: seg('SYN,ACK', 300, 101) }, ENV);
    const { effects } = step(endpoint, { type: 'SEND', length: 1200 }, ENV);
    expect(effects.flatMap((effect) => (effect.type === 'emit' ? [effect.segment.length] : []))).toEqual([536, 536]);
  });

  it('takes an MSS of 0 for none, and can always send an octet, however small the MSS (MUST-15, MUST-16)', () => {
    const mss = (options: Options) => step(synSent(), { type: 'SEGMENT ARRIVES', segment: seg('SYN,ACK', 300, 101, { options }) }, LINUX).endpoint.snd.mss;
    expect([mss({ mss: 0 }), mss({ mss: 5, ts: { val: 5000, ecr: 0 } })]).toEqual([536, 1]);
  });

  it('takes no more of the data on a SYN or SYN,ACK than fits the window (RFC 9293 §3.10.7.4)', () => {
    const came = (from: Tcb, segment: ReturnType<typeof seg>) => step(from, { type: 'SEGMENT ARRIVES', segment }, ENV).endpoint.rcv;
    expect(came(listening(), seg('SYN,FIN', 300, 0, { length: 1500 })).beyond).toEqual([{ seq: 301, length: 1000, fin: false }]);
    const reading = { ...synSent(), rcv: { ...synSent().rcv, reading: false } };
    expect(came(reading, seg('SYN,ACK,FIN', 300, 101, { length: 1500 }))).toMatchObject({ nxt: 1301, unread: 1000, wnd: 0 });
  });

  it('takes options from any segment (MUST-5), and an MSS from a SYN only, as it sends one on a SYN only (MUST-65)', () => {
    const segment = seg('ACK', 301, 101, { length: 5, options: { mss: 10, ts: { val: 5001, ecr: 0 } } });
    const took = step(stamped(), { type: 'SEGMENT ARRIVES', segment }, ENV);
    expect([took.endpoint.agreed.ts?.recent, took.endpoint.snd.mss]).toEqual([5001, stamped().snd.mss]);
    expect(emitted(took)).toEqual([{ ts: { val: 10_000, ecr: 5001 } }]);
  });

  it('reads the window as unsigned, up to 65535 shifted by 14 (MUST-1, REC-1)', () => {
    const tcb = synchronized('ESTABLISHED');
    const wide: Tcb = { ...tcb, snd: { ...tcb.snd, shift: 14 } };
    expect(step(wide, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 101, { wnd: 65_535 }) }, ENV).endpoint.snd.wnd).toBe(1_073_725_440);
  });

  it('takes a shift above 14 as 14 (RFC 7323 §2.3)', () => {
    const segment = seg('SYN,ACK', 300, 101, { options: { ...ALL, wscale: 15 } });
    expect(step(synSent(), { type: 'SEGMENT ARRIVES', segment }, LINUX).endpoint.snd.shift).toBe(14);
  });
});

describe('timestamps (RFC 7323)', () => {
  const arrives = (tcb: Tcb, ...[flags, at, number, rest]: Parameters<typeof seg>) => step(tcb, { type: 'SEGMENT ARRIVES', segment: seg(flags, at, number, rest) }, ENV);

  it('drop a segment without one, but for a RST (§3.2)', () => {
    expect(arrives(stamped(), 'ACK', 301, 101, { length: 5 })).toEqual({ endpoint: stamped(), effects: [], because: ['other.ts.missing'] });
    expect(arrives(stamped(), 'RST', 301, 0).endpoint.state).toBe('CLOSED');
  });

  it('answer an older one with an ACK and drop it (§5.3 R1)', () => {
    const old = arrives(stamped(), 'ACK', 301, 101, { length: 5, ...withTs(4999) });
    expect([old.because, old.endpoint]).toEqual([['other.ts.paws'], stamped()]);
    expect(emitted(old)).toEqual([{ ts: { val: 10_000, ecr: 5000 } }]);
  });

  it('compare modulo 2³², and believe an old one after 24 days (§5.5)', () => {
    const late = stamped();
    const wrapped: Tcb = { ...late, agreed: { ...late.agreed, ts: { recent: 0xffff_fff0, recentAt: 9000, lastAckSent: seq(301) } } };
    expect(arrives(wrapped, 'ACK', 301, 101, withTs(5)).because).toEqual(['other.ts.recent', 'other.ack.window']);
    const idle = { ...ENV, now: 9000 + 24 * 86_400_000 };
    expect(step(late, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 101, withTs(4999)) }, idle).because).not.toContain('other.ts.paws');
  });

  it('set TS.Recent from what reaches back to Last.ACK.sent, behind the sequence check (§4.3, §5.3 R2, R3)', () => {
    const recent = (step: Step) => step.endpoint.agreed.ts?.recent;
    expect(recent(arrives(stamped(), 'ACK', 301, 101, { length: 5, ...withTs(5001) }))).toBe(5001);
    expect(recent(arrives(stamped(), 'ACK', 310, 101, { length: 5, ...withTs(5001) }))).toBe(5000);
    expect(recent(arrives(stamped(), 'ACK', 290, 101, { length: 5, ...withTs(5001) }))).toBe(5000);
    expect(recent(arrives(stamped(), 'ACK', 299, 101, { length: 5, ...withTs(5001) }))).toBe(5001);
  });

  it('give an RTT sample also from what was sent twice (§4)', () => {
    const fin = synchronized('FIN-WAIT-1');
    const twice: Tcb = { ...fin, agreed: stamped().agreed, queue: fin.queue.map((entry) => ({ ...entry, transmissions: 2 })) };
    // SRTT = 7/8 · 100 + 1/8 · 500
    expect(arrives(twice, 'ACK', 301, 102, withTs(5001, 9500)).endpoint.rto.srtt).toBe(150);
  });
});

describe('SACK (RFC 2018 §4)', () => {
  it('takes its room from the data of a segment, and gives way where a segment has its length already (MUST-16)', () => {
    const tcb = synchronized('ESTABLISHED');
    const holed: Tcb = { ...tcb, agreed: { ...tcb.agreed, sack: true }, rcv: { ...tcb.rcv, beyond: [{ seq: seq(311), length: 10, fin: false }, { seq: seq(331), length: 10, fin: false }] } };
    const lengths = ({ effects }: Step) => effects.flatMap((effect) => (effect.type === 'emit' ? [[effect.segment.length, effect.segment.options.sack?.length ?? 0]] : []));
    expect(lengths(step(holed, { type: 'SEND', length: 3000 }, ENV))).toEqual([[1440, 2], [1440, 2]]);
    const full = step({ ...holed, rcv: tcb.rcv }, { type: 'SEND', length: 1460 }, ENV).endpoint;
    expect(lengths(step({ ...full, rcv: holed.rcv }, { type: 'RETRANSMISSION TIMEOUT' }, ENV))).toEqual([[1460, 0]]);
  });

  it('reports the run that grew last first, then the others in that order, three at most beside timestamps', () => {
    const tcb = { ...stamped(), agreed: { ...stamped().agreed, sack: true } };
    const come = (from: Tcb, at: number) => step(from, { type: 'SEGMENT ARRIVES', segment: seg('ACK', at, 101, { length: 10, ...withTs(5000) }) }, ENV);
    const last = [321, 341, 361].reduce((from, at) => come(from, at).endpoint, tcb);
    expect(emitted(come(last, 401))).toEqual([{
      ts: { val: 10_000, ecr: 5000 },
      sack: [{ left: 401, right: 411 }, { left: 361, right: 371 }, { left: 341, right: 351 }],
    }]);
    expect(emitted(come(last, 331))[0]?.sack?.[0]).toEqual({ left: 321, right: 351 });
  });

  it('reports what came twice before the run that holds it, once (RFC 2883 §4)', () => {
    const env = { ...ENV, profile: { ...ENV.profile, dsack: true } };
    const open = { ...synchronized('ESTABLISHED'), agreed: { ...synchronized('ESTABLISHED').agreed, sack: true } };
    const come = (from: Tcb, at: number, length: number) => step(from, { type: 'SEGMENT ARRIVES', segment: seg('ACK', at, 101, { length }) }, env);
    const blocks = (from: Tcb, at: number, length: number) => emitted(come(from, at, length)).map(({ sack = [] }) => sack.map(({ left, right }) => `${left}:${right}`).join(' '));
    const holed = [321, 341].reduce((from, at) => come(from, at, 10).endpoint, open);
    expect(blocks(holed, 290, 5)).toEqual(['290:295 341:351 321:331']);
    expect(blocks(holed, 295, 10)).toEqual(['295:301 341:351 321:331']);
    expect(blocks(holed, 321, 10)).toEqual(['321:331 321:331 341:351']);
    expect(blocks(holed, 325, 20)).toEqual(['325:331 321:351']);
    expect(blocks(holed, 301, 30)).toEqual(['321:331 341:351']);
    expect(blocks(come(holed, 321, 10).endpoint, 361, 10)).toEqual(['361:371 321:331 341:351']);
    expect(blocks(holed, 331, 5)).toEqual(['321:336 341:351']);
  });
});
