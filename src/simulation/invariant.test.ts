import { describe, expect, it } from 'vitest';
import type { Effect } from '../tcp/effect.ts';
import { ACK, FIN, RST, SYN, flagsOf } from '../tcp/flags.ts';
import { ENV, listening, seg, synReceived, synSent, synchronized } from '../tcp/rules/builders.ts';
import { segmentOf } from '../tcp/segment.ts';
import { seq } from '../tcp/seq.ts';
import { STATES, SYNCHRONIZED } from '../tcp/state.ts';
import { closedTcb, type Tcb } from '../tcp/tcb.ts';
import { atOdds, brokenIn, deadlocked, halfOpen } from './invariant.ts';
import { brokenBy, type Stepped } from './step-invariant.ts';

const EST = synchronized('ESTABLISHED');
const FW1 = synchronized('FIN-WAIT-1');

function but(tcb: Tcb, change: { readonly state?: Tcb['state']; readonly queue?: Tcb['queue']; readonly snd?: Partial<Tcb['snd']>; readonly rcv?: Partial<Tcb['rcv']>; readonly timers?: Partial<Tcb['timers']>; readonly congestion?: Partial<Tcb['congestion']> }): Tcb {
  return {
    ...tcb,
    ...change,
    snd: { ...tcb.snd, ...change.snd },
    rcv: { ...tcb.rcv, ...change.rcv },
    timers: { ...tcb.timers, ...change.timers },
    congestion: { ...tcb.congestion, ...change.congestion },
  };
}

const emitting = (segment: Parameters<typeof segmentOf>[0], transmission = 1): Effect => ({ type: 'emit', segment: segmentOf(segment), transmission });

describe('what must be so of one endpoint', () => {
  it('is so of the fixtures in every state', () => {
    const all = [closedTcb(1000), listening(), synSent(), synReceived(), ...SYNCHRONIZED.map((state) => synchronized(state))];
    expect(all.map((tcb) => tcb.state)).toEqual(STATES.filter((state) => all.some((tcb) => tcb.state === state)));
    expect(all.flatMap(brokenIn)).toEqual([]);
  });

  it.each<readonly [string, Tcb]>([
    ['SND.UNA =< SND.NXT', but(EST, { snd: { una: seq(102) }, })],
    ['the queue holds all from SND.UNA to SND.NXT, in order', but(EST, { snd: { nxt: seq(102) } })],
    ['the retransmission timer runs where something is unacknowledged', but(FW1, { timers: { retransmission: null } })],
    ['TIME-WAIT runs the 2 MSL timer, and else only FIN-WAIT-2 that nobody listens in', but(EST, { timers: { 'time-wait': 11_000 } })],
    ['the delayed ACK runs where an ACK may wait', but(EST, { rcv: { owed: 'later' } })],
    ['no probe of the window while something is unacknowledged', but(FW1, { timers: { persist: 11_000 } })],
    ['CLOSED and LISTEN hold nothing and wait for nothing', but(listening(), { timers: { 'keep-alive': 11_000 } })],
    ['CLOSE, FIN and its ACK fit the state', but(EST, { state: 'FIN-WAIT-2' })],
    ['the window and what is unread fit the buffer', but(EST, { rcv: { unread: 1, } })],
    ['counts are whole and not negative', but(EST, { snd: { mss: 0 } })],
    ['congestion always leaves room for a segment', but(EST, { snd: { unsent: 10, wnd: 0 }, congestion: { cwnd: 0 } })],
    ['SACK reports lie between SND.UNA and SND.NXT, in order and apart', but(FW1, { snd: { sacked: [{ left: seq(101), right: seq(102) }] } })],
    ['what waits to be delivered lies beyond RCV.NXT and inside the window, in order and apart', but(EST, { rcv: { beyond: [{ seq: seq(1300), length: 2, fin: false }] } })],
  ])('is seen not to be so: %s', (invariant, tcb) => {
    expect(brokenIn(tcb)).toContain(invariant);
  });
});

