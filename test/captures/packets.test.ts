import { describe, expect, test } from 'vitest';
import { onesSum } from '../../src/wire/ones-sum.ts';
import type { WireFault } from '../../src/wire/packet/wire-fault.ts';
import { hex, octets, pcap } from './build.ts';
import { readWhole, segmentsIn } from './read-whole.ts';
import { IPV4, IPV6 } from './samples.ts';

const decoded = (packet: Uint8Array, length = packet.length) => readWhole(pcap(101, [{ octets: packet, length }])).all[0]!.decoded;
const segment = (packet: Uint8Array, length?: number) => segmentsIn({ all: [{ frame: null!, decoded: decoded(packet, length) }] })[0];

/** The packet with octets put over those from `at` on. */
const put = (packet: Uint8Array, at: number, digits: string) => {
  const changed = new Uint8Array(packet);
  changed.set(hex(digits), at);
  return changed;
};

/** The packet with a right header checksum, IPv4. */
const resummed = (packet: Uint8Array) => {
  const zero = put(packet, 10, '0000');
  const sum = 0xffff - onesSum(zero, 0, (zero[0]! & 15) * 4);
  return put(zero, 10, sum.toString(16).padStart(4, '0'));
};

/** The packet with a right TCP checksum, IPv4 without options. */
const signed = (packet: Uint8Array) => {
  const zero = put(packet, 36, '0000');
  const sum = 0xffff - onesSum(zero, 20, zero.length, onesSum(zero, 12, 20, 6 + zero.length - 20));
  return put(zero, 36, sum.toString(16).padStart(4, '0'));
};

const syn = IPV4[0]!;
const data = IPV4[3]!;
const syn6 = IPV6[0]!;
const plain = segment(syn)!;

test('the samples are a SYN of 24 octets, a segment with 100 octets of data, and a SYN over IPv6', () => {
  expect([syn.length, data.length, syn6.length]).toEqual([44, 140, 64]);
  expect([plain.segment.options, segment(data)?.segment.length, segment(syn6)?.segment.options]).toEqual([{ mss: 1460 }, 100, { mss: 1440 }]);
});

describe('IPv4', () => {
  test('options are passed over', () => {
    const long = resummed(octets(0x47, syn.slice(1, 2), 0, 52, syn.slice(4, 20), hex('94040000 01010100'), syn.slice(20)));
    expect(segment(long)).toEqual(plain);
  });

  test('padding behind the packet is no data', () => expect(segment(octets(IPV4[2]!, hex('000000000000')))).toEqual(segment(IPV4[2]!)));

  test('a length of 0 stands for that of the frame', () => {
    const whole = resummed(put(data, 2, '0000'));
    expect(segment(whole)).toEqual({ ...segment(data), faults: [{ type: 'IP length absent' }] });
  });

  test('a length beyond the frame, of which the checksum cannot be judged', () => {
    const beyond = segment(resummed(put(data, 2, '0190')))!;
    expect([beyond.segment.length, beyond.faults]).toEqual([360, [{ type: 'IP length beyond frame', missing: 260 }]]);
  });

  test('a header checksum that is wrong, and one that is not there', () => {
    const right = (syn[10]! << 8) | syn[11]!;
    expect(segment(put(syn, 10, 'abcd'))?.faults).toEqual([{ type: 'IP checksum bad', found: 0xabcd, expected: right }]);
    expect(segment(put(syn, 10, '0000'))).toEqual(plain);
  });

  test('what a router has marked, and what may be marked', () => {
    const marked = ['00', '01', '02', '03'].map((tos) => segment(resummed(put(syn, 1, tos)))?.segment.ecn);
    expect(marked).toEqual(['not-ECT', 'ECT', 'ECT', 'CE']);
  });

  test.each([
    ['the first fragment', put(data, 6, '2000'), { what: 'fragment', protocol: 6, at: 0, first: true }],
    ['a later fragment', put(data, 6, '20b9'), { what: 'fragment', protocol: 6, at: 1480, first: false }],
    ['the last fragment', put(data, 6, '0172'), { what: 'fragment', protocol: 6, at: 2960, first: false }],
    ['UDP', put(data, 9, '11'), { what: 'not TCP', protocol: 17 }],
    ['a header length of 16', put(data, 0, '44'), { what: 'malformed', header: 'IP' }],
    ['a length less than the header', put(data, 2, '0013'), { what: 'malformed', header: 'IP' }],
    ['a packet too short for a TCP header', put(data, 2, '0027'), { what: 'malformed', header: 'TCP' }],
  ])('%s is told', (_name, packet, other) => expect(decoded(packet)).toEqual({ type: 'other', ...other }));
});

