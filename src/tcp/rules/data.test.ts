import { describe, expect, it } from 'vitest';
import { flagNames } from '../flags.ts';
import { step, type Step } from '../step.ts';
import type { Tcb } from '../tcb.ts';
import { ENV, seg, synchronized } from './builders.ts';

const written = ({ effects }: Step): readonly string[] =>
  effects.flatMap((effect) => (effect.type === 'emit' ? [`${flagNames(effect.segment.flags).join(',')} ${effect.segment.seq} +${effect.segment.length}`] : []));

/** ESTABLISHED with an MSS of 100 octets. */
function small(): Tcb {
  const tcb = synchronized('ESTABLISHED');
  return { ...tcb, snd: { ...tcb.snd, mss: 100 } };
}

const send = (tcb: Tcb, length: number, env = ENV) => step(tcb, { type: 'SEND', length }, env);
const acked = (tcb: Tcb, ack: number, wnd: number, now = ENV.now) => step(tcb, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, ack, { wnd }) }, { ...ENV, now });
const timeout = (tcb: Tcb, now: number) => step(tcb, { type: 'RETRANSMISSION TIMEOUT' }, { ...ENV, now });

describe('sending data (RFC 9293 §3.7.4, §3.8.6.2.1, §3.9.1.2)', () => {
  const first = send(small(), 30);

  it('sends the last of the data with PSH (MUST-61)', () => {
    expect(written(first)).toEqual(['PSH,ACK 101 +30']);
  });

  it('gathers SENDs while something is unacknowledged (MAY-16, SHLD-7), into whole segments (SHLD-28) with one PSH at the end (SHLD-27)', () => {
    const second = send(first.endpoint, 60);
    expect([written(second), second.endpoint.snd.unsent]).toEqual([[], 60]);
    const third = send(second.endpoint, 60);
    expect([written(third), third.endpoint.snd.unsent]).toEqual([['ACK 131 +100'], 20]);
    const fourth = send(third.endpoint, 60);
    expect([written(fourth), fourth.endpoint.snd.unsent]).toEqual([[], 80]);
    expect(written(acked(fourth.endpoint, 231, 4000))).toEqual(['PSH,ACK 231 +80']);
  });

  it('does not wait where the application has turned Nagle off (MUST-17)', () => {
    const env = { ...ENV, profile: { ...ENV.profile, nagle: false } };
    expect(written(send(first.endpoint, 60, env))).toEqual(['PSH,ACK 131 +60']);
  });

  it('leaves a small opening of the window alone (MUST-38), but not for ever (MUST-60)', () => {
    const narrow: Tcb = { ...small(), snd: { ...small().snd, wnd: 10 } };
    const waits = send(narrow, 50);
    expect([written(waits), waits.endpoint.timers.persist]).toEqual([[], 11_000]);
    expect(written(step(waits.endpoint, { type: 'PERSIST TIMEOUT' }, { ...ENV, now: 11_000 }))).toEqual(['ACK 101 +10']);
  });
});

describe('a window that shrinks (RFC 9293 §3.8.6)', () => {
  const flight = send(small(), 400).endpoint;
  const shrunk = acked(flight, 201, 50);

  it('is survived: what is left of it counts as nothing (MUST-34), and no new data goes (SHLD-15)', () => {
    expect([shrunk.endpoint.snd.una, shrunk.endpoint.snd.wnd, shrunk.endpoint.snd.nxt]).toEqual([201, 50, 501]);
    const more = send(shrunk.endpoint, 200);
    expect([written(more), more.endpoint.snd.unsent]).toEqual([[], 200]);
  });

  it('lets old data be sent again, inside of it (SHLD-16) and beyond (MAY-7)', () => {
    expect(written(timeout(shrunk.endpoint, 11_100))).toEqual(['ACK 201 +100']);
  });

  it('is probed when it is zero (MUST-35), and while the peer answers the connection stays (SHLD-17, MUST-37)', () => {
    const gone = acked(flight, 201, 0).endpoint;
    const probe = timeout(gone, 11_100);
    expect(written(probe)).toEqual(['ACK 201 +100']);
    const answered = acked(probe.endpoint, 201, 0, 100_000).endpoint;
    expect(timeout(answered, 150_000).endpoint.state).toBe('ESTABLISHED');
  });
});
