import { expect, test } from 'vitest';
import { octetsOfAddress } from './address.ts';

const hex = (address: string) => Buffer.from(octetsOfAddress(address)).toString('hex');

test('an IPv4 address has four octets', () => {
  expect(hex('192.0.2.1')).toBe('c0000201');
});

test('an IPv6 address has sixteen, with the zeros that “::” leaves out', () => {
  expect(hex('2001:db8::1')).toBe('20010db8000000000000000000000001');
  expect(hex('2001:db8:1:2:3:4:5:6')).toBe('20010db8000100020003000400050006');
  expect(hex('fe80::')).toBe('fe800000000000000000000000000000');
  expect(hex('::')).toBe('00'.repeat(16));
  expect(hex('::ffff:192.0.2.1')).toBe('00000000000000000000ffffc0000201');
});