describe('IPv6', () => {
  const plain6 = segment(syn6)!;
  const length6 = syn6.length - 40;
  /** Extension headers between the IPv6 header and TCP; `first`: the number of the first. */
  const extended = (first: string, digits: string) => {
    const extra = hex(digits);
    return octets(put(put(syn6, 4, (length6 + extra.length).toString(16).padStart(4, '0')), 6, first).slice(0, 40), extra, syn6.slice(40));
  };

  test.each([
    ['hop-by-hop options', '00', '06 00 010400000000'],
    ['destination options behind hop-by-hop options', '00', '3c 00 010400000000 06 01 010c00000000000000000000 0000'],
    ['an authentication header', '33', '06 04 0000 00000001 00000001 000000000000000000000000'],
    ['a fragment header around a whole packet', '2c', '06 00 0000 00000007'],
    ['a mobility header', '87', '06 00 000000000000'],
  ])('%s', (_name, first, digits) => expect(segment(extended(first, digits))).toEqual(plain6));

  test('a routing header names the last destination, with which the checksum is made', () => {
    const last = Buffer.from(syn6.slice(24, 40)).toString('hex');
    const onTheWay = (type: string, more: string) => put(extended('2b', `06 ${more} ${type} 01 00000000 ${last}`), 24, 'fe80');
    expect(segment(onTheWay('00', '02'))).toEqual(plain6);
    expect(segment(onTheWay('04', '02'))).toEqual(plain6);
    expect(segment(extended('2b', `06 02 00 00 00000000 ${'ab'.repeat(16)}`))).toEqual(plain6);
  });

  test('a jumbogram', () => {
    const jumbo = extended('00', `06 00 c204 ${(length6 + 8).toString(16).padStart(8, '0')}`);
    expect(segment(put(jumbo, 4, '0000'))).toEqual({ ...plain6, faults: [{ type: 'jumbogram', length: length6 + 8 }] });
  });

  test('a length of 0 without saying another', () => expect(segment(put(syn6, 4, '0000'))).toEqual({ ...plain6, faults: [{ type: 'IP length absent' }] }));

  test('a length beyond the frame', () => expect(segment(put(syn6, 4, '0020'))?.faults).toEqual([{ type: 'IP length beyond frame', missing: 8 }]));

  test('the traffic class says what a router has marked', () => expect(segment(put(syn6, 0, '6030'))?.segment.ecn).toBe('CE'));

  test.each([
    ['a fragment', extended('2c', '06 00 0589 00000007'), { what: 'fragment', protocol: 6, at: 1416, first: false }],
    ['the first fragment', extended('2c', '06 00 0001 00000007'), { what: 'fragment', protocol: 6, at: 0, first: true }],
    ['ICMPv6', put(syn6, 6, '3a'), { what: 'not TCP', protocol: 58 }],
    ['an extension header that goes beyond what was captured', extended('00', '06 ff 010400000000'), { what: 'cut', header: 'IP' }],
    ['extension headers longer than the packet', put(extended('00', '06 00 010400000000'), 4, '0004'), { what: 'malformed', header: 'IP' }],
  ])('%s is told', (_name, packet, other) => expect(decoded(packet)).toEqual({ type: 'other', ...other }));

  test.each([
    ['fd00::a', 'fd00 0000 0000 0000 0000 0000 0000 000a'],
    ['2001:db8::1:0:0:1', '2001 0db8 0000 0000 0001 0000 0000 0001'],
    ['2001:db8:0:1:1:1:1:1', '2001 0db8 0000 0001 0001 0001 0001 0001'],
    ['::', '0000 0000 0000 0000 0000 0000 0000 0000'],
    ['::ffff:c000:201', '0000 0000 0000 0000 0000 ffff c000 0201'],
    ['1::', '0001 0000 0000 0000 0000 0000 0000 0000'],
  ])('the address %s is written as RFC 5952 §4 has it', (text, digits) => expect(segment(put(syn6, 8, digits))?.from.address).toBe(text));
});

