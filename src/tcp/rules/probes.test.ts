import { describe, expect, it } from 'vitest';
import type { Env } from '../env.ts';
import { flagNames } from '../flags.ts';
import { PROFILE_NAMES } from '../profile.ts';
import { PROFILES } from '../profiles.ts';
import { step, type Step } from '../step.ts';
import type { Tcb } from '../tcb.ts';
import { ENV, seg, synchronized } from './builders.ts';

const written = ({ effects }: Step): readonly string[] =>
  effects.flatMap((effect) => (effect.type === 'emit' ? [`${flagNames(effect.segment.flags).join(',')} ${effect.segment.seq} +${effect.segment.length}`] : []));
const told = ({ effects }: Step) => effects.flatMap((effect) => (effect.type === 'tell' ? [effect.signal] : []));

/** ESTABLISHED, the peer's window closed. */
function shut(): Tcb {
  const tcb = synchronized('ESTABLISHED');
  return { ...tcb, snd: { ...tcb.snd, wnd: 0 } };
}

describe('the persist timer (RFC 9293 §3.8.6.1)', () => {
  const blocked = step(shut(), { type: 'SEND', length: 50 }, ENV);

  it('starts where data waits for a window and nothing else will ask, one RTO long (MUST-36, SHLD-29)', () => {
    expect(blocked.because).toEqual(['send.queue', 'output.persist']);
    expect(blocked.endpoint).toEqual({ ...shut(), snd: { ...shut().snd, unsent: 50 }, timers: { ...shut().timers, persist: 11_000 } });
  });

  it('sends one octet, which the retransmission timer repeats ever more rarely (SHLD-30)', () => {
    const probe = step(blocked.endpoint, { type: 'PERSIST TIMEOUT' }, { ...ENV, now: 11_000 });
    expect([probe.because, written(probe)]).toEqual([['timeout.persist'], ['ACK 101 +1']]);
    expect([probe.endpoint.timers.persist, probe.endpoint.timers.retransmission, probe.endpoint.snd.unsent]).toEqual([null, 12_000, 49]);
    const again = step(probe.endpoint, { type: 'RETRANSMISSION TIMEOUT' }, { ...ENV, now: 12_000 });
    expect([written(again), again.endpoint.timers.retransmission]).toEqual([['ACK 101 +1'], 14_000]);
  });

  it('gives the peer up R2 after its last answer, not before (MUST-37)', () => {
    const probe = step(blocked.endpoint, { type: 'PERSIST TIMEOUT' }, { ...ENV, now: 11_000 }).endpoint;
    const answered = step(probe, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 101, { wnd: 0 }) }, { ...ENV, now: 100_000 }).endpoint;
    const timeout = (now: number) => step(answered, { type: 'RETRANSMISSION TIMEOUT' }, { ...ENV, now });
    expect(timeout(199_999).endpoint.state).toBe('ESTABLISHED');
    expect(timeout(200_000).because).toEqual(['timeout.give-up']);
  });

  it('lets all go at once where the window opens that has refused the probe', () => {
    const probe = step(blocked.endpoint, { type: 'PERSIST TIMEOUT' }, { ...ENV, now: 11_000 }).endpoint;
    const again = step(probe, { type: 'RETRANSMISSION TIMEOUT' }, { ...ENV, now: 12_000 }).endpoint;
    const answered = step(again, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 101, { wnd: 0 }) }, { ...ENV, now: 12_100 }).endpoint;
    const opened = step(answered, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 101, { wnd: 1000 }) }, { ...ENV, now: 12_500 });
    expect([opened.because, written(opened)]).toEqual([['other.ack.reopens', 'other.ack.window', 'output.data'], ['PSH,ACK 101 +50']]);
    const { snd, queue, timers } = opened.endpoint;
    expect([snd.una, snd.nxt, snd.unsent, queue.map(({ seq, length }) => [seq, length]), timers.retransmission]).toEqual([101, 151, 0, [[101, 50]], 14_500]);
  });

  it('waits for the ACK of a probe that is still under way as the window opens', () => {
    const probe = step(blocked.endpoint, { type: 'PERSIST TIMEOUT' }, { ...ENV, now: 11_000 }).endpoint;
    const opened = step(probe, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 101, { wnd: 1000 }) }, { ...ENV, now: 11_010 });
    expect([opened.because, written(opened)]).toEqual([['other.ack.window'], []]);
  });

  it('sends the probe itself again where it is all that there is, with the FIN that it carried', () => {
    const closing = step(step(shut(), { type: 'SEND', length: 1 }, ENV).endpoint, { type: 'CLOSE' }, ENV).endpoint;
    const probe = step(closing, { type: 'PERSIST TIMEOUT' }, { ...ENV, now: 11_000 });
    expect(written(probe)).toEqual(['FIN,PSH,ACK 101 +1']);
    const answered = step(probe.endpoint, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 101, { wnd: 0 }) }, { ...ENV, now: 11_100 }).endpoint;
    const opened = step(answered, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 101, { wnd: 1000 }) }, { ...ENV, now: 11_500 });
    expect([written(opened), opened.endpoint.state, opened.endpoint.queue[0]?.transmissions]).toEqual([['FIN,PSH,ACK 101 +1'], 'FIN-WAIT-1', 2]);
  });

  it('ends with the window that opens', () => {
    const opened = step(blocked.endpoint, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 101, { wnd: 1000 }) }, ENV);
    expect([written(opened), opened.endpoint.timers.persist]).toEqual([['PSH,ACK 101 +50'], null]);
  });
});

