import { describe, expect, it } from 'vitest';
import { explore, type Exploration } from './explore.ts';

const CLOSE = { type: 'CLOSE' } as const;
const ABORT = { type: 'ABORT' } as const;

const CLIENT_AND_SERVER: Exploration = {
  profile: 'rfc9293',
  wire: 'fifo',
  iss: { A: 100, B: 300 },
  opening: [
    { host: 'B', call: { type: 'OPEN', mode: 'passive' } },
    { host: 'A', call: { type: 'OPEN', mode: 'active' } },
  ],
  calls: { A: [CLOSE], B: [CLOSE] },
  bound: 10_000,
};

/** The pairs that an abstract model of RFC 9293 reaches when everything arrives in order and nobody aborts. */
const IN_ORDER = [
  'CLOSED|CLOSED', 'CLOSED|FIN-WAIT-1', 'CLOSED|LAST-ACK', 'CLOSED|LISTEN', 'CLOSED|SYN-RECEIVED', 'CLOSED|SYN-SENT',
  'CLOSED|TIME-WAIT', 'CLOSE-WAIT|FIN-WAIT-1', 'CLOSE-WAIT|FIN-WAIT-2', 'CLOSED|CLOSING', 'CLOSING|CLOSING',
  'CLOSING|FIN-WAIT-1', 'CLOSING|TIME-WAIT', 'ESTABLISHED|ESTABLISHED', 'ESTABLISHED|FIN-WAIT-1', 'ESTABLISHED|SYN-RECEIVED',
  'FIN-WAIT-1|FIN-WAIT-1', 'FIN-WAIT-1|LAST-ACK', 'FIN-WAIT-1|SYN-RECEIVED', 'FIN-WAIT-1|SYN-SENT', 'FIN-WAIT-2|LAST-ACK',
  'LAST-ACK|TIME-WAIT', 'LISTEN|SYN-SENT', 'SYN-RECEIVED|SYN-SENT', 'TIME-WAIT|TIME-WAIT',
];
const BY_ABORT = ['CLOSED|ESTABLISHED', 'CLOSED|FIN-WAIT-2', 'CLOSE-WAIT|CLOSED'];
const BY_LOSS = ['CLOSING|FIN-WAIT-2'];

describe('every interleaving', () => {
  it('on a wire that keeps the order reaches exactly the 25 pairs of states', () => {
    const found = explore(CLIENT_AND_SERVER);
    expect([...found.pairs.keys()].sort()).toEqual([...IN_ORDER].sort());
    expect([found.bounded, found.broken]).toEqual([false, []]);
  });

  it('with ABORT reaches exactly three pairs more', () => {
    const found = explore({ ...CLIENT_AND_SERVER, calls: { A: [CLOSE, ABORT], B: [CLOSE, ABORT] } });
    expect([...found.pairs.keys()].sort()).toEqual([...IN_ORDER, ...BY_ABORT].sort());
    expect([found.bounded, found.broken]).toEqual([false, []]);
  });

  it('on a wire that loses, repeats and reorders reaches one pair more, by an ACK that overtakes the FIN before it', () => {
    const found = explore({ ...CLIENT_AND_SERVER, wire: 'lossy' });
    expect([...found.pairs.keys()].sort()).toEqual([...IN_ORDER, ...BY_LOSS].sort());
    expect([found.bounded, found.broken]).toEqual([false, []]);
    expect(found.pairs.get('CLOSING|FIN-WAIT-2')).toHaveLength(6);
  });

  it('uses the transitions of RFC 9293, Figure 5, with the return to LISTEN and the ends by RST, and no other', () => {
    const found = explore({ ...CLIENT_AND_SERVER, wire: 'lossy' });
    // A FIN with the ACK of ours passes FIN-WAIT-2 on its way to TIME-WAIT: the fifth check comes before the eighth.
    expect([...found.transitions].sort()).toEqual(
      [
        'LISTEN>SYN-RECEIVED', 'LISTEN>CLOSED', 'SYN-SENT>ESTABLISHED', 'SYN-SENT>CLOSED', 'SYN-RECEIVED>ESTABLISHED',
        'SYN-RECEIVED>FIN-WAIT-1', 'SYN-RECEIVED>LISTEN', 'ESTABLISHED>FIN-WAIT-1', 'ESTABLISHED>CLOSE-WAIT',
        'FIN-WAIT-1>FIN-WAIT-2', 'FIN-WAIT-1>CLOSING', 'FIN-WAIT-1>CLOSED', 'FIN-WAIT-2>TIME-WAIT', 'CLOSE-WAIT>LAST-ACK',
        'LAST-ACK>CLOSED', 'CLOSING>CLOSED', 'CLOSING>TIME-WAIT', 'TIME-WAIT>CLOSED',
      ].sort(),
    );
  });

  it('says where it stopped short', () => {
    expect(explore({ ...CLIENT_AND_SERVER, wire: 'lossy', bound: 100 }).bounded).toBe(true);
  });
});