describe('TCP', () => {
  const faults = (packet: Uint8Array): readonly WireFault[] | undefined => segment(signed(packet))?.faults;

  test.each([
    ['40', 4],
    ['f0', 15],
  ])('a data offset that cannot be: %s', (octet, words) => {
    const odd = segment(signed(put(syn, 32, octet)))!;
    expect([odd.faults, odd.segment.length, odd.segment.options]).toEqual([[{ type: 'data offset', words }], 0, {}]);
  });

  test('bits that must be zero', () => expect(faults(put(syn, 32, '65'))).toEqual([{ type: 'reserved bits', bits: 5 }]));

  test.each([
    ['of length 0', '02000000', { kind: 2, length: 0 }],
    ['of length 1', 'fd010000', { kind: 253, length: 1 }],
    ['that goes beyond the header', 'fd060000', { kind: 253, length: 6 }],
    ['whose length would stand behind the header', '01010108', { kind: 8, length: null }],
    ['whose length is not that of its kind', '03040000', { kind: 3, length: 4 }],
    ['of SACK without a block', '05020101', { kind: 5, length: 2 }],
    ['with a cookie of three octets', '22050000', { kind: 34, length: 5 }],
  ])('an option %s ends them', (_name, digits, { kind, length }) => {
    expect(faults(put(syn, 40, digits))).toEqual([{ type: 'option length', kind, length }]);
    expect(segment(put(syn, 40, digits))?.segment.options).toEqual({});
  });

  test('a shift above 14 counts as 14', () => {
    const wide = signed(put(syn, 40, '010303ff'));
    expect([segment(wide)?.segment.options, segment(wide)?.faults]).toEqual([{ wscale: 14 }, [{ type: 'window scale', shift: 255 }]]);
  });

  test('options that nobody knows are passed over', () => expect(segment(signed(put(syn, 40, 'fd030001')))).toEqual({ ...plain, segment: { ...plain.segment, options: {} } }));

  test('what stands behind the end of the options is not read', () => expect(segment(signed(put(syn, 40, '00020405')))?.segment.options).toEqual({}));

  test('the acknowledgment number counts with the bit alone', () => expect(segment(signed(put(syn, 28, 'ffffffff')))?.segment.ack).toBe(0));

  test('a checksum that the card was to fill in: the sum of the pseudo-header, with or without the length', () => {
    const sum = (length: number) => onesSum(syn, 12, 20, 6 + length).toString(16).padStart(4, '0');
    for (const length of [24, 0]) expect(segment(put(syn, 36, sum(length)))?.faults).toEqual([{ type: 'checksum not filled in' }]);
    const right = (syn[36]! << 8) | syn[37]!;
    expect(segment(put(syn, 36, 'dead'))?.faults).toEqual([{ type: 'checksum bad', found: 0xdead, expected: right }]);
  });

  test('wherever a frame is cut, it is told, and what is there is read', () => {
    const whole = IPV4[0]!;
    const found = Array.from({ length: whole.length + 1 }, (_none, length) => {
      const one = decoded(whole.slice(0, length), whole.length);
      return one.type === 'other' ? [one.what, 'header' in one ? one.header : ''] : [...one.faults.map((fault) => [fault.type, 'missing' in fault ? fault.missing : 0]), one.segment.options];
    });
    expect(found).toEqual([
      ['cut', 'link'],
      ...Array.from({ length: 19 }, () => ['cut', 'IP']),
      ...Array.from({ length: 20 }, () => ['cut', 'TCP']),
      ...[4, 3, 2, 1].map((missing) => [['cut', missing], {}]),
      [{ mss: 1460 }],
    ]);
  });
});
