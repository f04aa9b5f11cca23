import { describe, expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace } from '../../test/course-traces.ts';
import { run } from '../simulation/run.ts';
import type { Flight, Trace } from '../simulation/trace.ts';
import { parse } from '../scenario/parse.ts';
import { PROFILE_NAMES, type ProfileName } from '../tcp/profile.ts';
import { segmentOf } from '../tcp/segment.ts';
import { flagsNamed } from '../tcp/flags.ts';
import { seq } from '../tcp/seq.ts';
import type { Options } from '../tcp/option.ts';
import { header } from './header.ts';
import { octetAt } from './payload.ts';

const hex = (octets: Uint8Array) => Buffer.from(octets).toString('hex').replace(/(.{8})(?!$)/g, '$1 ');
const under = (name: string, profile: ProfileName): Trace => run({ ...courseTrace(name).scenario, profile });
const headersOf = (trace: Trace) => trace.flights.map((flight) => hex(header(trace, flight).octets));

describe('whole headers', () => {
  test('of the handshake without options but the MSS', () => {
    expect(headersOf(under('three-way', 'rfc9293'))).toEqual([
      'c0000050 00000064 00000000 6002ffff eb3b0000 020405b4',
      '0050c000 0000012c 00000065 6012ffff e9fe0000 020405b4',
      'c0000050 00000065 0000012d 5010ffff 01bc0000',
    ]);
  });

  test('of the handshake as Linux lays its options out: MSS, SACK-permitted with timestamps, NOP, window scale', () => {
    expect(headersOf(under('three-way', 'linux'))).toEqual([
      'c0000050 00000064 00000000 a002faf0 a0230000 020405b4 0402080a 00000000 00000000 01030308',
      '0050c000 0000012c 00000065 a012fe88 9b1c0000 020405b4 0402080a 00000032 00000000 01030308',
      'c0000050 00000065 0000012d 801000fa c7140000 0101080a 00000064 00000032',
    ]);
  });

  test('of the handshake as FreeBSD does: MSS, NOP, window scale, SACK-permitted with timestamps', () => {
    expect(headersOf(under('three-way', 'freebsd'))[0]).toBe('c0000050 00000064 00000000 a002ffff 9b160000 020405b4 01030306 0402080a 00000000 00000000');
  });

  test('with SACK blocks, and data whose octets the checksum covers', () => {
    const headers = headersOf(under('data-hole', 'linux'));
    expect(headers[0]).toBe('c0000050 00000065 0000012d 801000fa 8b500000 0101080a 00000000 ffffff9c');
    expect(headers).toContain('0050c000 0000012d 000000bd b01000ff 8e820000 0101080a 00000032 00000000 0101050a 00000115 0000016d');
  });

  test('of a second connection: its ports, not the usual ones', () => {
    expect(headersOf(courseTrace('two-connections'))[3]).toBe('c35201bb 0000fa64 00000000 6002ffff ec7d0000 020405b4');
  });

  test('with a Fast Open cookie asked for, given and shown', () => {
    const fastOpen = (line: string) => run(parse(`client ISS 100\nserver ISS 300\n${line}\nserver Fast Open\nserver listens\nclient connects and sends 8`).scenario);
    const asked = headersOf(fastOpen('client Fast Open'));
    expect(asked[0]).toMatch(/^c0000050 00000064 00000000 7002ffff .{8} 020405b4 22020000$/);
    expect(asked[1]).toMatch(/^0050c000 0000012c 00000065 9012ffff .{8} 020405b4 220a.{4} .{8} .{4}0000$/);
    const shown = headersOf(fastOpen('client Fast Open with old cookie'));
    expect(shown[0]).toMatch(/^c0000050 00000064 00000000 9002ffff .{8} 020405b4 220a00c0 ffee00c0 ffee0000$/);
  });
});

