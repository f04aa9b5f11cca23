import { expect, test } from 'vitest';
import { flagBits } from './flag-bits.ts';

test.each([
  ['SYN,ACK', '00010010', '0x12', 'SYN, ACK'],
  ['SYN, ECE,CWR', '11000010', '0xc2', 'SYN, ECE, CWR'],
  ['', '00000000', '0x00', ''],
])('%j', (flags, binary, hex, names) => {
  const octet = flagBits(flags);
  expect(octet).toMatchObject({ binary, hex, names });
  expect(octet.bits.map(({ set }) => (set ? '1' : '0')).join('')).toBe(binary);
  expect(octet.bits.map(({ name }) => name)).toEqual(['CWR', 'ECE', 'URG', 'ACK', 'PSH', 'RST', 'SYN', 'FIN']);
});

test('a name that is none is refused', () => {
  expect(() => flagBits('SYN,AKC')).toThrow('AKC');
});
