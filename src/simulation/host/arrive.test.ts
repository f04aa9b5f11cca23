import { describe, expect, it } from 'vitest';
import { FIN, ACK, RST, flagsOf } from '../../tcp/flags.ts';
import { PROFILES } from '../../tcp/profiles.ts';
import { segmentOf } from '../../tcp/segment.ts';
import { seq } from '../../tcp/seq.ts';
import { closedTcb, NO_TIMERS, type Tcb } from '../../tcp/tcb.ts';
import { arrive } from './arrive.ts';
import { ack, client, comes, env, server, standing, strayAck, syn } from './builders.ts';
import { crashed, unopened, type Host } from './host.ts';
import { accept } from './listener.ts';

const { linux } = PROFILES;

/** The flags of what the host sends. */
function answers(reaction: ReturnType<typeof comes>): readonly number[] {
  return reaction.effects.flatMap((effect) => (effect.type === 'emit' ? [effect.segment.flags] : []));
}

/** A server that listens, with an accepted connection from 50001. */
function serving(profile = PROFILES.rfc9293): Host {
  const half = comes(server(2, profile), 50_001, syn, profile);
  const open = comes(half.host, 50_001, ack(300), profile).host;
  return accept(open, 443)?.host ?? open;
}

/** Its connection in TIME-WAIT, at time 0. */
function inTimeWait(profile: typeof linux): Host {
  const host = serving(profile);
  const connections = host.connections.map((connection) => {
    const tcb: Tcb = { ...connection.tcb, state: 'TIME-WAIT', queue: [], timers: { ...NO_TIMERS, 'time-wait': 60_000 } };
    return { ...connection, tcb };
  });
  return { ...host, connections };
}

describe('a segment', () => {
  it('goes to the connection with exactly its four-tuple, whoever listens', () => {
    const fin = segmentOf({ flags: flagsOf(FIN, ACK), seq: seq(101), ack: seq(301), wnd: 4096 });
    const reaction = comes(serving(), 50_001, fin);
    expect([reaction.connection, reaction.after.state]).toEqual([0, 'CLOSE-WAIT']);
  });

  it.each([
    ['another port', client(50_002)],
    ['another address', { address: '192.0.2.9', port: 50_001 }],
  ])('from %s is not of that connection: it goes to the listener', (_name, remote) => {
    const reaction = arrive(serving(), { local: 443, remote, segment: syn }, env());
    expect(standing(reaction.host)).toEqual(['50001 ESTABLISHED accepted', `${String(remote.port)} SYN-RECEIVED half-open`]);
  });

  it('without SYN is answered by the listener with RST and leaves no connection', () => {
    const reaction = comes(server(2), 50_002, strayAck);
    expect([answers(reaction), reaction.host.connections, reaction.because]).toEqual([[RST], [], ['listen.ack']]);
  });

  it.each([
    ['a SYN', syn, [flagsOf(RST, ACK)]],
    ['an ACK', strayAck, [RST]],
    ['a RST', segmentOf({ flags: RST, seq: seq(1) }), []],
  ])('for a port on which nobody listens is as in CLOSED: %s', (_name, segment, flags) => {
    const host = serving();
    const reaction = arrive(host, { local: 8080, remote: client(50_001), segment }, env());
    expect([answers(reaction), reaction.host, reaction.connection]).toEqual([flags, host, null]);
  });

  it('finds nothing after a crash, not even the listener', () => {
    const host = crashed(serving(), 1000);
    expect(host).toEqual({ ...host, connections: [unopened(443, client(50_001), 1000)], listeners: [] });
    expect(answers(comes(host, 50_001, ack(300)))).toEqual([RST]);
    expect(answers(comes(host, 50_002, syn))).toEqual([flagsOf(RST, ACK)]);
  });
});

describe('TIME-WAIT', () => {
  const late = { ...syn, seq: seq(9000) };

  it('is no obstacle to a connection with another four-tuple', () => {
    expect(standing(comes(inTimeWait(linux), 50_002, syn, linux).host)).toEqual(['50001 TIME-WAIT accepted', '50002 SYN-RECEIVED half-open']);
  });

  it('MAY-2: gives way to a newer SYN, which becomes a connection of the listener', () => {
    const reaction = comes(inTimeWait(linux), 50_001, late, linux);
    expect(standing(reaction.host)).toEqual(['50001 SYN-RECEIVED half-open']);
    expect(reaction.because).toEqual(['other.syn.reopens', 'listener.begins']);
  });

  it('challenges the SYN where the profile does not let it, and where nobody listens any more', () => {
    const strict = comes(inTimeWait(PROFILES.rfc9293), 50_001, late);
    const deaf = comes({ ...inTimeWait(linux), listeners: [] }, 50_001, late, linux);
    for (const reaction of [strict, deaf]) expect([answers(reaction), standing(reaction.host)]).toEqual([[ACK], ['50001 TIME-WAIT accepted']]);
  });

  it('does not give way where the backlog has no room', () => {
    const full = [50_002, 50_003, 50_004].reduce((host, port) => comes(host, port, syn, linux).host, inTimeWait(linux));
    expect(comes(full, 50_001, late, linux).because).toEqual(['listener.full']);
  });
});

describe('a closed connection that is remembered', () => {
  it('is taken again by a SYN with its four-tuple', () => {
    const host: Host = { ...server(1), connections: [unopened(443, client(50_001), 1000)] };
    const reaction = comes(host, 50_001, syn);
    expect([reaction.connection, standing(reaction.host)]).toEqual([0, ['50001 SYN-RECEIVED half-open']]);
    expect(reaction.before).toEqual({ ...closedTcb(65_535), state: 'LISTEN' });
  });
});