describe('keep-alive (RFC 9293 §3.8.4)', () => {
  const env: Env = { ...ENV, keepAlive: { idle: 2000, interval: 1000, probes: 2 } };
  const watched: Tcb = { ...synchronized('ESTABLISHED'), timers: { ...synchronized('ESTABLISHED').timers, 'keep-alive': 10_000 } };

  it('is off by default (MUST-25), on where the application asks (MAY-5, MUST-24), and runs from the last segment that came (MUST-27)', () => {
    const arrives = { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 101) } as const;
    expect(step(watched, arrives, ENV).endpoint.timers['keep-alive']).toBe(null);
    const heard = step({ ...watched, probed: 1 }, arrives, env).endpoint;
    expect([heard.timers['keep-alive'], heard.probed]).toEqual([12_000, 0]);
  });

  it('probes with SND.NXT − 1 and no data (SHLD-12), and gives up when all probes stay unanswered, not one (MUST-29)', () => {
    const first = step(watched, { type: 'KEEP-ALIVE TIMEOUT' }, env);
    expect([first.because, written(first)]).toEqual([['timeout.keep-alive'], ['ACK 100 +0']]);
    expect(first.endpoint).toEqual({ ...watched, probed: 1, timers: { ...watched.timers, 'keep-alive': 11_000 } });
    const second = step(first.endpoint, { type: 'KEEP-ALIVE TIMEOUT' }, env).endpoint;
    const last = step(second, { type: 'KEEP-ALIVE TIMEOUT' }, env);
    expect([last.because, last.endpoint.state]).toEqual([['timeout.keep-alive-unanswered'], 'CLOSED']);
    expect([written(last), told(last)]).toEqual([['RST,ACK 101 +0'], ['connection aborted due to user timeout']]);
  });

  it.each(PROFILE_NAMES)('waits two hours or more before the first probe of %s, unless told otherwise (MUST-28)', (name) => {
    expect(PROFILES[name].keepAlive.idle).toBeGreaterThanOrEqual(7_200_000);
  });

  it('does not probe while anything is outstanding (MUST-26)', () => {
    const fin = synchronized('FIN-WAIT-1');
    const { because, effects } = step({ ...fin, timers: { ...fin.timers, 'keep-alive': 10_000 } }, { type: 'KEEP-ALIVE TIMEOUT' }, env);
    expect([because, effects]).toEqual([['output.keep-alive'], [{ type: 'timer', timer: 'keep-alive', at: 12_000 }]]);
  });
});

describe('the user timeout (RFC 9293 §3.10.8, RFC 5482)', () => {
  const env: Env = { ...ENV, userTimeout: 5000 };

  it('follows the oldest segment that is not acknowledged', () => {
    const sent = step(synchronized('ESTABLISHED'), { type: 'SEND', length: 10 }, env).endpoint;
    expect(sent.timers.user).toBe(15_000);
    const acked = step(sent, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 111) }, { ...env, now: 10_100 }).endpoint;
    expect(acked.timers.user).toBe(null);
  });

  it.each([synchronized('ESTABLISHED'), synchronized('LAST-ACK')])('deletes the connection and tells the user', (tcb) => {
    const over = step(tcb, { type: 'USER TIMEOUT' }, env);
    expect([over.endpoint.state, over.because, written(over), told(over)]).toEqual(['CLOSED', ['timeout.user'], [], ['connection aborted due to user timeout']]);
  });
});