describe('any header', () => {
  const trace = courseTrace('three-way');
  const of = (options: Options, fields: Partial<Parameters<typeof segmentOf>[0]> = {}): Flight => ({
    ...trace.flights[0]!,
    segment: segmentOf({ flags: flagsNamed(['SYN']), seq: seq(0xffff_fffe), wnd: 1, ...fields, options }),
  });
  const many: Options = { mss: 1460, wscale: 14, sackPermitted: true, ts: { val: 0xffff_ffff, ecr: 1 }, fastOpen: '0123456789abcdef0123456789abcdef' };

  test('with every option of a SYN and the longest cookie fills fifteen words, and no more', () => {
    expect(header(trace, of(many)).octets[12]).toBe(0xf0);
    expect(header(trace, of(many)).octets).toHaveLength(60);
  });

  test('says every control bit in its place', () => {
    const flags = ['CWR', 'ECE', 'URG', 'ACK', 'PSH', 'RST', 'SYN', 'FIN'] as const;
    expect(flags.map((flag) => header(trace, of({}, { flags: flagsNamed([flag]) })).octets[13])).toEqual([0x80, 0x40, 0x20, 0x10, 0x08, 0x04, 0x02, 0x01]);
  });

  test('has a checksum that data of an odd length enters with a zero behind it', () => {
    for (const length of [1, 2, 3]) expectGoodChecksum(of({}, { length, up: 7 }));
  });
});

/** The octets that the receiver sums: by the property that 2¹⁶ is 1 modulo 65535, all of them as one long number are a multiple of it. */
function expectGoodChecksum(flight: Flight, trace = courseTrace('three-way')): void {
  const { octets } = header(trace, flight);
  const { segment, from } = flight;
  const ends = from === 'A' ? 'c0000201c6336401' : 'c6336401c0000201';
  const first = segment.seq + (segment.flags & 2 ? 1 : 0);
  const data = Array.from({ length: segment.length }, (_none, place) => octetAt(seq(first + place)));
  const whole = `${ends}0006${(octets.length + segment.length).toString(16).padStart(4, '0')}${Buffer.from([...octets, ...data, ...(data.length % 2 === 0 ? [] : [0])]).toString('hex')}`;
  expect(BigInt(`0x${whole}`) % 65535n).toBe(0n);
}

/** The options read back as a receiver does it, kind by kind. */
function readOptions(octets: Uint8Array): Options {
  const view = new DataView(octets.buffer);
  const found: { -readonly [K in keyof Options]: Options[K] } = {};
  let at = 20;
  while (at < octets.length && octets[at] !== 0) {
    const length = octets[at] === 1 ? 1 : octets[at + 1]!;
    if (octets[at] === 2) found.mss = view.getUint16(at + 2);
    if (octets[at] === 3) found.wscale = view.getUint8(at + 2);
    if (octets[at] === 4) found.sackPermitted = true;
    if (octets[at] === 5) found.sack = Array.from({ length: (length - 2) / 8 }, (_none, block) => ({ left: seq(view.getUint32(at + 2 + 8 * block)), right: seq(view.getUint32(at + 6 + 8 * block)) }));
    if (octets[at] === 8) found.ts = { val: view.getUint32(at + 2), ecr: view.getUint32(at + 6) };
    if (octets[at] === 34) found.fastOpen = Buffer.from(octets.slice(at + 2, at + length)).toString('hex');
    at += length;
  }
  return found;
}

describe.each(PROFILE_NAMES)('every segment of the course under %s', (profile) => {
  test.each(COURSE_SCENARIOS)('%s', (name) => {
    const trace = under(name, profile);
    for (const flight of trace.flights) {
      const { octets, fields } = header(trace, flight);
      const { segment, from, to, connection } = flight;
      const view = new DataView(octets.buffer);
      const { ports } = trace.connections[connection]!;
      expect([view.getUint16(0), view.getUint16(2), view.getUint32(4), view.getUint32(8)]).toEqual([ports[from], ports[to], segment.seq, segment.ack]);
      expect([octets[12]! >> 4, octets[12]! & 15, octets[13], view.getUint16(14), view.getUint16(18)]).toEqual([octets.length / 4, 0, segment.flags, segment.wnd, segment.up]);
      expect(octets.length).toBeLessThanOrEqual(60);
      expect(readOptions(octets)).toEqual(segment.options);
      expectGoodChecksum(flight, trace);
      expect(fields.map(({ bit }) => bit)).toEqual(fields.map((_field, place) => fields.slice(0, place).reduce((bits, { width }) => bits + width, 0)));
      expect(fields.filter(({ bit, width }) => (bit % 32) + width > 32)).toEqual([]);
    }
  });
});
