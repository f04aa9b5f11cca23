import { describe, expect, it } from 'vitest';
import { segmentOf } from '../segment.ts';
import { seq } from '../seq.ts';
import type { State } from '../state.ts';
import { step, type Step } from '../step.ts';
import { closedTcb, type Tcb } from '../tcb.ts';
import { ENV, WND, listening, seg, synReceived, synSent, synchronized } from './builders.ts';

const told = ({ effects }: Step): readonly string[] => effects.flatMap((effect) => (effect.type === 'tell' ? [effect.signal] : []));

/** The endpoint with a user that takes nothing unasked. */
function stopped(tcb: Tcb, wanted: readonly number[] = []): Tcb {
  return { ...tcb, rcv: { ...tcb.rcv, reading: false, wanted } };
}

describe('RECEIVE that finds nothing (RFC 9293 §3.10.3)', () => {
  it.each([listening(), synSent(), synReceived(), synchronized('ESTABLISHED'), synchronized('FIN-WAIT-1'), synchronized('FIN-WAIT-2')])('waits in $state, and nobody is told', (from) => {
    const { endpoint, effects } = step(stopped(from), { type: 'RECEIVE', length: 10 }, ENV);
    expect([endpoint, effects]).toEqual([stopped(from, [10]), []]);
  });

  it('is served by what comes, the oldest first, each with no more than it asked for', () => {
    const { endpoint, effects, because } = step(stopped(synchronized('ESTABLISHED'), [10, 20, 5]), { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 101, { length: 25 }) }, ENV);
    expect(because).toEqual(['other.ack.window', 'other.text.kept', 'other.text.wanted', 'output.ack']);
    expect(effects[0]).toEqual({ type: 'deliver', seq: 301, length: 25 });
    expect([endpoint.rcv.wanted, endpoint.rcv.unread]).toEqual([[5], 0]);
  });

  it('ends with the FIN behind which nothing can come', () => {
    const end = step(stopped(synchronized('ESTABLISHED'), [10]), { type: 'SEGMENT ARRIVES', segment: seg('FIN,ACK', 301, 101) }, ENV);
    expect([end.endpoint.state, end.endpoint.rcv.wanted, told(end)]).toEqual(['CLOSE-WAIT', [], ['connection closing']]);
  });

  it('outlives a handshake that goes back to LISTEN', () => {
    const back = step(stopped(synReceived(), [10]), { type: 'SEGMENT ARRIVES', segment: seg('RST', 301) }, ENV);
    expect(back.endpoint).toEqual(stopped(listening(), [10]));
  });
});

describe('calls that end others', () => {
  it.each([listening(), synSent()])('CLOSE in $state tells a RECEIVE that waits “error: closing”, ABORT “connection reset” (§3.10.4, §3.10.5)', (from) => {
    const waiting = stopped(from, [10]);
    const gone = stopped(closedTcb(WND));
    expect([step(waiting, { type: 'CLOSE' }, ENV), step(waiting, { type: 'ABORT' }, ENV)].map((end) => [end.endpoint, told(end)])).toEqual([
      [gone, ['error: closing']],
      [gone, ['connection reset']],
    ]);
  });

  it('CLOSE in SYN-SENT tells it to a SEND that waits as well', () => {
    const queued = step(synSent(), { type: 'SEND', length: 10 }, ENV).endpoint;
    expect([told(step(queued, { type: 'CLOSE' }, ENV)), told(step(queued, { type: 'ABORT' }, ENV))]).toEqual([['error: closing'], ['connection reset']]);
  });
});

describe('SEND without room (§3.10.2)', () => {
  const small = { ...ENV, sendBuffer: 1000 };

  it.each([synSent(), synReceived(), synchronized('ESTABLISHED'), synchronized('CLOSE-WAIT')])('gets “error: insufficient resources” in $state, and leaves what is there', (from) => {
    const full = step(from, { type: 'SEND', length: 1000 }, small).endpoint;
    const more = step(full, { type: 'SEND', length: 1 }, small);
    expect([more.endpoint, told(more)]).toEqual([full, ['error: insufficient resources']]);
  });

  it('has room again once octets are acknowledged; neither SYN nor FIN take any', () => {
    const full = step(synchronized('ESTABLISHED'), { type: 'SEND', length: 1000 }, small).endpoint;
    const acked = step(full, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 501) }, small).endpoint;
    expect([told(step(acked, { type: 'SEND', length: 400 }, small)), told(step(acked, { type: 'SEND', length: 401 }, small))]).toEqual([[], ['error: insufficient resources']]);
  });
});

