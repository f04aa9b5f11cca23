import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seq } from '../seq.ts';
import { step } from '../step.ts';
import { closedTcb, type Tcb } from '../tcb.ts';
import { ENV, WND, seg, synchronized } from './builders.ts';

/** A user who has stopped reading, with so many octets unread: the window offered is the rest of the buffer. */
function stopped(unread: number): Tcb {
  const tcb = synchronized('ESTABLISHED');
  return { ...tcb, rcv: { ...tcb.rcv, reading: false, unread, wnd: WND - unread, nxt: seq(301 + unread) } };
}

describe('RECEIVE and reading (RFC 9293 §3.10.3)', () => {
  it('keeps what comes in the buffer and shrinks the window by it, for as long as the user likes (MAY-8)', () => {
    const { endpoint, effects, because } = step(stopped(0), { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 101, { length: 300 }) }, ENV);
    expect(because).toEqual(['other.ack.window', 'other.text.kept', 'output.ack']);
    expect(endpoint.rcv).toEqual({ ...stopped(300).rcv, owed: 'nothing' });
    expect(effects[0]).toMatchObject({ type: 'emit', segment: { ack: 601, wnd: 700 } });
  });

  it('hands over what is asked for, and opens the window by half the buffer at least (§3.8.6.2.2, MUST-39)', () => {
    const few = step(stopped(900), { type: 'RECEIVE', length: 300 }, ENV);
    expect(few.effects).toEqual([{ type: 'deliver', seq: 301, length: 300 }]);
    expect(few.endpoint).toEqual({ ...stopped(900), rcv: { ...stopped(900).rcv, unread: 600 } });
    const many = step(few.endpoint, { type: 'RECEIVE', length: 300 }, ENV);
    expect(many.because).toEqual(['receive.data', 'output.ack']);
    expect(many.effects).toContainEqual({ type: 'deliver', seq: 601, length: 300 });
    expect([many.endpoint.rcv.unread, many.endpoint.rcv.wnd]).toEqual([300, 700]);
  });

  it('waits for nothing where the user asks for nothing', () => {
    expect(step(stopped(0), { type: 'RECEIVE', length: 0 }, ENV)).toEqual({ endpoint: stopped(0), effects: [], because: ['receive.wait'] });
  });

  it('hands over everything when the user reads on', () => {
    const { endpoint, effects, because } = step(stopped(1000), { type: 'READING', reading: true }, ENV);
    expect(because).toEqual(['reading.goes-on', 'output.ack']);
    expect(effects[0]).toEqual({ type: 'deliver', seq: 301, length: 1000 });
    expect(endpoint).toEqual({ ...stopped(1000), rcv: { ...stopped(1000).rcv, reading: true, unread: 0, wnd: WND } });
  });

  it('says with what it hands over whether urgent data is left (MUST-33)', () => {
    const urgent: Tcb = { ...stopped(30), rcv: { ...stopped(30).rcv, up: seq(321) } };
    const first = step(urgent, { type: 'RECEIVE', length: 10 }, ENV);
    expect(first.effects).toEqual([{ type: 'deliver', seq: 301, length: 10, urgent: true }]);
    expect(step(first.endpoint, { type: 'RECEIVE', length: 10 }, ENV).effects).toEqual([{ type: 'deliver', seq: 311, length: 10 }]);
    const beyond: Tcb = { ...synchronized('ESTABLISHED'), rcv: { ...synchronized('ESTABLISHED').rcv, up: seq(400) } };
    expect(step(beyond, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 101, { length: 10 }) }, ENV).effects).toContainEqual({ type: 'deliver', seq: 301, length: 10, urgent: true });
  });

  it('never moves the right edge of its window back, whatever comes and is read (SHLD-14)', () => {
    const events = fc.array(fc.oneof(
      fc.record({ type: fc.constant('RECEIVE' as const), length: fc.integer({ min: 1, max: 400 }) }),
      fc.record({ type: fc.constant('READING' as const), reading: fc.boolean() }),
      fc.record({ type: fc.constant('SEGMENT ARRIVES' as const), segment: fc.record({ at: fc.integer({ min: 250, max: 3000 }), length: fc.integer({ min: 0, max: 400 }) }).map(({ at, length }) => seg('ACK', at, 101, { length })) }),
    ), { maxLength: 40 });
    fc.assert(
      fc.property(events, (all) => {
        const edge = ({ rcv }: Tcb) => rcv.nxt + rcv.wnd;
        all.reduce((tcb, event) => {
          const { endpoint } = step(tcb, event, ENV);
          expect(edge(endpoint)).toBeGreaterThanOrEqual(edge(tcb));
          return endpoint;
        }, synchronized('ESTABLISHED'));
      }),
      { numRuns: 500, seed: 9293 },
    );
  });

  it('does not count the FIN that came among the octets to read', () => {
    const closing = { ...stopped(10), state: 'CLOSE-WAIT' } as const;
    const tcb: Tcb = { ...closing, rcv: { ...closing.rcv, nxt: seq(312) } };
    expect(step(tcb, { type: 'RECEIVE', length: 99 }, ENV).effects).toEqual([{ type: 'deliver', seq: 301, length: 10 }]);
  });

  it.each([
    ['receive.closed', closedTcb(WND), ['error: connection does not exist']],
    ['receive.wait', synchronized('ESTABLISHED'), []],
    ['receive.wait', synchronized('FIN-WAIT-2'), []],
    ['receive.closing', synchronized('CLOSE-WAIT'), ['error: connection closing']],
    ['receive.closing', synchronized('TIME-WAIT'), ['error: connection closing']],
  ] as const)('%s leaves the endpoint as it is', (rule, from, tells) => {
    const { endpoint, effects, because } = step(from, { type: 'RECEIVE', length: 10 }, ENV);
    expect([because, endpoint]).toEqual([[rule], from]);
    expect(effects.map((effect) => (effect.type === 'tell' ? effect.signal : effect.type))).toEqual(tells);
  });
});
