import { PROFILES } from '../profiles.ts';
import { describe, expect, it } from 'vitest';
import type { Env, FastOpen } from '../env.ts';
import { flagNames } from '../flags.ts';
import type { Segment } from '../segment.ts';
import { step, type Step } from '../step.ts';
import { closedTcb, type Tcb } from '../tcb.ts';
import { ENV, WND, listening, seg } from './builders.ts';

function using(fastOpen: Partial<FastOpen>, profile: Partial<Env['profile']> = {}): Env {
  return { ...ENV, fastOpen: { gives: 'aa55aa55', has: null, ...fastOpen }, profile: { ...ENV.profile, ...profile } };
}

/** What leaves: flags, SEQ, ACK, octets, and the Fast Open option where there is one. */
function leaving({ effects }: Step): readonly string[] {
  return effects.flatMap((effect) => {
    if (effect.type !== 'emit') return [];
    const { flags, seq, ack, length, options } = effect.segment;
    return [`${flagNames(flags).join(',')} ${seq} ${ack} +${length}${options.fastOpen === undefined ? '' : ` <${options.fastOpen}>`}`];
  });
}

const told = ({ effects }: Step): readonly string[] => effects.flatMap((effect) => (effect.type === 'tell' ? [effect.signal] : effect.type === 'deliver' || effect.type === 'cookie' ? [effect.type] : []));

function arrives(tcb: Tcb, segment: Segment, env: Env): Step {
  return step(tcb, { type: 'SEGMENT ARRIVES', segment }, env);
}

function opens(env: Env, length?: number): Step {
  return step(closedTcb(WND), length === undefined ? { type: 'OPEN', mode: 'active' } : { type: 'OPEN', mode: 'active', length }, env);
}

describe('the host that opens (RFC 7413 §4.2.1)', () => {
  it.each([
    ['does not use Fast Open', ENV, 'SYN 700 0 +0', 100],
    ['has no cookie yet and asks for one', using({}), 'SYN 700 0 +0 <>', 100],
    ['has a cookie', using({ has: 'c0de' }), 'SYN 700 0 +100 <c0de>', 0],
  ] as const)('%s: its data waits or goes with the SYN', (_name, env, syn, unsent) => {
    const { endpoint, ...done } = opens(env, 100);
    expect([leaving({ endpoint, ...done }), endpoint.snd.unsent, endpoint.snd.nxt]).toEqual([[syn], unsent, 801 - unsent]);
  });

  it('sends no more with a SYN than the smallest peer takes (§4.2.1: 536 octets, options counted off)', () => {
    const { endpoint, ...done } = opens(using({ has: 'c0de' }), 1000);
    expect([leaving({ endpoint, ...done }), endpoint.snd.unsent]).toEqual([['SYN 700 0 +496 <c0de>'], 504]);
  });

  it('opens without data as well, and sends what SEND in LISTEN brings (RFC 9293 §3.10.2)', () => {
    const sent = step(listening(), { type: 'SEND', length: 100, urgent: true }, using({ has: 'c0de' }));
    expect([leaving(opens(using({ has: 'c0de' }))), leaving(sent), sent.endpoint.snd.up]).toEqual([['SYN 700 0 +0 <c0de>'], ['SYN 700 0 +100 <c0de>'], 801]);
  });

  it('sends a SYN that is not answered again bare: without data, without cookie', () => {
    const again = step(opens(using({ has: 'c0de' }), 100).endpoint, { type: 'RETRANSMISSION TIMEOUT' }, using({ has: 'c0de' }));
    expect([leaving(again), again.endpoint.snd.nxt]).toEqual([['SYN 700 0 +0'], 801]);
  });

  it('carries as much as the MSS that came with the cookie lets it, and no more than its own does', () => {
    const bring = (mss: number): readonly string[] => leaving(opens(using({ has: 'c0de', mss }), 2000));
    expect([bring(940), bring(9000), bring(30)]).toEqual([['SYN 700 0 +900 <c0de>'], ['SYN 700 0 +1420 <c0de>'], ['SYN 700 0 +0 <c0de>']]);
  });

  it('is done where the SYN,ACK acknowledges the data', () => {
    const open = arrives(opens(using({ has: 'c0de' }), 100).endpoint, seg('SYN,ACK', 300, 801), using({ has: 'c0de' }));
    expect([open.endpoint.state, open.endpoint.queue, leaving(open)]).toEqual(['ESTABLISHED', [], ['ACK 801 301 +0']]);
  });

  it('sends the data again with its ACK where losses are found by time, too', () => {
    const linux = { ...using({ has: 'c0de' }), profile: PROFILES.linux };
    const open = arrives(opens(linux, 100).endpoint, seg('SYN,ACK', 300, 701), linux);
    expect([open.because, leaving(open)]).toEqual([['syn-sent.syn-ack', 'syn-sent.data-left', 'output.again'], ['PSH,ACK 701 301 +100']]);
    expect(arrives(open.endpoint, seg('ACK', 301, 801), linux).endpoint.queue).toEqual([]);
  });

  it('sends the data again with its ACK where the SYN,ACK acknowledges the SYN alone', () => {
    const open = arrives(opens(using({ has: 'c0de' }), 100).endpoint, seg('SYN,ACK', 300, 701), using({ has: 'c0de' }));
    expect([open.because, leaving(open)]).toEqual([['syn-sent.syn-ack', 'syn-sent.data-left', 'output.again'], ['PSH,ACK 701 301 +100']]);
    const done = arrives(open.endpoint, seg('ACK', 301, 801), using({ has: 'c0de' }));
    expect([done.endpoint.queue, done.endpoint.congestion.lost, done.endpoint.timers.retransmission]).toEqual([[], null, null]);
  });

  it('keeps the cookie that a SYN,ACK gives, where it uses Fast Open (§4.1.3)', () => {
    const answer = { ...seg('SYN,ACK', 300, 701), options: { fastOpen: 'beefbeef' } };
    expect([told(arrives(opens(using({})).endpoint, answer, using({}))), told(arrives(opens(ENV).endpoint, answer, ENV))]).toEqual([['cookie', 'connected'], ['connected']]);
  });

  it('keeps its data under way where two SYNs cross', () => {
    const crossed = arrives(opens(using({ has: 'c0de' }), 100).endpoint, seg('SYN', 300), using({ has: 'c0de' }));
    expect([leaving(crossed), crossed.endpoint.queue.map(({ seq, length }) => [seq, length]), crossed.endpoint.snd.nxt]).toEqual([['SYN,ACK 700 301 +0'], [[700, 0], [701, 100]], 801]);
  });
});

