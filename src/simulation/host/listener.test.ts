import { describe, expect, it } from 'vitest';
import { RST } from '../../tcp/flags.ts';
import { PROFILES } from '../../tcp/profiles.ts';
import { closedTcb } from '../../tcp/tcb.ts';
import { ack, client, comes, env, rst, server, standing, syn } from './builders.ts';
import { call, happen } from './happen.ts';
import { newHost, unopened, type Host } from './host.ts';
import { accept, listen, stopListening } from './listener.ts';

const { rfc9293, linux, freebsd } = PROFILES;

/** The server once clients from these ports have sent SYNs, and those that `complete` the third segment too. */
function after(host: Host, profile: typeof rfc9293, ports: readonly number[], complete = true): Host {
  return ports.reduce((before, port) => {
    const half = comes(before, port, syn, profile);
    return complete && half.connection !== null ? comes(half.host, port, ack(half.after.iss), profile).host : half.host;
  }, host);
}

describe('a listener', () => {
  it('begins a connection for each SYN and stays in LISTEN itself', () => {
    const first = comes(server(2), 50_001, syn);
    const second = comes(first.host, 50_002, syn);
    expect(standing(second.host)).toEqual(['50001 SYN-RECEIVED half-open', '50002 SYN-RECEIVED half-open']);
    expect([first.before.state, second.before.state]).toEqual(['LISTEN', 'LISTEN']);
    expect([first.after.iss, second.after.iss]).toEqual([300, 64_300]);
    expect(second.host.listeners).toEqual(server(2).listeners);
    expect(second.because).toEqual(['listen.syn', 'listener.begins']);
  });

  it('MUST-41: leaves every connection that there is as it is, or returns an error', () => {
    const open = { ...unopened(443, client(50_001), 1000), tcb: { ...closedTcb(1000), state: 'ESTABLISHED' as const } };
    const host: Host = { ...newHost('198.51.100.1'), connections: [open] };
    const listening = listen(host, 443, 1, closedTcb(1000), env());
    expect(listening.host).toEqual({ ...host, listeners: [{ port: 443, backlog: 1, listening: { ...closedTcb(1000), state: 'LISTEN' } }] });
    const again = listen(listening.host, 443, 5, closedTcb(1000), env());
    expect(again.host).toBe(listening.host);
    expect(again.effects).toEqual([{ type: 'tell', signal: 'error: connection already exists' }]);
  });

  it.each(['SYN-SENT', 'SYN-RECEIVED'] as const)('MUST-42: listens on a port while a connection with the same local port is in %s', (state) => {
    const opening = { ...unopened(443, client(50_001), 1000), tcb: { ...closedTcb(1000), state } };
    const { host } = listen({ ...newHost('198.51.100.1'), connections: [opening] }, 443, 1, closedTcb(1000), env());
    expect(standing(comes(host, 50_002, syn).host)).toEqual([`50001 ${state} own`, '50002 SYN-RECEIVED half-open']);
  });

  it('forgets a half-open connection that is reset, without a word to any user', () => {
    const half = comes(server(1), 50_001, syn);
    const reset = comes(half.host, 50_001, rst);
    expect(standing(reset.host)).toEqual(['50001 CLOSED own']);
    expect(reset.effects.filter(({ type }) => type === 'tell')).toEqual([]);
    expect(standing(comes(reset.host, 50_002, syn).host)).toEqual(['50001 CLOSED own', '50002 SYN-RECEIVED half-open']);
  });

  it('hands connections over in the order in which they were completed', () => {
    const half = after(server(3), rfc9293, [50_001, 50_002, 50_003], false);
    const complete = [50_003, 50_001].reduce((host, port) => comes(host, port, ack(300 + 64_000 * (port - 50_001))).host, half);
    const first = accept(complete, 443);
    const second = accept(first?.host ?? complete, 443);
    expect([first?.connection.remote.port, second?.connection.remote.port]).toEqual([50_003, 50_001]);
    expect(accept(second?.host ?? complete, 443)).toBeNull();
    expect(standing(second?.host ?? complete)).toEqual(['50001 ESTABLISHED accepted', '50002 SYN-RECEIVED half-open', '50003 ESTABLISHED accepted']);
  });

  it('keeps from the user what was not handed over yet', () => {
    const waiting = after(server(1), rfc9293, [50_001]);
    const [connection] = waiting.connections;
    if (connection === undefined) throw new Error('no connection');
    const sent = call(waiting, 0, connection, { type: 'SEND', length: 10 }, env());
    expect(sent).toEqual({ host: waiting, connection: 0, before: connection.tcb, after: connection.tcb, effects: [{ type: 'tell', signal: 'error: connection does not exist' }], because: ['send.closed'] });
  });

  it('takes with it what nobody accepted: half-open connections silently, complete ones by RST', () => {
    const host = comes(after(server(3), rfc9293, [50_001]), 50_002, syn).host;
    const { host: left, reactions } = stopListening(host, 443, env());
    expect(standing(left)).toEqual(['50001 CLOSED own', '50002 CLOSED own']);
    expect(left.listeners).toEqual([]);
    expect(reactions.flatMap(({ effects }) => effects).flatMap((effect) => (effect.type === 'emit' ? [effect.segment.flags] : []))).toEqual([RST]);
  });
});

