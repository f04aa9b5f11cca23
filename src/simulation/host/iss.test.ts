import { describe, expect, it } from 'vitest';
import { seq, seqDiff } from '../../tcp/seq.ts';
import { newHost, type Host, type Socket } from './host.ts';
import { chooseIss, type IssRule } from './iss.ts';

const server: Socket = { address: '198.51.100.1', port: 443 };
const client = (issChosen = 0): Host => ({ ...newHost('192.0.2.1'), issChosen });

describe('a list', () => {
  it('gives its numbers one after another, and goes on in steps of 64000', () => {
    const rule: IssRule = { type: 'list', numbers: [100, 4_294_967_295] };
    expect([0, 1, 2, 3].map((chosen) => chooseIss(rule, client(chosen), 50_001, server, 0))).toEqual([100, 4_294_967_295, 63_999, 127_999]);
  });
});

describe('a seed', () => {
  it('gives the same numbers to the same seed, others to another, whatever the time and the four-tuple', () => {
    const numbers = (seed: number, now: number, port: number) => Array.from({ length: 20 }, (_, chosen) => chooseIss({ type: 'seed', seed }, client(chosen), port, server, now));
    expect(numbers(7, 0, 50_001)).toEqual(numbers(7, 5000, 50_002));
    expect(new Set([...numbers(7, 0, 50_001), ...numbers(8, 0, 50_001)]).size).toBe(40);
  });
});

describe('RFC 6528', () => {
  const rule: IssRule = { type: 'rfc6528', secret: 7 };
  const at = (now: number, { secret = 7, port = 50_001, to = server, chosen = 0 } = {}) => chooseIss({ ...rule, secret }, client(chosen), port, to, now);

  it('MUST-8: adds a clock that ticks every 4 µs to a hash of the four-tuple and a secret', () => {
    expect([0, 1, 4, 1000, 17_179_869].map((now) => seqDiff(at(now), at(0)))).toEqual([0, 250, 1000, 250_000, seqDiff(seq(17_179_869 * 250), seq(0))]);
  });

  it('SHLD-1: separates the number spaces of connections and of hosts with other secrets', () => {
    const others = [{ port: 50_002 }, { to: { ...server, port: 80 } }, { to: { ...server, address: '198.51.100.2' } }, { secret: 8 }];
    const apart = others.map((other) => at(0, other));
    expect(new Set([at(0), ...apart]).size).toBe(5);
    for (const number of apart) expect(Math.abs(seqDiff(number, at(0)))).toBeGreaterThan(100_000);
  });

  it('does not depend on how many connections there were', () => {
    expect(at(5, { chosen: 9 })).toBe(at(5));
  });
});
