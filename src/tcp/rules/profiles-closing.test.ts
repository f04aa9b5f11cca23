import { describe, expect, it } from 'vitest';
import type { Env } from '../env.ts';
import { flagNames } from '../flags.ts';
import { PROFILES } from '../profiles.ts';
import { seq } from '../seq.ts';
import { step, type Step } from '../step.ts';
import { NO_TIMERS, type Tcb } from '../tcb.ts';
import { ENV, WND, seg, synReceived, synchronized } from './builders.ts';

const LINUX: Env = { ...ENV, profile: PROFILES.linux };
const FREEBSD: Env = { ...ENV, profile: PROFILES.freebsd };
const BOTH = { type: 'CLOSE', both: true } as const;

function sent({ effects }: Step): readonly string[] {
  return effects.flatMap((effect) => (effect.type === 'emit' ? [`${flagNames(effect.segment.flags).join(',')} ${effect.segment.seq} ${effect.segment.ack}`] : []));
}

function deaf(state: Tcb['state']): Tcb {
  const tcb = synchronized(state);
  return { ...tcb, rcv: { ...tcb.rcv, deaf: true } };
}

describe('a CLOSE of both ways (RFC 9293 §3.6.1, MAY-1)', () => {
  it('resets where something is unread in linux and freebsd (SHLD-3); a CLOSE of one way never does', () => {
    const tcb = synchronized('ESTABLISHED');
    const unread: Tcb = { ...tcb, rcv: { ...tcb.rcv, reading: false, unread: 10, wnd: WND - 10, nxt: seq(311) } };
    for (const env of [LINUX, FREEBSD]) {
      const result = step(unread, BOTH, env);
      expect([result.endpoint.state, result.because, sent(result)]).toEqual(['CLOSED', ['close.unread'], ['RST,ACK 101 311']]);
      expect(step(unread, { type: 'CLOSE' }, env).endpoint.state).toBe('FIN-WAIT-1');
    }
    expect(step(unread, BOTH, ENV).endpoint.state).toBe('FIN-WAIT-1');
  });

  it('makes the host deaf: data that comes later draws a RST and ends the connection', () => {
    const closed = step(synchronized('ESTABLISHED'), BOTH, LINUX);
    expect([closed.because, sent(closed)]).toEqual([['close.both', 'close.established', 'output.fin'], ['FIN,ACK 101 301']]);
    const late = step(closed.endpoint, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 102, { length: 10 }) }, LINUX);
    expect([late.because.at(-1), late.endpoint.state, sent(late)]).toEqual(['other.text.unwanted', 'CLOSED', ['RST 102 0']]);
    const half = step(synchronized('ESTABLISHED'), { type: 'CLOSE' }, LINUX).endpoint;
    expect(step(half, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 102, { length: 10 }) }, LINUX).endpoint.state).toBe('FIN-WAIT-2');
  });

  it('after a CLOSE of one way is no error', () => {
    const { endpoint, effects, because } = step(synchronized('FIN-WAIT-1'), BOTH, LINUX);
    expect([endpoint, effects, because]).toEqual([deaf('FIN-WAIT-1'), [], ['close.both']]);
  });

  it('waits in FIN-WAIT-2 for 60 s in linux, for ever by the RFC', () => {
    const ack = { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 102) } as const;
    const waiting = step(deaf('FIN-WAIT-1'), ack, LINUX);
    expect([waiting.endpoint.state, waiting.because.at(-1), waiting.endpoint.timers]).toEqual(['FIN-WAIT-2', 'output.fin-wait-2', { ...NO_TIMERS, 'time-wait': 70_000 }]);
    const over = step(waiting.endpoint, { type: 'TIME-WAIT TIMEOUT' }, LINUX);
    expect([over.because, over.endpoint.state, over.effects]).toEqual([
      ['timeout.fin-wait-2'],
      'CLOSED',
      [{ type: 'state', from: 'FIN-WAIT-2', to: 'CLOSED' }],
    ]);
    expect(step(synchronized('FIN-WAIT-1'), ack, LINUX).endpoint.timers).toEqual(NO_TIMERS);
    expect(step(step(synchronized('ESTABLISHED'), BOTH, ENV).endpoint, ack, ENV).endpoint.timers).toEqual(NO_TIMERS);
  });

  it('takes the FIN in time, and then waits for 2 MSL', () => {
    const waiting: Tcb = { ...deaf('FIN-WAIT-2'), timers: { ...NO_TIMERS, 'time-wait': 30_000 } };
    const { endpoint } = step(waiting, { type: 'SEGMENT ARRIVES', segment: seg('FIN,ACK', 301, 102) }, LINUX);
    expect([endpoint.state, endpoint.timers['time-wait']]).toEqual(['TIME-WAIT', 70_000]);
  });

  it('sends the FIN at once from SYN-RECEIVED, where linux keeps that of one way back until the handshake is done', () => {
    expect(step(synReceived('active'), { type: 'CLOSE' }, ENV).endpoint.state).toBe('FIN-WAIT-1');
    expect(step(synReceived('active'), BOTH, LINUX).endpoint.state).toBe('FIN-WAIT-1');
    const waits = step(synReceived('active'), { type: 'CLOSE' }, LINUX);
    expect([waits.endpoint.state, sent(waits)]).toEqual(['SYN-RECEIVED', []]);
    const open = step(waits.endpoint, { type: 'SEGMENT ARRIVES', segment: seg('ACK', 301, 101) }, LINUX);
    expect([open.endpoint.state, sent(open)]).toEqual(['FIN-WAIT-1', ['FIN,ACK 101 301']]);
  });
});

describe('the RST of an ABORT', () => {
  it('stands alone in RFC 9293 §3.10.5, and carries an ACK in linux', () => {
    expect(sent(step(synchronized('ESTABLISHED'), { type: 'ABORT' }, ENV))).toEqual(['RST 101 0']);
    expect(sent(step(synchronized('ESTABLISHED'), { type: 'ABORT' }, LINUX))).toEqual(['RST,ACK 101 301']);
  });
});