describe('a backlog', () => {
  it.each([
    ['rfc9293', 0, 1],
    ['rfc9293', 2, 2],
    ['linux', 0, 1],
    ['linux', 2, 3],
    ['freebsd', 2, 4],
    ['freebsd', 3, 5],
  ] as const)('lets so many wait: under %s a backlog of %i, %i complete connections', (name, backlog, holds) => {
    const profile = PROFILES[name];
    const full = after(server(backlog, profile), profile, Array.from({ length: 8 }, (_, i) => 50_001 + i));
    expect(full.connections.filter(({ stage }) => stage === 'waiting')).toHaveLength(holds);
  });

  it('under RFC 9293 counts half-open and complete connections together', () => {
    const half = after(server(2), rfc9293, [50_001, 50_002, 50_003], false);
    expect(standing(half)).toEqual(['50001 SYN-RECEIVED half-open', '50002 SYN-RECEIVED half-open']);
    const one = after(server(2), rfc9293, [50_001]);
    expect(standing(after(one, rfc9293, [50_002, 50_003], false))).toEqual(['50001 ESTABLISHED waiting', '50002 SYN-RECEIVED half-open']);
  });

  it('on Linux lets n + 1 be half-open, and drops the SYN after that silently where cookies are off, as recorded', () => {
    const without = { ...linux, synCookies: 'off' as const };
    const half = after(server(2, linux), without, [50_001, 50_002, 50_003], false);
    const dropped = comes(half, 50_004, syn, without);
    expect(half.connections).toHaveLength(3);
    expect(dropped).toEqual({ host: half, connection: null, before: dropped.before, after: dropped.before, effects: [], because: ['listener.full'] });
  });

  it('on Linux ignores the ACK that would complete one too many: the server stays in SYN-RECEIVED, as recorded', () => {
    const two = after(server(1, linux), linux, [50_001]);
    const half = after(two, linux, [50_002, 50_003], false);
    const full = comes(half, 50_002, ack(64_300), linux).host;
    const late = comes(full, 50_003, ack(128_300), linux);
    expect(late).toEqual({ host: full, connection: 2, before: late.before, after: late.before, effects: [], because: ['listener.ack-ignored'] });
    expect(standing(late.host)).toEqual(['50001 ESTABLISHED waiting', '50002 ESTABLISHED waiting', '50003 SYN-RECEIVED half-open']);
    const accepted = accept(late.host, 443);
    expect(standing(comes(accepted?.host ?? late.host, 50_003, ack(128_300), linux).host).at(-1)).toBe('50003 ESTABLISHED waiting');
  });

  it('on FreeBSD answers that ACK with RST and forgets the connection', () => {
    const half = after(after(server(0, freebsd), freebsd, [50_001]), freebsd, [50_002], false);
    const late = comes(half, 50_002, ack(64_300), freebsd);
    expect(late.effects.map((effect) => (effect.type === 'emit' ? effect.segment.flags : effect.type))).toEqual([RST, 'state']);
    expect(standing(late.host)).toEqual(['50001 ESTABLISHED waiting', '50002 CLOSED own']);
  });

  it('gives a place back when a half-open connection is given up', () => {
    const half = comes(server(1), 50_001, syn).host;
    const [connection] = half.connections;
    if (connection === undefined) throw new Error('no connection');
    const over = happen(half, 0, connection, { type: 'RETRANSMISSION TIMEOUT' }, env(rfc9293, 1_000_000));
    expect(standing(over.host)).toEqual(['50001 CLOSED own']);
    expect(standing(comes(over.host, 50_002, syn).host)).toContain('50002 SYN-RECEIVED half-open');
  });
});
