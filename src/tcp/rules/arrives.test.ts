import { describe, expect, it } from 'vitest';
import { flagNames } from '../flags.ts';
import type { Segment } from '../segment.ts';
import { seq } from '../seq.ts';
import type { State } from '../state.ts';
import { step } from '../step.ts';
import { closedTcb, type Tcb } from '../tcb.ts';
import { ENV, WND, listening, seg, synReceived, synSent, synchronized } from './builders.ts';

interface Case {
  /** What the case says, beginning with the clause. */
  readonly name: string;
  readonly from: Tcb;
  readonly segment: Segment;
  readonly because: readonly string[];
  readonly to: State;
  /** What is sent, as `FLAGS SEQ ACK LEN`. */
  readonly sends?: readonly string[];
  readonly tells?: readonly string[];
  /** Whether the whole TCB stays as it was. */
  readonly unchanged?: true;
}

function written(segment: Segment): string {
  return `${flagNames(segment.flags).join(',')} ${segment.seq} ${segment.ack} ${segment.length}`;
}

const est = () => synchronized('ESTABLISHED');
const literal = { ...ENV, profile: { ...ENV.profile, literalTable6: true } };

const CASES: readonly Case[] = [
  // §3.10.7.1 CLOSED
  { name: 'CLOSED drops a RST', from: closedTcb(WND), segment: seg('RST', 5), because: ['closed.rst'], to: 'CLOSED', unchanged: true },
  { name: 'CLOSED answers no ACK with SEQ 0 and the whole length', from: closedTcb(WND), segment: seg('SYN,FIN', 5, 0, { length: 10 }), because: ['closed.no-ack'], to: 'CLOSED', sends: ['RST,ACK 0 17 0'], unchanged: true },
  { name: 'CLOSED answers an ACK at its number', from: closedTcb(WND), segment: seg('ACK', 5, 900), because: ['closed.ack'], to: 'CLOSED', sends: ['RST 900 0 0'], unchanged: true },
  { name: 'CLOSED answers a segment without any flag', from: closedTcb(WND), segment: seg('', 5), because: ['closed.no-ack'], to: 'CLOSED', sends: ['RST,ACK 0 5 0'], unchanged: true },
  // §3.10.7.2 LISTEN
  { name: 'LISTEN ignores a RST', from: listening(), segment: seg('RST,ACK', 5, 6), because: ['listen.rst'], to: 'LISTEN', unchanged: true },
  { name: 'LISTEN resets any ACK, also one with SYN', from: listening(), segment: seg('SYN,ACK', 5, 6), because: ['listen.ack'], to: 'LISTEN', sends: ['RST 6 0 0'], unchanged: true },
  { name: 'LISTEN answers a SYN', from: listening(), segment: seg('SYN', 300), because: ['listen.syn'], to: 'SYN-RECEIVED', sends: ['SYN,ACK 700 301 0'] },
  { name: 'LISTEN drops anything else', from: listening(), segment: seg('FIN', 5), because: ['listen.other'], to: 'LISTEN', unchanged: true },
  // §3.10.7.3 SYN-SENT
  { name: 'SYN-SENT drops a RST with a bad ACK', from: synSent(), segment: seg('RST,ACK', 0, 100), because: ['syn-sent.ack.bad-rst'], to: 'SYN-SENT', unchanged: true },
  { name: 'SYN-SENT resets a bad ACK', from: synSent(), segment: seg('SYN,ACK', 300, 91), because: ['syn-sent.ack.bad'], to: 'SYN-SENT', sends: ['RST 91 0 0'], unchanged: true },
  { name: 'SYN-SENT resets an ACK beyond SND.NXT', from: synSent(), segment: seg('ACK', 300, 102), because: ['syn-sent.ack.bad'], to: 'SYN-SENT', sends: ['RST 102 0 0'], unchanged: true },
  { name: 'SYN-SENT is reset by RST with its ACK', from: synSent(), segment: seg('RST,ACK', 0, 101), because: ['syn-sent.rst.reset'], to: 'CLOSED', tells: ['connection reset'] },
  { name: 'SYN-SENT drops a RST without ACK', from: synSent(), segment: seg('RST', 0), because: ['syn-sent.rst.no-ack'], to: 'SYN-SENT', unchanged: true },
  { name: 'SYN-SENT is established by SYN,ACK', from: synSent(), segment: seg('SYN,ACK', 300, 101), because: ['syn-sent.syn-ack', 'output.ack'], to: 'ESTABLISHED', sends: ['ACK 101 301 0'], tells: ['connected'] },
  { name: 'SYN-SENT takes data and FIN with the SYN,ACK', from: synSent(), segment: seg('SYN,FIN,ACK', 300, 101, { length: 10 }), because: ['syn-sent.syn-ack', 'other.text.deliver', 'other.fin', 'output.ack'], to: 'CLOSE-WAIT', sends: ['ACK 101 312 0'], tells: ['connected', 'connection closing'] },
  { name: 'SYN-SENT answers a crossing SYN with SYN,ACK', from: synSent(), segment: seg('SYN', 300), because: ['syn-sent.syn'], to: 'SYN-RECEIVED', sends: ['SYN,ACK 100 301 0'] },
  { name: 'SYN-SENT drops a bare ACK', from: synSent(), segment: seg('ACK', 300, 101), because: ['syn-sent.other'], to: 'SYN-SENT', unchanged: true },
  // §3.10.7.4 first: sequence number
  { name: 'a RST outside the window is dropped', from: est(), segment: seg('RST', 300), because: ['other.seq.unacceptable-rst'], to: 'ESTABLISHED', unchanged: true },
  { name: 'anything else outside the window is answered', from: est(), segment: seg('ACK', 300, 101, { length: 1 }), because: ['other.seq.unacceptable'], to: 'ESTABLISHED', sends: ['ACK 101 301 0'], unchanged: true },
  { name: 'the last octet of the window is inside', from: est(), segment: seg('ACK', 1300, 101, { length: 1 }), because: ['other.ack.window', 'other.text.beyond', 'output.ack'], to: 'ESTABLISHED', sends: ['ACK 101 301 0'] },
  { name: 'the octet behind the window is outside', from: est(), segment: seg('ACK', 1301, 101, { length: 1 }), because: ['other.seq.unacceptable'], to: 'ESTABLISHED', sends: ['ACK 101 301 0'], unchanged: true },
  { name: 'what was received before is cut off', from: est(), segment: seg('ACK', 291, 101, { length: 30 }), because: ['other.seq.trim', 'other.ack.window', 'other.text.deliver', 'output.ack'], to: 'ESTABLISHED', sends: ['ACK 101 321 0'] },
  { name: 'what is beyond the window is cut off, the FIN with it', from: est(), segment: seg('FIN,ACK', 301, 101, { length: 1001 }), because: ['other.seq.trim', 'other.ack.window', 'other.text.deliver', 'output.ack'], to: 'ESTABLISHED', sends: ['ACK 101 1301 0'] },
  { name: 'a zero window takes the ACK of a segment, not its data (MUST-66)', from: { ...est(), rcv: { ...est().rcv, wnd: 0 } }, segment: seg('ACK', 301, 101, { length: 10, wnd: 99 }), because: ['other.seq.zero-window', 'other.ack.window', 'output.ack'], to: 'ESTABLISHED', sends: ['ACK 101 301 0'] },
  { name: 'a zero window lets a RST through (MUST-66)', from: { ...est(), rcv: { ...est().rcv, wnd: 0 } }, segment: seg('RST', 301), because: ['other.rst.reset'], to: 'CLOSED', tells: ['connection reset'] },
  { name: 'a zero window lets URG through (MUST-66)', from: { ...est(), rcv: { ...est().rcv, wnd: 0 } }, segment: seg('URG,ACK', 301, 101, { length: 10, up: 10 }), because: ['other.seq.zero-window', 'other.ack.window', 'other.urg', 'output.ack'], to: 'ESTABLISHED', sends: ['ACK 101 301 0'], tells: ['urgent data'] },
  { name: 'TIME-WAIT answers a repeated FIN and waits anew', from: synchronized('TIME-WAIT'), segment: seg('FIN,ACK', 301, 102), because: ['other.seq.repeated-fin'], to: 'TIME-WAIT', sends: ['ACK 102 302 0'] },
  { name: 'the SYN,ACK of a simultaneous open establishes (MUST-10)', from: synReceived('active'), segment: seg('SYN,ACK', 300, 101), because: ['other.seq.crossed-syn-ack', 'other.ack.establishes', 'other.ack.new'], to: 'ESTABLISHED', tells: ['connected'] },
  // second: RST
  { name: 'a RST in the window but not exact is challenged', from: est(), segment: seg('RST', 302), because: ['other.rst.challenge'], to: 'ESTABLISHED', sends: ['ACK 101 301 0'], unchanged: true },
  { name: 'an exact RST sends a passive SYN-RECEIVED back to LISTEN (MUST-11)', from: synReceived(), segment: seg('RST', 301), because: ['other.rst.passive'], to: 'LISTEN' },
  { name: 'an exact RST refuses an active SYN-RECEIVED (MUST-11)', from: synReceived('active'), segment: seg('RST', 301), because: ['other.rst.refused'], to: 'CLOSED', tells: ['connection refused'] },
  ...(['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2'] as const).map((state): Case => ({ name: `an exact RST resets ${state}`, from: synchronized(state), segment: seg('RST', 301), because: ['other.rst.reset'], to: 'CLOSED', tells: ['connection reset'] })),
  { name: 'a RST that carries data is a RST like any other (SHLD-2)', from: est(), segment: seg('RST', 301, 0, { length: 20 }), because: ['other.rst.reset'], to: 'CLOSED', tells: ['connection reset'] },
  { name: 'an exact RST resets CLOSE-WAIT, and the user is told (MUST-12)', from: synchronized('CLOSE-WAIT'), segment: seg('RST', 302), because: ['other.rst.reset'], to: 'CLOSED', tells: ['connection reset'] },
  ...(['CLOSING', 'LAST-ACK', 'TIME-WAIT'] as const).map((state): Case => ({ name: `an exact RST ends ${state} without a word`, from: synchronized(state), segment: seg('RST', 302), because: ['other.rst.closing'], to: 'CLOSED' })),
  // fourth: SYN
  { name: 'a SYN in the window sends a passive SYN-RECEIVED back to LISTEN', from: synReceived(), segment: seg('SYN', 400), because: ['other.syn.passive'], to: 'LISTEN' },
  { name: 'a SYN in a synchronized state is challenged', from: est(), segment: seg('SYN', 400), because: ['other.syn.challenge'], to: 'ESTABLISHED', sends: ['ACK 101 301 0'], unchanged: true },
  // fifth: ACK
  { name: 'a segment without ACK is dropped', from: est(), segment: seg('', 301, 0, { length: 5 }), because: ['other.ack.missing'], to: 'ESTABLISHED', unchanged: true },
  { name: 'SYN-RECEIVED resets an ACK that does not fit', from: synReceived(), segment: seg('ACK', 301, 100), because: ['other.ack.refused'], to: 'SYN-RECEIVED', sends: ['RST 100 0 0'], unchanged: true },
  { name: 'SYN-RECEIVED is established by the ACK of its SYN', from: synReceived(), segment: seg('ACK', 301, 101), because: ['other.ack.establishes', 'other.ack.new'], to: 'ESTABLISHED', tells: ['connected'] },
  { name: 'an ACK far in the past is answered (RFC 5961, MAY-12)', from: est(), segment: seg('ACK', 301, 101 - 4001, { length: 5 }), because: ['other.ack.blind'], to: 'ESTABLISHED', sends: ['ACK 101 301 0'], unchanged: true },
  { name: 'an ACK of what was never sent is answered', from: est(), segment: seg('ACK', 301, 102, { length: 5 }), because: ['other.ack.beyond'], to: 'ESTABLISHED', sends: ['ACK 101 301 0'], unchanged: true },
  { name: 'an ACK that does not cover the FIN leaves FIN-WAIT-1 alone', from: synchronized('FIN-WAIT-1'), segment: seg('ACK', 301, 101), because: ['other.ack.duplicate', 'other.ack.window'], to: 'FIN-WAIT-1' },
  { name: 'an ACK of the FIN leads from FIN-WAIT-1 to FIN-WAIT-2', from: synchronized('FIN-WAIT-1'), segment: seg('ACK', 301, 102), because: ['other.ack.new', 'other.ack.window', 'other.ack.fin-wait-1'], to: 'FIN-WAIT-2' },
  { name: 'an ACK of the FIN leads from CLOSING to TIME-WAIT', from: synchronized('CLOSING'), segment: seg('ACK', 302, 102), because: ['other.ack.new', 'other.ack.window', 'other.ack.closing'], to: 'TIME-WAIT' },
  { name: 'an ACK of the FIN leads from LAST-ACK to CLOSED', from: synchronized('LAST-ACK'), segment: seg('ACK', 302, 102), because: ['other.ack.new', 'other.ack.window', 'other.ack.last-ack'], to: 'CLOSED' },
  { name: 'an ACK that does not cover the FIN leaves LAST-ACK alone', from: synchronized('LAST-ACK'), segment: seg('ACK', 302, 101), because: ['other.ack.duplicate', 'other.ack.window'], to: 'LAST-ACK' },
  // seventh: text; eighth: FIN
  { name: 'data in order is delivered and acknowledged', from: est(), segment: seg('ACK', 301, 101, { length: 10 }), because: ['other.ack.window', 'other.text.deliver', 'output.ack'], to: 'ESTABLISHED', sends: ['ACK 101 311 0'] },
  { name: 'data beyond a hole waits (SHLD-31), and is asked for again at once (MAY-13)', from: est(), segment: seg('ACK', 311, 101, { length: 10 }), because: ['other.ack.window', 'other.text.beyond', 'output.ack'], to: 'ESTABLISHED', sends: ['ACK 101 301 0'] },
  { name: 'a FIN beyond a hole waits', from: est(), segment: seg('FIN,ACK', 311, 101), because: ['other.ack.window', 'other.text.beyond', 'output.ack'], to: 'ESTABLISHED', sends: ['ACK 101 301 0'] },
  { name: 'data that fills the hole releases what waited, FIN included, before one ACK for all of it (MUST-58, MUST-59)', from: { ...est(), rcv: { ...est().rcv, beyond: [{ seq: seq(311), length: 5, fin: true }] } }, segment: seg('ACK', 301, 101, { length: 10 }), because: ['other.ack.window', 'other.text.deliver', 'other.text.hole-filled', 'other.fin', 'output.ack'], to: 'CLOSE-WAIT', sends: ['ACK 101 317 0'], tells: ['connection closing'] },
  { name: 'data behind the FIN is ignored', from: synchronized('CLOSE-WAIT'), segment: seg('ACK', 302, 101, { length: 10 }), because: ['other.ack.window', 'other.text.ignored'], to: 'CLOSE-WAIT' },
  { name: 'a FIN leads from ESTABLISHED to CLOSE-WAIT, and the user is told something else (MUST-12)', from: est(), segment: seg('FIN,ACK', 301, 101), because: ['other.ack.window', 'other.fin', 'output.ack'], to: 'CLOSE-WAIT', sends: ['ACK 101 302 0'], tells: ['connection closing'] },
  { name: 'a FIN leads from FIN-WAIT-1 to CLOSING', from: synchronized('FIN-WAIT-1'), segment: seg('FIN,ACK', 301, 101), because: ['other.ack.window', 'other.fin', 'output.ack'], to: 'CLOSING', sends: ['ACK 102 302 0'], tells: ['connection closing'] },
  { name: 'a FIN with the ACK of ours leads from FIN-WAIT-1 to TIME-WAIT', from: synchronized('FIN-WAIT-1'), segment: seg('FIN,ACK', 301, 102), because: ['other.ack.new', 'other.ack.window', 'other.ack.fin-wait-1', 'other.fin', 'output.ack'], to: 'TIME-WAIT', sends: ['ACK 102 302 0'], tells: ['connection closing'] },
  { name: 'a FIN leads from FIN-WAIT-2 to TIME-WAIT', from: synchronized('FIN-WAIT-2'), segment: seg('FIN,ACK', 301, 102), because: ['other.ack.window', 'other.fin', 'output.ack'], to: 'TIME-WAIT', sends: ['ACK 102 302 0'], tells: ['connection closing'] },
  ...(['CLOSE-WAIT', 'CLOSING', 'LAST-ACK'] as const).map((state): Case => ({ name: `a repeated FIN is acknowledged again in ${state}`, from: synchronized(state), segment: seg('FIN,ACK', 301, 101), because: ['other.seq.unacceptable'], to: state, sends: [`ACK ${synchronized(state).snd.nxt} 302 0`], unchanged: true })),
];

