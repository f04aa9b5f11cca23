import { describe, expect, it } from 'vitest';
import type { Env } from '../env.ts';
import { flagNames } from '../flags.ts';
import { seq } from '../seq.ts';
import type { Segment } from '../segment.ts';
import { step, type Step } from '../step.ts';
import { closedTcb, type EcnState, type Tcb } from '../tcb.ts';
import { ENV, WND, listening, seg, synReceived, synSent, synchronized } from './builders.ts';

const QUIET: EcnState = { sends: true, echo: false, reduced: null, cwr: false };

function mode(ecn: Env['profile']['ecn'], ecnSynTries = 1): Env {
  return { ...ENV, profile: { ...ENV.profile, ecn, ecnSynTries } };
}

/** A connection with ECN agreed, `ecn` apart from its beginning, and a window that is no hindrance. */
function agreed(ecn: Partial<EcnState> = {}): Tcb {
  const open = synchronized('ESTABLISHED');
  return { ...open, agreed: { ...open.agreed, ecn: { ...QUIET, ...ecn } } };
}

/** What leaves: flags, octets and the ECN field of each segment. */
function leaving({ effects }: Step): readonly string[] {
  return effects.flatMap((effect) => (effect.type === 'emit' ? [`${flagNames(effect.segment.flags).join(',')} +${effect.segment.length} ${effect.segment.ecn}`] : []));
}

function arrives(tcb: Tcb, segment: Segment, env = ENV): Step {
  return step(tcb, { type: 'SEGMENT ARRIVES', segment }, env);
}

describe('ECN in the handshake (RFC 3168 §6.1.1, SHLD-8)', () => {
  it.each([
    ['off', 'SYN +0 not-ECT'],
    ['if asked', 'SYN +0 not-ECT'],
    ['ask', 'SYN,ECE,CWR +0 not-ECT'],
  ] as const)('a host with ECN %s opens with %s', (ecn, sent) => {
    expect(leaving(step(closedTcb(WND), { type: 'OPEN', mode: 'active' }, mode(ecn)))).toEqual([sent]);
  });

  it.each([
    ['off', 'SYN,ECE,CWR', 'SYN,ACK +0 not-ECT', null],
    ['if asked', 'SYN,ECE,CWR', 'SYN,ECE,ACK +0 not-ECT', QUIET],
    ['ask', 'SYN,ECE,CWR', 'SYN,ECE,ACK +0 not-ECT', QUIET],
    ['ask', 'SYN', 'SYN,ACK +0 not-ECT', null],
    ['ask', 'SYN,ECE', 'SYN,ACK +0 not-ECT', null],
    ['ask', 'SYN,CWR', 'SYN,ACK +0 not-ECT', null],
  ] as const)('a listener with ECN %s answers %s with %s', (ecn, flags, sent, state) => {
    const answer = arrives(listening(), seg(flags, 300), mode(ecn));
    expect([leaving(answer), answer.endpoint.agreed.ecn]).toEqual([[sent], state]);
    expect(answer.because).toEqual(state === null ? ['listen.syn'] : ['listen.syn', 'ecn.agreed']);
  });

  it.each([
    ['SYN,ACK,ECE', QUIET],
    ['SYN,ACK', null],
    ['SYN,ACK,ECE,CWR', null],
  ] as const)('the host that asked takes %s as %o: both flags back are only a reflection (§6.1.1.2)', (flags, state) => {
    const { endpoint } = arrives(synSent(), seg(flags, 300, 101), mode('ask'));
    expect([endpoint.state, endpoint.agreed.ecn]).toEqual(['ESTABLISHED', state]);
  });

  it('a host that has not asked takes no SYN,ACK,ECE for an agreement', () => {
    expect(arrives(synSent(), seg('SYN,ACK,ECE', 300, 101), mode('if asked')).endpoint.agreed.ecn).toBeNull();
  });

  it('two SYNs that cross agree where both offer', () => {
    const crossed = arrives(synSent(), seg('SYN,ECE,CWR', 300), mode('ask'));
    expect([leaving(crossed), crossed.endpoint.agreed.ecn, crossed.because]).toEqual([['SYN,ECE,ACK +0 not-ECT'], QUIET, ['syn-sent.syn', 'ecn.agreed']]);
    const open = arrives(crossed.endpoint, seg('SYN,ACK,ECE', 300, 101), mode('ask'));
    expect([open.endpoint.state, open.endpoint.agreed.ecn, open.endpoint.congestion.cwnd]).toEqual(['ESTABLISHED', QUIET, 2144]);
  });

  it('a SYN that is not answered is sent again without the offer, after as many tries as the profile has (§6.1.1.1)', () => {
    const first = step(synSent(), { type: 'RETRANSMISSION TIMEOUT' }, mode('ask', 2));
    const second = step(first.endpoint, { type: 'RETRANSMISSION TIMEOUT' }, mode('ask', 2));
    expect([first, second].map((each) => [leaving(each), each.because])).toEqual([
      [['SYN,ECE,CWR +0 not-ECT'], ['timeout.retransmit']],
      [['SYN +0 not-ECT'], ['timeout.retransmit', 'ecn.given-up']],
    ]);
  });

  it('after a SYN without the offer, a late SYN,ACK,ECE lets the host echo marks and never send ECT (§6.1.1)', () => {
    const again = step(synSent(), { type: 'RETRANSMISSION TIMEOUT' }, mode('ask')).endpoint;
    const open = arrives(again, seg('SYN,ACK,ECE', 300, 101), mode('ask')).endpoint;
    expect(open.agreed.ecn).toEqual({ ...QUIET, sends: false });
    expect(leaving(step(open, { type: 'SEND', length: 10 }, mode('ask')))).toEqual(['PSH,ACK +10 not-ECT']);
  });

  it('a SYN that comes again without the offer takes the agreement back', () => {
    const half = synReceived();
    const before = { ...half, agreed: { ...half.agreed, ecn: QUIET } };
    const { endpoint, because } = arrives(before, seg('SYN', 300));
    expect([endpoint.agreed.ecn, because[0]]).toEqual([null, 'other.ecn.withdrawn']);
    expect(arrives(before, seg('SYN,ECE,CWR', 300)).endpoint.agreed.ecn).toEqual(QUIET);
  });
});

