import { describe, expect, it } from 'vitest';
import type { Env } from '../tcp/env.ts';
import type { UserCall } from '../tcp/event.ts';
import { PROFILE_NAMES, type ProfileName } from '../tcp/profile.ts';
import { PROFILES } from '../tcp/profiles.ts';
import type { Segment } from '../tcp/segment.ts';
import { seq } from '../tcp/seq.ts';
import { step } from '../tcp/step.ts';
import { closedTcb } from '../tcp/tcb.ts';
import { IN_ORDER, type Exploration, type Way } from './exploration/exploration.ts';
import { explore, type Explored } from './explore.ts';
import { peerOf, type HostId } from './scenario.ts';

const LISTEN = { type: 'OPEN', mode: 'passive' } as const;
const CONNECT = { type: 'OPEN', mode: 'active' } as const;
const SEND = { type: 'SEND', length: 1 } as const;
const CLOSE = { type: 'CLOSE' } as const;
const ABORT = { type: 'ABORT' } as const;

const ISS = { A: 100, B: 300 };

function both(...calls: readonly UserCall[]): Exploration['calls'] {
  return { A: calls, B: calls };
}

const CLIENT_AND_SERVER: Exploration = {
  profile: 'rfc9293',
  wire: IN_ORDER,
  iss: ISS,
  opening: [{ host: 'B', call: LISTEN }, { host: 'A', call: CONNECT }],
  calls: both(CLOSE),
  bound: 10_000,
  every: false,
};
const LOSSY: Exploration = { ...CLIENT_AND_SERVER, wire: 'lossy' };
const FULL: Exploration = { ...LOSSY, opening: [], calls: both(CONNECT, LISTEN, SEND, CLOSE), bound: 1_000_000 };

/** The pairs that an abstract model of RFC 9293 reaches when everything arrives in order and nobody aborts. */
const ORDERLY = [
  'CLOSED|CLOSED', 'CLOSED|FIN-WAIT-1', 'CLOSED|LAST-ACK', 'CLOSED|LISTEN', 'CLOSED|SYN-RECEIVED', 'CLOSED|SYN-SENT',
  'CLOSED|TIME-WAIT', 'CLOSE-WAIT|FIN-WAIT-1', 'CLOSE-WAIT|FIN-WAIT-2', 'CLOSED|CLOSING', 'CLOSING|CLOSING',
  'CLOSING|FIN-WAIT-1', 'CLOSING|TIME-WAIT', 'ESTABLISHED|ESTABLISHED', 'ESTABLISHED|FIN-WAIT-1', 'ESTABLISHED|SYN-RECEIVED',
  'FIN-WAIT-1|FIN-WAIT-1', 'FIN-WAIT-1|LAST-ACK', 'FIN-WAIT-1|SYN-RECEIVED', 'FIN-WAIT-1|SYN-SENT', 'FIN-WAIT-2|LAST-ACK',
  'LAST-ACK|TIME-WAIT', 'LISTEN|SYN-SENT', 'SYN-RECEIVED|SYN-SENT', 'TIME-WAIT|TIME-WAIT',
];
const BY_ABORT = ['CLOSED|ESTABLISHED', 'CLOSED|FIN-WAIT-2', 'CLOSE-WAIT|CLOSED'];
const BY_LOSS = ['CLOSING|FIN-WAIT-2'];
/** Pairs that need a FIN before the handshake is done: a profile that keeps the FIN of a CLOSE of one way back until then never reaches them. */
const BY_EARLY_FIN = ['CLOSED|FIN-WAIT-1', 'FIN-WAIT-1|SYN-SENT'];
const BY_OPENING = ['LISTEN|LISTEN', 'SYN-SENT|SYN-SENT', 'SYN-RECEIVED|SYN-RECEIVED'];

/** What must be the same however the exploration goes about it. */
function findings({ pairs, transitions, broken, halfOpen, bounded }: Explored) {
  return { pairs: [...pairs.keys()].sort(), transitions: [...transitions.keys()].sort(), broken, halfOpen: [...halfOpen.keys()].sort(), bounded };
}

/** The states at the end of a way that is walked with the engine alone: only what was sent before may arrive. */
function walked(way: Way, { profile, opening }: Exploration): readonly string[] {
  const endpoints = { A: closedTcb(1024), B: closedTcb(1024) };
  const sent: Record<HostId, Segment[]> = { A: [], B: [] };
  for (const { host, event } of [...opening.map(({ host, call }) => ({ host, event: call })), ...way]) {
    if (event.type === 'LOST' || event.type === 'COPIED') continue;
    if (event.type === 'SEGMENT ARRIVES') expect(sent[peerOf(host)]).toContainEqual(event.segment);
    const env: Env = { now: 0, profile: PROFILES[profile], iss: seq(ISS[host]), mss: 1, sendBuffer: null, fastOpen: null, delayedAck: 0, keepAlive: null, userTimeout: null };
    const { endpoint, effects } = step(endpoints[host], event, env);
    endpoints[host] = endpoint;
    for (const effect of effects) if (effect.type === 'emit') sent[host].push(effect.segment);
  }
  return [endpoints.A.state, endpoints.B.state].sort();
}

