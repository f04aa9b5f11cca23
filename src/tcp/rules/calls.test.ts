import { describe, expect, it } from 'vitest';
import type { TcpEvent } from '../event.ts';
import { flagNames } from '../flags.ts';
import { PROFILES } from '../profiles.ts';
import { STATES, type State } from '../state.ts';
import { step } from '../step.ts';
import { closedTcb, type Tcb } from '../tcb.ts';
import { ENV, WND, listening, synReceived, synSent, synchronized } from './builders.ts';

function inState(state: State): Tcb {
  switch (state) {
    case 'CLOSED':
      return closedTcb(WND);
    case 'LISTEN':
      return listening();
    case 'SYN-SENT':
      return synSent();
    case 'SYN-RECEIVED':
      return synReceived();
    default:
      return synchronized(state);
  }
}

/** The outcome of a call in a state: the state after it, then what is sent and told. */
function outcome(from: Tcb, event: TcpEvent): string {
  const { endpoint, effects } = step(from, event, ENV);
  const said = effects.flatMap((effect) => {
    if (effect.type === 'tell') return [effect.signal];
    return effect.type === 'emit' ? [`<${flagNames(effect.segment.flags).join(',')} ${effect.segment.seq} +${effect.segment.length}>`] : [];
  });
  return [endpoint.state, ...said].join(' ');
}

function table(event: TcpEvent): Readonly<Record<string, string>> {
  return Object.fromEntries(STATES.map((state) => [state, outcome(inState(state), event)]));
}

const again = 'error: connection closing';

describe('user calls in every state (RFC 9293 §3.10.1 to §3.10.5)', () => {
  it('OPEN passive', () => {
    const exists = 'error: connection already exists';
    const taken = Object.fromEntries(STATES.slice(1).map((state) => [state, `${state} ${exists}`]));
    expect(table({ type: 'OPEN', mode: 'passive' })).toEqual({ CLOSED: 'LISTEN', ...taken });
  });

  it('OPEN active', () => {
    const exists = 'error: connection already exists';
    const taken = Object.fromEntries(STATES.slice(2).map((state) => [state, `${state} ${exists}`]));
    expect(table({ type: 'OPEN', mode: 'active' })).toEqual({ CLOSED: 'SYN-SENT <SYN 700 +0>', LISTEN: 'SYN-SENT <SYN 700 +0>', ...taken });
  });

  it('SEND', () => {
    expect(table({ type: 'SEND', length: 10 })).toEqual({
      CLOSED: 'CLOSED error: connection does not exist',
      LISTEN: 'SYN-SENT <SYN 700 +0>',
      'SYN-SENT': 'SYN-SENT',
      'SYN-RECEIVED': 'SYN-RECEIVED',
      ESTABLISHED: 'ESTABLISHED <PSH,ACK 101 +10>',
      'FIN-WAIT-1': `FIN-WAIT-1 ${again}`,
      'FIN-WAIT-2': `FIN-WAIT-2 ${again}`,
      'CLOSE-WAIT': 'CLOSE-WAIT <PSH,ACK 101 +10>',
      CLOSING: `CLOSING ${again}`,
      'LAST-ACK': `LAST-ACK ${again}`,
      'TIME-WAIT': `TIME-WAIT ${again}`,
    });
  });

  it('CLOSE', () => {
    expect(table({ type: 'CLOSE' })).toEqual({
      CLOSED: 'CLOSED error: connection does not exist',
      LISTEN: 'CLOSED',
      'SYN-SENT': 'CLOSED',
      'SYN-RECEIVED': 'FIN-WAIT-1 <FIN,ACK 101 +0>',
      ESTABLISHED: 'FIN-WAIT-1 <FIN,ACK 101 +0>',
      'FIN-WAIT-1': `FIN-WAIT-1 ${again}`,
      'FIN-WAIT-2': `FIN-WAIT-2 ${again}`,
      'CLOSE-WAIT': 'LAST-ACK <FIN,ACK 101 +0>',
      CLOSING: `CLOSING ${again}`,
      'LAST-ACK': `LAST-ACK ${again}`,
      'TIME-WAIT': `TIME-WAIT ${again}`,
    });
  });

  it('ABORT', () => {
    expect(table({ type: 'ABORT' })).toEqual({
      CLOSED: 'CLOSED error: connection does not exist',
      LISTEN: 'CLOSED',
      'SYN-SENT': 'CLOSED',
      'SYN-RECEIVED': 'CLOSED <RST 101 +0> connection reset',
      ESTABLISHED: 'CLOSED <RST 101 +0> connection reset',
      'FIN-WAIT-1': 'CLOSED <RST 102 +0> connection reset',
      'FIN-WAIT-2': 'CLOSED <RST 102 +0> connection reset',
      'CLOSE-WAIT': 'CLOSED <RST 101 +0> connection reset',
      CLOSING: 'CLOSED',
      'LAST-ACK': 'CLOSED',
      'TIME-WAIT': 'CLOSED',
    });
  });

  it('CLOSE with data behind a full window waits for the data, in FIN-WAIT-1', () => {
    const full = { ...synchronized('ESTABLISHED'), snd: { ...synchronized('ESTABLISHED').snd, wnd: 0, unsent: 50 } };
    const { endpoint, effects } = step(full, { type: 'CLOSE' }, ENV);
    expect([endpoint.state, endpoint.snd.fin, effects.some(({ type }) => type === 'emit')]).toEqual(['FIN-WAIT-1', 'queued', false]);
  });

  it('CLOSE in SYN-RECEIVED with data queued waits for the handshake (RFC 9293 §3.10.4)', () => {
    const queued = step(synReceived(), { type: 'SEND', length: 50 }, ENV).endpoint;
    const closed = step(queued, { type: 'CLOSE' }, ENV);
    expect([closed.endpoint.state, closed.endpoint.snd.fin]).toEqual(['SYN-RECEIVED', 'queued']);
    expect(closed.effects.filter(({ type }) => type === 'emit')).toEqual([]);
  });

  it('SEND splits what is longer than the MSS and keeps what is beyond the window, a sliver of it too', () => {
    const small = { ...synchronized('ESTABLISHED'), snd: { ...synchronized('ESTABLISHED').snd, mss: 100, wnd: 250 } };
    const { endpoint, effects } = step(small, { type: 'SEND', length: 400 }, ENV);
    const lengths = effects.flatMap((effect) => (effect.type === 'emit' ? [effect.segment.length] : []));
    expect([lengths, endpoint.snd.unsent]).toEqual([[100, 100], 200]);
  });

  it('keeps the FIN for ESTABLISHED also where data may leave SYN-RECEIVED (RFC 7413 §4.2.2)', () => {
    const early = { ...synReceived(), snd: { ...synReceived().snd, wnd: 4000, maxWnd: 4000 }, congestion: { ...synReceived().congestion, cwnd: 4000 } };
    const sent = step(early, { type: 'SEND', length: 10 }, ENV).endpoint;
    for (const from of [early, sent]) {
      const { endpoint } = step(from, { type: 'CLOSE' }, { ...ENV, profile: PROFILES.linux });
      expect([endpoint.state, endpoint.snd.fin]).toEqual(['SYN-RECEIVED', 'queued']);
    }
  });
});