describe('ECN while data flows (RFC 3168 §6.1.2 to §6.1.6)', () => {
  it('new data may be marked; a bare ACK, a FIN, a retransmission and a probe of a closed window may not', () => {
    const sent = step(agreed(), { type: 'SEND', length: 10 }, ENV);
    const again = step(sent.endpoint, { type: 'RETRANSMISSION TIMEOUT' }, ENV);
    const closed = { ...agreed(), snd: { ...agreed().snd, wnd: 0, unsent: 5 } };
    expect([
      leaving(sent),
      leaving(again),
      leaving(step(agreed(), { type: 'CLOSE' }, ENV)),
      leaving(arrives(agreed(), seg('ACK', 301, 101, { length: 5 }))),
      leaving(step(closed, { type: 'PERSIST TIMEOUT' }, ENV)),
    ]).toEqual([['PSH,ACK +10 ECT'], ['PSH,ACK +10 not-ECT'], ['FIN,ACK +0 not-ECT'], ['ACK +0 not-ECT'], ['ACK +1 not-ECT']]);
  });

  it('a mark is echoed on every segment until CWR comes, and again after the next mark', () => {
    const marked = arrives(agreed(), seg('ACK', 301, 101, { length: 5, ecn: 'CE' }));
    const plain = arrives(marked.endpoint, seg('ACK', 306, 101, { length: 5, ecn: 'ECT' }));
    const own = step(plain.endpoint, { type: 'SEND', length: 10 }, ENV);
    const reduced = arrives(own.endpoint, seg('ACK,CWR', 311, 101, { length: 5, ecn: 'ECT' }));
    const both = arrives(own.endpoint, seg('ACK,CWR', 311, 101, { length: 5, ecn: 'CE' }));
    expect([marked, plain, own, reduced, both].map(leaving)).toEqual([['ECE,ACK +0 not-ECT'], ['ECE,ACK +0 not-ECT'], ['PSH,ECE,ACK +10 ECT'], ['ACK +0 not-ECT'], ['ECE,ACK +0 not-ECT']]);
    expect([marked.endpoint.agreed.ecn, reduced.endpoint.agreed.ecn]).toEqual([{ ...QUIET, echo: true }, QUIET]);
  });

  it('a mark outside the window, on a segment without data, or without an agreement is ignored (§6.1.5)', () => {
    const old = arrives(agreed(), seg('ACK', 290, 101, { length: 5, ecn: 'CE' }));
    const bare = arrives(agreed(), seg('ACK', 301, 101, { ecn: 'CE' }));
    const none = arrives(synchronized('ESTABLISHED'), seg('ACK', 301, 101, { length: 5, ecn: 'CE' }));
    expect([old.endpoint.agreed.ecn, bare.endpoint.agreed.ecn, none.endpoint.agreed.ecn]).toEqual([QUIET, QUIET, null]);
  });

  it('ECE halves the window once for what is under way, does not grow it, and CWR goes with the next new data only', () => {
    const sending = step({ ...agreed(), congestion: { ...agreed().congestion, cwnd: 14_600 }, snd: { ...agreed().snd, wnd: 60_000 } }, { type: 'SEND', length: 14_600 }, ENV).endpoint;
    const told = arrives(sending, seg('ACK,ECE', 301, 101 + 1460, { wnd: 60_000 }));
    expect([told.because, told.endpoint.congestion.cwnd, told.endpoint.congestion.ssthresh]).toEqual([['other.ack.ecn-echo', 'other.ack.new', 'other.ack.window'], 7300, 7300]);
    expect(told.endpoint.agreed.ecn).toEqual({ ...QUIET, reduced: sending.snd.nxt, cwr: true });
    const again = arrives(told.endpoint, seg('ACK,ECE', 301, 101 + 14_600, { wnd: 60_000 }));
    expect([again.because.includes('other.ack.ecn-echo'), again.endpoint.congestion.cwnd]).toEqual([false, 7300]);
    const next = step(again.endpoint, { type: 'SEND', length: 2920 }, ENV);
    expect(leaving(next)).toEqual(['CWR,ACK +1460 ECT', 'PSH,ACK +1460 ECT']);
    const news = arrives(next.endpoint, seg('ACK,ECE', 301, 101 + 14_600 + 1460, { wnd: 60_000 }));
    expect(news.because).toContain('other.ack.ecn-echo');
  });

  it('a loss is told with CWR as well, and never on the retransmission', () => {
    const sent = step(agreed(), { type: 'SEND', length: 10 }, ENV).endpoint;
    const again = step(sent, { type: 'RETRANSMISSION TIMEOUT' }, ENV);
    expect([leaving(again), again.endpoint.agreed.ecn]).toEqual([['PSH,ACK +10 not-ECT'], { ...QUIET, reduced: seq(111), cwr: true }]);
  });
});