describe('SEGMENT ARRIVES (RFC 9293 §3.10.7)', () => {
  it.each(CASES)('$name', ({ from, segment, because, to, sends = [], tells = [], unchanged }) => {
    const { endpoint, effects, because: fired } = step(from, { type: 'SEGMENT ARRIVES', segment }, ENV);
    expect(fired).toEqual(because);
    expect(endpoint.state).toBe(to);
    expect(effects.flatMap((effect) => (effect.type === 'emit' ? [written(effect.segment)] : []))).toEqual(sends);
    expect(effects.flatMap((effect) => (effect.type === 'tell' ? [effect.signal] : []))).toEqual(tells);
    if (unchanged === true) expect(endpoint).toEqual(from);
  });

  it('takes Table 6 to the letter where the profile says so: the SYN,ACK of Figure 7 is only acknowledged', () => {
    const { endpoint, because } = step(synReceived('active'), { type: 'SEGMENT ARRIVES', segment: seg('SYN,ACK', 300, 101) }, literal);
    expect(because).toEqual(['other.seq.unacceptable']);
    expect(endpoint).toEqual(synReceived('active'));
  });

  it('never answers a RST with a segment other than a challenge ACK, in any state', () => {
    const states = [closedTcb(WND), listening(), synSent(), synReceived(), ...(['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'] as const).map(synchronized)];
    for (const from of states) {
      for (const flags of ['RST', 'RST,ACK', 'RST,SYN', 'RST,FIN,ACK']) {
        for (const at of [0, 300, 301, 302, 900, 1301]) {
          const { effects } = step(from, { type: 'SEGMENT ARRIVES', segment: seg(flags, at, 101) }, ENV);
          const sent = effects.flatMap((effect) => (effect.type === 'emit' ? [flagNames(effect.segment.flags).join()] : []));
          expect(sent.filter((names) => names !== 'ACK')).toEqual([]);
        }
      }
    }
  });

  it('sets the whole TCB of a listener that took a SYN', () => {
    const { endpoint } = step(listening(), { type: 'SEGMENT ARRIVES', segment: seg('SYN', 300, 0, { options: { mss: 1000 } }) }, ENV);
    const waiting = synReceived();
    expect(endpoint).toEqual({
      ...waiting,
      iss: 700,
      snd: { ...waiting.snd, una: 700, nxt: 701, mss: 1000 },
      queue: [{ ...waiting.queue[0], seq: 700, sentAt: 10_000, firstSentAt: 10_000 }],
      timers: { ...waiting.timers, retransmission: 11_000 },
    });
  });

  it('sets the whole TCB of a client that took the SYN,ACK, with the RTT sample of 100 ms', () => {
    const { endpoint } = step(synSent(), { type: 'SEGMENT ARRIVES', segment: seg('SYN,ACK', 300, 101, { options: { mss: 1460 } }) }, ENV);
    const open = est();
    expect(endpoint).toEqual({ ...open, rto: { srtt: 100, rttvar: 50, rto: 1000 } });
  });
});