describe('the host that listens (RFC 7413 §4.2.2)', () => {
  const syn = (fastOpen: string, length = 100) => ({ ...seg('SYN', 300, 0, { length }), options: { fastOpen } });

  it('takes the data of a SYN that shows its cookie, acknowledges it, and may send before the handshake is over', () => {
    const taken = arrives(listening(), syn('aa55aa55'), using({}));
    expect([taken.because, leaving(taken), told(taken)]).toEqual([['listen.fast-open'], ['SYN,ACK 700 401 +0'], ['deliver']]);
    const answer = step(taken.endpoint, { type: 'SEND', length: 50 }, using({}));
    expect([answer.endpoint.state, leaving(answer)]).toEqual(['SYN-RECEIVED', ['PSH,ACK 701 401 +50']]);
    const open = arrives(answer.endpoint, seg('ACK', 401, 751), using({}));
    expect([open.endpoint.state, open.endpoint.queue, told(open)]).toEqual(['ESTABLISHED', [], ['connected']]);
  });

  it('sends its SYN,ACK again with the same acknowledgment', () => {
    const taken = arrives(listening(), syn('aa55aa55'), using({})).endpoint;
    expect(leaving(step(taken, { type: 'RETRANSMISSION TIMEOUT' }, using({})))).toEqual(['SYN,ACK 700 401 +0']);
  });

  it.each([
    ['a request', syn('', 0), 'SYN,ACK 700 301 +0 <aa55aa55>'],
    ['a wrong cookie', syn('0badc0de'), 'SYN,ACK 700 301 +0 <aa55aa55>'],
    ['a cookie of two octets, which is none', syn('0bad'), 'SYN,ACK 700 301 +0'],
    ['a cookie of five octets, which is none', syn('0badc0de00'), 'SYN,ACK 700 301 +0'],
    ['a cookie of eighteen octets, which is none', syn('00'.repeat(18)), 'SYN,ACK 700 301 +0'],
    ['no option', seg('SYN', 300), 'SYN,ACK 700 301 +0'],
  ] as const)('answers %s with %s, and hands nothing over', (_name, segment, answer) => {
    const taken = arrives(listening(), segment, using({}));
    expect([leaving(taken), told(taken)]).toEqual([[answer], []]);
  });

  it('without Fast Open looks at no cookie', () => {
    expect(leaving(arrives(listening(), syn('aa55aa55'), ENV))).toEqual(['SYN,ACK 700 301 +0']);
  });
});

describe('data on a SYN without Fast Open (RFC 9293 §3.10.7.2)', () => {
  it.each([
    ['keep', 'syn.data-kept', ['deliver', 'connected']],
    ['leave', 'syn.data-left', ['connected']],
  ] as const)('a profile may %s it; nobody acknowledges or delivers it before ESTABLISHED', (dataOnSyn, rule, after) => {
    const env = { ...ENV, profile: { ...ENV.profile, dataOnSyn } };
    const half = arrives(listening(), seg('SYN', 300, 0, { length: 10 }), env);
    expect([half.because, leaving(half), told(half)]).toEqual([['listen.syn', rule], ['SYN,ACK 700 301 +0'], []]);
    expect(told(arrives(half.endpoint, seg('ACK', 301, 701), env)).toSorted()).toEqual(after.toSorted());
  });
});
