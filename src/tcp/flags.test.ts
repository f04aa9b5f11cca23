import { describe, expect, it } from 'vitest';
import { ACK, CWR, ECE, FIN, FLAG_NAMES, NO_FLAGS, PSH, RST, SYN, URG, flagNames, flagsNamed, flagsOf, has, without } from './flags.ts';

describe('control bits', () => {
  it('stand where RFC 9293 §3.1 draws them', () => {
    expect([FIN, SYN, RST, PSH, ACK, URG, ECE, CWR]).toEqual([1, 2, 4, 8, 16, 32, 64, 128]);
  });

  it('are independent: every octet is a set of names and back', () => {
    for (let octet = 0; octet < 256; octet += 1) {
      const names = FLAG_NAMES.filter((_name, bit) => ((octet >> bit) & 1) === 1);
      expect(flagsNamed(names)).toBe(octet);
      expect([...flagNames(flagsNamed(names))].sort()).toEqual([...names].sort());
    }
  });

  it('are written as people write them', () => {
    expect(flagNames(flagsOf(ACK, SYN))).toEqual(['SYN', 'ACK']);
    expect(flagNames(flagsOf(ACK, PSH, FIN))).toEqual(['FIN', 'PSH', 'ACK']);
    expect(flagNames(NO_FLAGS)).toEqual([]);
  });

  it('can be asked for and cleared one by one', () => {
    expect(has(flagsOf(SYN, FIN), FIN)).toBe(true);
    expect(has(without(flagsOf(SYN, FIN), FIN), FIN)).toBe(false);
    expect(without(flagsOf(SYN, FIN), FIN)).toBe(SYN);
  });
});