describe('STATUS (§3.10.6)', () => {
  const STATES: readonly State[] = ['FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'];

  it('names the state and changes nothing; in CLOSED there is no connection', () => {
    const none = step(closedTcb(WND), { type: 'STATUS' }, ENV);
    expect([none.endpoint, told(none)]).toEqual([closedTcb(WND), ['error: connection does not exist']]);
    for (const from of [listening(), synSent(), synReceived(), ...STATES.map(synchronized)]) {
      const { endpoint, effects } = step(from, { type: 'STATUS' }, ENV);
      expect(endpoint).toEqual(from);
      expect(effects).toEqual([{ type: 'status', status: expect.objectContaining({ state: from.state, unacknowledged: 0, unread: 0 }) as unknown }]);
    }
  });

  it('tells how much waits, and how much of it is urgent ', () => {
    const busy = step(stopped(synchronized('ESTABLISHED')), { type: 'SEND', length: 30 }, ENV).endpoint;
    const urgent = step(busy, { type: 'SEGMENT ARRIVES', segment: seg('URG,ACK', 301, 101, { length: 20, up: 15 }) }, ENV).endpoint;
    expect(step(urgent, { type: 'STATUS' }, ENV).effects).toEqual([
      { type: 'status', status: { state: 'ESTABLISHED', sndWnd: 4000, rcvWnd: 980, unacknowledged: 30, unread: 20, urgent: 15, rto: 1000 } },
    ]);
  });
});

describe('a SYN that reopens TIME-WAIT (§3.6.1, MAY-2)', () => {
  const linux = { ...ENV, profile: { ...ENV.profile, synInTimeWait: 'accept' as const } };
  const before = synchronized('TIME-WAIT');

  it('is answered with an ISS above all that the old connection has used', () => {
    const high = step(before, { type: 'SEGMENT ARRIVES', segment: seg('SYN', 400) }, linux);
    const low = step(before, { type: 'SEGMENT ARRIVES', segment: seg('SYN', 400) }, { ...linux, iss: seq(50) });
    expect([high.endpoint.iss, low.endpoint.iss]).toEqual([700, 102]);
  });

  it('leads back to TIME-WAIT where it proves to be an old duplicate, and is forgotten once the connection is there', () => {
    const again = step(before, { type: 'SEGMENT ARRIVES', segment: seg('SYN', 400) }, linux).endpoint;
    const back = step(again, { type: 'SEGMENT ARRIVES', segment: segmentOf({ ...seg('RST', 401), wnd: 0 }) }, linux);
    expect([back.endpoint, back.because]).toEqual([{ ...before, timers: { ...before.timers, 'time-wait': 250_000 } }, ['other.rst.back-to-time-wait']]);
    const open = step(again, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 401, 701) }, linux).endpoint;
    expect([open.state, open.reopened]).toEqual(['ESTABLISHED', null]);
  });
});

describe('what options take from the data of a segment (§3.7.1, MUST-16)', () => {
  const hole: Tcb = { ...synchronized('ESTABLISHED'), agreed: { scaled: false, sack: true, ts: null, ecn: null, cookie: null }, rcv: { ...synchronized('ESTABLISHED').rcv, beyond: [{ seq: seq(400), length: 10, fin: false }] } };
  const lengths = (tcb: Tcb) => step(tcb, { type: 'SEND', length: 1460 }, { ...ENV, profile: { ...ENV.profile, nagle: false } }).effects.flatMap((effect) => (effect.type === 'emit' ? [[effect.segment.length, effect.segment.options.sack?.length ?? 0]] : []));

  it('a SACK block takes 12 octets of a new segment (RFC 6691 §2)', () => {
    expect([lengths(synchronized('ESTABLISHED')), lengths(hole)]).toEqual([[[1460, 0]], [[1448, 1], [12, 1]]]);
  });

  it('a segment that is sent again as full as it was leaves the block out', () => {
    const full = step(synchronized('ESTABLISHED'), { type: 'SEND', length: 1460 }, ENV).endpoint;
    const again = step({ ...full, agreed: hole.agreed, rcv: hole.rcv }, { type: 'RETRANSMISSION TIMEOUT' }, ENV);
    expect(again.effects.flatMap((effect) => (effect.type === 'emit' ? [[effect.segment.length, effect.segment.options]] : []))).toEqual([[1460, {}]]);
  });
});
