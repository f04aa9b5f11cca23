import { expect, test } from 'vitest';
import { hex, octets, pcap } from './build.ts';
import { readWhole, segmentsIn } from './read-whole.ts';
import { IPV4, IPV6 } from './samples.ts';

const ETHERNET = '02000000000b 02000000000a';

/** What stands before an IP packet of each version; null: that link layer cannot carry it. */
const LINKS: readonly (readonly [name: string, linkType: number, before4: string | null, before6: string | null])[] = [
  ['Ethernet', 1, `${ETHERNET} 0800`, `${ETHERNET} 86dd`],
  ['802.1Q', 1, `${ETHERNET} 8100 0064 0800`, `${ETHERNET} 8100 0064 86dd`],
  ['QinQ', 1, `${ETHERNET} 88a8 0064 8100 00c8 0800`, `${ETHERNET} 88a8 0064 8100 00c8 86dd`],
  ['QinQ with the old number', 1, `${ETHERNET} 9100 0064 8100 00c8 0800`, `${ETHERNET} 9100 0064 8100 00c8 86dd`],
  ['PPPoE', 1, `${ETHERNET} 8864 11 00 0001 0036 0021`, `${ETHERNET} 8864 11 00 0001 0036 0057`],
  ['BSD loopback, little-endian', 0, '02000000', '1e000000'],
  ['BSD loopback, big-endian', 0, '00000002', '0000001c'],
  ['BSD loopback of other systems', 0, '02000000', '18000000'],
  ['BSD loopback with the number of Linux', 0, '02000000', '0a000000'],
  ['OpenBSD loopback', 108, '00000002', '00000018'],
  ['raw', 101, '', ''],
  ['raw, numbered 12', 12, '', ''],
  ['raw, numbered 14', 14, '', ''],
  ['raw IPv4', 228, '', null],
  ['raw IPv6', 229, null, ''],
  ['Linux cooked', 113, '0004 0001 0006 02000000000a0000 0800', '0004 0001 0006 02000000000a0000 86dd'],
  ['Linux cooked with a VLAN tag', 113, '0004 0001 0006 02000000000a0000 8100 0064 0800', '0004 0001 0006 02000000000a0000 8100 0064 86dd'],
  ['Linux cooked, version 2', 276, '0800 0000 00000002 0001 04 06 02000000000a0000', '86dd 0000 00000002 0001 04 06 02000000000a0000'],
];

const segmentsOf = (linkType: number, before: string, packets: readonly Uint8Array[]) => segmentsIn(readWhole(pcap(linkType, packets.map((packet) => ({ octets: octets(hex(before), packet) })))));

const plain = { 4: segmentsOf(101, '', IPV4), 6: segmentsOf(101, '', IPV6) };

test('the packets without a link layer are whole connections', () => {
  expect([plain[4].length, plain[6].length]).toEqual([10, 11]);
  expect([...plain[4], ...plain[6]].flatMap(({ faults }) => faults)).toEqual([]);
  expect(plain[6][0]?.from.address).toMatch(/^fd/);
});

const CASES = LINKS.flatMap(([name, linkType, ...befores]) => befores.flatMap((before, place) => (before === null ? [] : [{ name, linkType, before, version: place === 0 ? (4 as const) : (6 as const) }])));

test.each(CASES)('$name with IPv$version', ({ linkType, before, version }) => {
  expect(segmentsOf(linkType, before, version === 4 ? IPV4 : IPV6)).toEqual(plain[version]);
});

const OTHERS: readonly (readonly [name: string, linkType: number, frame: string, decoded: object])[] = [
  ['ARP', 1, `${ETHERNET} 0806 0001`, { what: 'not IP', protocol: 0x0806 }],
  ['a length instead of an EtherType', 1, `${ETHERNET} 0026 4242 03`, { what: 'not IP', protocol: 0x26 }],
  ['PPP that negotiates', 1, `${ETHERNET} 8864 11 00 0001 0036 c021`, { what: 'not IP', protocol: 0x8864 }],
  ['another family', 0, '07000000 00', { what: 'not IP', protocol: 7 }],
  ['another version of IP', 101, '50 00', { what: 'not IP', protocol: 5 }],
  ['802.11', 105, '0000 0000', { what: 'link type', linkType: 105 }],
  ['an Ethernet header that ends early', 1, ETHERNET, { what: 'cut', header: 'link' }],
  ['a VLAN tag that ends early', 1, `${ETHERNET} 8100 00`, { what: 'cut', header: 'link' }],
  ['a PPPoE header that ends early', 1, `${ETHERNET} 8864 1100 0001 0036`, { what: 'cut', header: 'link' }],
  ['no octet at all', 101, '', { what: 'cut', header: 'link' }],
  ['a loopback header that ends early', 0, '0200', { what: 'cut', header: 'link' }],
  ['nothing behind the link layer', 1, `${ETHERNET} 0800`, { what: 'cut', header: 'IP' }],
  ['IPv6 where IPv4 is announced', 1, `${ETHERNET} 0800 60`, { what: 'malformed', header: 'IP' }],
  ['IPv4 where IPv6 is announced', 1, `${ETHERNET} 86dd 45`, { what: 'malformed', header: 'IP' }],
];

test.each(OTHERS)('%s is told', (_name, linkType, frame, decoded) => {
  expect(readWhole(pcap(linkType, [{ octets: hex(frame) }])).all.map((each) => each.decoded)).toEqual([{ type: 'other', ...decoded }]);
});