describe('what must be so of one step', () => {
  const ARRIVAL = { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 101) } as const;
  const still: Stepped = { before: EST, event: ARRIVAL, effects: [], after: EST };

  it('is so of a step that does nothing, and of one that delivers', () => {
    const after = but(EST, { rcv: { nxt: seq(311), wnd: 990 } });
    expect(brokenBy(still, ENV)).toEqual([]);
    expect(brokenBy({ ...still, effects: [{ type: 'deliver', seq: seq(301), length: 4 }, { type: 'deliver', seq: seq(305), length: 6 }], after }, ENV)).toEqual([]);
  });

  it.each<readonly [string, Partial<Stepped>]>([
    ['a state leads only where RFC 9293, Figure 5, says', { effects: [{ type: 'state', from: 'ESTABLISHED', to: 'TIME-WAIT' }] }],
    ['RCV.NXT never goes back', { after: but(EST, { rcv: { nxt: seq(300), wnd: 1001 } }) }],
    ['SND.UNA never goes back', { after: but(EST, { snd: { una: seq(100) } }) }],
    ['SND.NXT never goes back', { after: but(EST, { snd: { nxt: seq(100) } }) }],
    ['the right edge of the window never goes back', { after: but(EST, { rcv: { wnd: 999 } }) }],
    ['no new data goes beyond the window of the peer, but for a probe of one octet', { effects: [emitting({ flags: ACK, seq: seq(101), ack: seq(301), length: 4001 })] }],
    ['octets are delivered once and in order', { effects: [{ type: 'deliver', seq: seq(300), length: 4 }] }],
    ['octets are delivered once and in order', { effects: [{ type: 'deliver', seq: seq(301), length: 4 }, { type: 'deliver', seq: seq(304), length: 4 }], after: but(EST, { rcv: { nxt: seq(309) } }) }],
    ['octets are delivered once and in order', { effects: [{ type: 'deliver', seq: seq(301), length: 4 }] }],
    ['no timer is set in the past', { after: but(EST, { timers: { 'keep-alive': 9999 } }) }],
    ['the RTO lies within the bounds of the profile', { after: { ...EST, rto: { srtt: null, rttvar: 0, rto: 1e6 } } }],
    ['no RST is answered by a RST', { event: { ...ARRIVAL, segment: seg('RST', 5) }, effects: [emitting({ flags: RST })] }],
    ['an open connection sends between SND.UNA − 1 and SND.NXT, and acknowledges RCV.NXT', { effects: [emitting({ flags: ACK, seq: seq(101), ack: seq(300) })] }],
    ['an open connection sends between SND.UNA − 1 and SND.NXT, and acknowledges RCV.NXT', { effects: [emitting({ flags: flagsOf(ACK, FIN), seq: seq(101), ack: seq(301) })] }],
    ['an open connection sends between SND.UNA − 1 and SND.NXT, and acknowledges RCV.NXT', { effects: [emitting({ flags: flagsOf(ACK, SYN), seq: seq(100), ack: seq(301) })] }],
    ['every field sent fits its place', { effects: [emitting({ flags: ACK, seq: seq(101), ack: seq(301), wnd: 65_536 })] }],
  ])('is seen not to be so: %s', (invariant, change) => {
    expect(brokenBy({ ...still, ...change }, ENV)).toContain(invariant);
  });
});

describe('what must be so of two endpoints', () => {
  /** The fixture's peer: its numbers the other way round. */
  function peer(state: Tcb['state']): Tcb {
    const tcb = synchronized(state);
    return { ...but(tcb, { snd: { una: seq(301), nxt: seq(tcb.snd.nxt + 200) }, rcv: { nxt: seq(tcb.rcv.nxt - 200) } }), iss: seq(300), irs: seq(100) };
  }

  it('both synchronized, they agree on the numbers', () => {
    expect(atOdds({ A: EST, B: peer('ESTABLISHED') })).toEqual([]);
    const ahead = but(peer('ESTABLISHED'), { rcv: { nxt: seq(102) } });
    expect(atOdds({ A: EST, B: ahead })).toEqual([{ invariant: 'two synchronized endpoints agree on the numbers', host: 'B' }]);
  });

  it('TIME-WAIT and FIN-WAIT-2 only where the peer has the FIN', () => {
    const open = but(peer('ESTABLISHED'), { rcv: { nxt: seq(102) } });
    expect(atOdds({ A: synchronized('TIME-WAIT'), B: open }).map(({ invariant }) => invariant)).toContain('TIME-WAIT only where the peer has our FIN and has sent its own');
    expect(atOdds({ A: synchronized('FIN-WAIT-2'), B: open }).map(({ invariant }) => invariant)).toContain('FIN-WAIT-2 only where the peer has our FIN');
  });

  it('at rest, no user waits for an answer to OPEN, SEND or CLOSE', () => {
    expect(deadlocked({ A: synSent(), B: listening() })).toEqual([{ invariant: 'a user who waits for TCP is answered, or a timer runs', host: 'A' }]);
    expect(deadlocked({ A: synchronized('FIN-WAIT-2'), B: peer('CLOSE-WAIT') })).toEqual([]);
  });

  it('half-open, one has a connection of which the other knows nothing', () => {
    expect([halfOpen({ A: EST, B: closedTcb(1000) }), halfOpen({ A: EST, B: peer('ESTABLISHED') }), halfOpen({ A: synSent(), B: listening() })]).toEqual([true, false, false]);
  });
});
