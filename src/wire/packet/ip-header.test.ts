import { expect, test } from 'vitest';
import type { EcnField } from '../../tcp/segment.ts';
import { octetsOfAddress } from './address.ts';
import { ipHeader } from './ip-header.ts';

const hex = (octets: Uint8Array) => Buffer.from(octets).toString('hex').replace(/(.{8})(?!$)/gu, '$1 ');
const between = (from: string, to: string, ecn: EcnField = 'not-ECT', identification = 0) => ({ from: octetsOfAddress(from), to: octetsOfAddress(to), ecn, identification });

test('an IPv4 header is the one that a real Linux wrote before its SYN', () => {
  // From the recording of a handshake: 10.9.0.1 to 10.9.0.2, Identification 0x4736, 24 octets of TCP.
  expect(hex(ipHeader(between('10.9.0.1', '10.9.0.2', 'not-ECT', 0x4736), 24))).toBe('4500002c 47364000 4006df81 0a090001 0a090002');
});

test('an IPv6 header says the length of what is behind it', () => {
  expect(hex(ipHeader(between('2001:db8::1', '2001:db8::2'), 0x1234))).toBe('60000000 12340640 20010db8 00000000 00000000 00000001 20010db8 00000000 00000000 00000002');
});

test('the ECN field is the end of the octet that was once the type of service, and of the traffic class', () => {
  const fields: readonly EcnField[] = ['not-ECT', 'ECT', 'CE'];
  expect(fields.map((ecn) => ipHeader(between('192.0.2.1', '192.0.2.2', ecn), 20)[1])).toEqual([0, 2, 3]);
  expect(fields.map((ecn) => hex(ipHeader(between('::1', '::2', ecn), 20)).slice(0, 8))).toEqual(['60000000', '60200000', '60300000']);
});

test('a length that no field can say is 0', () => {
  expect(hex(ipHeader(between('192.0.2.1', '192.0.2.2'), 65_515)).slice(4, 8)).toBe('ffff');
  expect(hex(ipHeader(between('192.0.2.1', '192.0.2.2'), 65_516)).slice(4, 8)).toBe('0000');
  expect(hex(ipHeader(between('::1', '::2'), 65_535)).slice(9, 13)).toBe('ffff');
  expect(hex(ipHeader(between('::1', '::2'), 65_536)).slice(9, 13)).toBe('0000');
});