describe('every interleaving', () => {
  it('on a wire that keeps the order reaches exactly the 25 pairs of states', () => {
    const found = findings(explore(CLIENT_AND_SERVER));
    expect(found).toMatchObject({ pairs: [...ORDERLY].sort(), broken: [], halfOpen: [], bounded: false });
  });

  it('with ABORT reaches exactly three pairs more', () => {
    const found = findings(explore({ ...CLIENT_AND_SERVER, calls: both(CLOSE, ABORT) }));
    expect(found).toMatchObject({ pairs: [...ORDERLY, ...BY_ABORT].sort(), broken: [], halfOpen: [], bounded: false });
  });

  it('on a wire that loses, repeats and reorders reaches one pair more, by an ACK that overtakes the FIN before it', () => {
    const explored = explore(LOSSY);
    expect(findings(explored)).toMatchObject({ pairs: [...ORDERLY, ...BY_LOSS].sort(), broken: [], halfOpen: [], bounded: false });
    const witness = explored.pairs.get('CLOSING|FIN-WAIT-2')?.map(({ host, event }) => `${host} ${event.type}`);
    expect(witness).toHaveLength(6);
    expect(witness?.filter((words) => words.endsWith('CLOSE')).sort()).toEqual(['A CLOSE', 'B CLOSE']);
  });

  it.each(PROFILE_NAMES)('from two closed endpoints that connect, listen, send and close on such a wire reaches exactly 29 pairs, simultaneous open included, less those of a FIN that does not wait: %s', (profile) => {
    const found = findings(explore({ ...FULL, profile }));
    const all = [...ORDERLY, ...BY_LOSS, ...BY_OPENING].sort();
    const pairs = PROFILES[profile].halfCloseWaits ? all.filter((pair) => !BY_EARLY_FIN.includes(pair)) : all;
    expect(found).toMatchObject({ pairs, broken: [], halfOpen: [], bounded: false });
  });

  it('uses the transitions of RFC 9293, Figure 5, with the return to LISTEN and the ends by RST, and no other', () => {
    // A FIN with the ACK of ours passes FIN-WAIT-2 on its way to TIME-WAIT: the fifth check comes before the eighth.
    expect(findings(explore(LOSSY)).transitions).toEqual(
      [
        'LISTEN>SYN-RECEIVED', 'LISTEN>CLOSED', 'SYN-SENT>ESTABLISHED', 'SYN-SENT>CLOSED', 'SYN-RECEIVED>ESTABLISHED',
        'SYN-RECEIVED>FIN-WAIT-1', 'SYN-RECEIVED>LISTEN', 'ESTABLISHED>FIN-WAIT-1', 'ESTABLISHED>CLOSE-WAIT',
        'FIN-WAIT-1>FIN-WAIT-2', 'FIN-WAIT-1>CLOSING', 'FIN-WAIT-1>CLOSED', 'FIN-WAIT-2>TIME-WAIT', 'CLOSE-WAIT>LAST-ACK',
        'LAST-ACK>CLOSED', 'CLOSING>CLOSED', 'CLOSING>TIME-WAIT', 'TIME-WAIT>CLOSED',
      ].sort(),
    );
  });

  it('of an ABORT whose RST is lost leaves half-open connections, and nothing else that only a new call would end', () => {
    const found = findings(explore({ ...CLIENT_AND_SERVER, wire: { ...IN_ORDER, lose: 1 }, calls: both(CLOSE, ABORT) }));
    expect(found).toMatchObject({ broken: [], halfOpen: BY_ABORT.toSorted(), bounded: false });
    expect(findings(explore({ ...CLIENT_AND_SERVER, wire: { ...IN_ORDER, lose: 1 } }))).toMatchObject({ broken: [], halfOpen: [] });
  });

  it('with a few faults lies between a wire without and a wire with any', () => {
    const few = findings(explore({ ...CLIENT_AND_SERVER, wire: { ...IN_ORDER, overtake: 1 } }));
    expect(few).toMatchObject({ pairs: [...ORDERLY, ...BY_LOSS].sort(), broken: [], halfOpen: [], bounded: false });
    expect(findings(explore({ ...CLIENT_AND_SERVER, wire: { ...IN_ORDER, duplicate: 2 } })).pairs).toEqual([...ORDERLY].sort());
  });

  const SMALL: readonly (readonly [string, Exploration])[] = PROFILE_NAMES.flatMap((profile: ProfileName) => [
    [`${profile}, CLOSE`, { ...LOSSY, profile }] as const,
    [`${profile}, CLOSE and ABORT`, { ...LOSSY, profile, calls: both(CLOSE, ABORT) }] as const,
    [`${profile}, A sends and closes`, { ...LOSSY, profile, calls: { A: [SEND, CLOSE], B: [] } }] as const,
    [`${profile}, from CLOSED`, { ...LOSSY, profile, opening: [], calls: { A: [CONNECT, CLOSE], B: [CONNECT, LISTEN, CLOSE] } }] as const,
  ]);

  it.each(SMALL)('finds the same whether or not what only makes a host send is done at once: %s', (_name, small) => {
    const [eager, every] = [explore(small), explore({ ...small, every: true, bound: 300_000 })];
    expect(findings(eager)).toEqual(findings(every));
    expect(eager.configurations).toBeLessThan(every.configurations);
    for (const [pair, way] of eager.pairs) expect(way.length).toBeGreaterThanOrEqual(every.pairs.get(pair)?.length ?? Infinity);
  });

  it.each(SMALL)('says ways that the engine can really go: %s', (_name, small) => {
    const { pairs, halfOpen } = explore(small);
    for (const [pair, way] of [...pairs, ...halfOpen]) expect(walked(way, small).join('|')).toBe(pair);
  });

  it('says where it stopped short', () => {
    expect(explore({ ...LOSSY, bound: 100 }).bounded).toBe(true);
  });
});
