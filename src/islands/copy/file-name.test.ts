import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from './file-name.ts';

describe('the name of a file', () => {
  it('is made of the words of its title', () => {
    expect(fileName('The SYN,ACK is lost')).toBe('the-syn-ack-is-lost');
    expect(fileName('“세 방향” 연결 설정: 1/2?')).toBe('세-방향-연결-설정-1-2');
    // Written with letters apart, as some systems do.
    expect(fileName('서버'.normalize('NFD'))).toBe('서버');
    expect(fileName('')).toBe('handshake');
    expect(fileName('???')).toBe('handshake');
    expect(fileName('CON')).toBe('handshake-con');
  });

  it('is legal on every system, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const name = fileName(title);
        expect(name).toMatch(/^[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}-]*$/u);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(245);
      }),
      { seed: 9293 },
    );
  });
});
