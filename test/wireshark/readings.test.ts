import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { OtherFrame } from '../../src/wire/packet/decoded.ts';
import type { CapturedSegment } from '../../src/wire/packet/captured-segment.ts';
import type { Options } from '../../src/tcp/option.ts';
import { ACK, CWR, ECE, FIN, PSH, RST, SYN, URG, has } from '../../src/tcp/flags.ts';
import { checksum } from '../../src/wire/checksum.ts';
import { END, block, enhancedPacket, hex, interfaceBlock, obsoletePacket, octets, option, pcap, pcapHeader, pcapRecord, section, simplePacket, u16, u32, type Order } from '../captures/build.ts';
import { readWhole, type ReadFrame } from '../captures/read-whole.ts';
import { IPV4, IPV6 } from '../captures/samples.ts';
import { judge } from './judge.ts';

const ETHERNET = '02000000000b 02000000000a';
const [SYN4 = octets(), , , DATA4 = octets()] = IPV4;
const [SYN6 = octets(), , , DATA6 = octets()] = IPV6;

const on = (before: string, packets: readonly Uint8Array[] = IPV4) => packets.map((packet, at) => ({ octets: octets(hex(before), packet), s: 1_700_000_000 + at, fraction: at }));
const ether = (packets: readonly Uint8Array[] = IPV4, type = '0800') => on(`${ETHERNET} ${type}`, packets);
const plain = ether().map((frame) => frame.octets);

/** The octets with others at a place. */
function put(into: Uint8Array, at: number, text: string): Uint8Array {
  const out = Uint8Array.from(into);
  out.set(hex(text), at);
  return out;
}

/** An IPv4 header with the checksum filled in. */
function summed(header: Uint8Array): Uint8Array {
  const sum = checksum(header);
  return octets(header.subarray(0, 10), u16('big', sum), header.subarray(12));
}

/** An IPv4 header without options for a payload, between documentation addresses. */
const ipv4 = (protocol: number, payload: Uint8Array) => octets(summed(octets(0x45, 0, u16('big', 20 + payload.length, 7, 0), 64, protocol, 0, 0, 192, 0, 2, 1, 192, 0, 2, 2)), payload);

/** An IPv6 header before what follows of a packet that has one. */
const extended = (first: number, headers: string, packet: Uint8Array = SYN6) => {
  const all = octets(hex(headers), packet.subarray(40));
  return octets(packet.subarray(0, 4), u16('big', all.length), first, packet.subarray(7, 40), all);
};

/** The pieces of an IPv4 packet behind its header, cut at octets that eight divides. */
function fragments(packet: Uint8Array, ...cuts: readonly number[]): readonly Uint8Array[] {
  const payload = packet.subarray(20);
  return cuts.map((from, at) => {
    const to = cuts[at + 1] ?? payload.length;
    return octets(summed(octets(0x45, 0, u16('big', 20 + to - from, 99, (at + 1 < cuts.length ? 0x2000 : 0) | (from / 8)), 64, 6, 0, 0, packet.subarray(12, 20))), payload.subarray(from, to));
  });
}

/** An IPv6 packet in two pieces. */
function fragments6(packet: Uint8Array): readonly Uint8Array[] {
  const [first, second] = [packet.subarray(0, 40 + 64), octets(packet.subarray(0, 40), packet.subarray(40 + 64))];
  return [extended(44, '0600 0001 00000063', first), extended(44, '0600 0040 00000063', second)];
}

const ns = (order: Order) => pcap(1, ether(), order, { magic: 0xa1b23c4d });
const stamped = (order: Order, resolution: readonly number[], units: (at: number) => bigint, more = octets()) =>
  octets(section(order), interfaceBlock(order, 1, octets(option(order, 9, octets(resolution)), more, END)), ...plain.map((frame, at) => enhancedPacket(order, 0, units(at), frame)));
const MICRO = 1_700_000_000_000_000n;
const interfaces = (order: Order) =>
  octets(
    section(order),
    interfaceBlock(order, 1, octets(option(order, 2, new TextEncoder().encode('eth0')), END)),
    interfaceBlock(order, 101, octets(option(order, 9, octets(9)), END)),
    ...IPV4.map((packet, at) => (at % 2 === 0 ? enhancedPacket(order, 0, MICRO + BigInt(at), plain[at] ?? packet) : enhancedPacket(order, 1, MICRO * 1000n + BigInt(at), packet))),
  );

/** Files of every kind that a reader may meet. */
const FILES: Readonly<Record<string, Uint8Array>> = {
  'pcap of nanoseconds, little-endian': ns('little'),
  'pcap of nanoseconds, big-endian': ns('big'),
  'pcap of version 2.3': pcap(1, ether(), 'little', { minor: 3 }),
  'pcap whose snap length is 0': pcap(1, ether(), 'little', { snap: 0 }),
  'pcap that says its frame check sequences': octets(pcapHeader('little', 0x2400_0001), ...ether().map((frame) => pcapRecord('little', { ...frame, octets: octets(frame.octets, 1, 2, 3, 4) }))),
  'pcap with a frame of no octets': pcap(1, [...ether().slice(0, 3), { octets: octets(), s: 1_700_000_003 }, ...ether().slice(3)]),
  'pcap whose frames are in reverse': pcap(1, ether().toReversed()),
  'pcap of after 2038': pcap(1, ether().map((frame) => ({ ...frame, s: 0x9000_0000 }))),
  'pcapng, little-endian': interfaces('little'),
  'pcapng, big-endian': interfaces('big'),
  'pcapng of both byte orders': octets(interfaces('big'), interfaces('little')),
  'pcapng of nanoseconds': stamped('little', [9], (at) => MICRO * 1000n + BigInt(at)),
  'pcapng of seconds': stamped('little', [0], (at) => 1_700_000_000n + BigInt(at)),
  'pcapng of parts of 2': stamped('big', [0x80 | 20], (at) => (1_700_000_000n << 20n) + BigInt(at)),
  'pcapng of milliseconds with an offset': stamped('little', [3], (at) => BigInt(at), option('little', 14, octets(u32('little', 1_700_000_000, 0)))),
  'pcapng with blocks of every kind': octets(
    block('little', 0x0a0d0d0a, octets(u32('little', 0x1a2b3c4d), u16('little', 1, 0), u32('little', 0xffffffff, 0xffffffff), option('little', 4, new TextEncoder().encode('a program')), END)),
    interfaceBlock('little', 1),
    block('little', 4, octets(u16('little', 1, 8), hex('0a090001 61006200'), END)),
    block('little', 10, octets(u32('little', 0x544c534b, 4), hex('41424344'))),
    enhancedPacket('little', 0, MICRO, plain[0] ?? octets(), octets(option('little', 2, hex('00000001')), option('little', 1, new TextEncoder().encode('a comment')), END)),
    block('little', 5, octets(u32('little', 0, 0, 0), option('little', 4, octets(u32('little', 0, 0))), END)),
    block('little', 0xbad, octets(u32('little', 0x7ed9), hex('00112233'))),
    block('little', 0x40000bad, octets(u32('little', 0x7ed9), hex('00112233'))),
    obsoletePacket('little', 0, MICRO + 1n, plain[1] ?? octets()),
    block('little', 0x7777, hex('00112233')),
    ...plain.slice(2).map((frame, at) => enhancedPacket('little', 0, MICRO + BigInt(at), frame)),
  ),
  'pcapng of simple packets': octets(section('little'), interfaceBlock('little', 1, octets(), 80), ...plain.map((frame) => simplePacket('little', frame.subarray(0, 80), frame.length))),
  'gzip of several members': octets(gzipSync(pcap(1, ether().slice(0, 4))), gzipSync(octets(...ether().slice(4).map((frame) => pcapRecord('little', frame))))),
  'gzip of pcapng': gzipSync(interfaces('little')),
  'BSD loopback, little-endian': pcap(0, on('02000000')),
  'BSD loopback, big-endian': pcap(0, on('00000002'), 'big'),
  'BSD loopback, IPv6 of macOS': pcap(0, on('1e000000', IPV6)),
  'OpenBSD loopback': pcap(108, on('00000002')),
  'raw IPv6': pcap(229, on('', IPV6)),
  'raw, either': pcap(101, [...on('', IPV4), ...on('', IPV6)]),
  'Linux cooked': pcap(113, on('0004 0001 0006 02000000000a0000 0800')),
  'Linux cooked, IPv6': pcap(113, on('0004 0001 0006 02000000000a0000 86dd', IPV6)),
  'Linux cooked with a VLAN tag': pcap(113, on('0004 0001 0006 02000000000a0000 8100 0064 0800')),
  'Linux cooked, version 2, IPv6': pcap(276, on('86dd 0000 00000002 0001 04 06 02000000000a0000', IPV6)),
  'QinQ of 802.1ad': pcap(1, ether(IPV4, '88a8 0064 8100 00c8 0800')),
  'QinQ of old': pcap(1, ether(IPV4, '9100 0064 8100 00c8 0800')),
  'two VLAN tags of one kind': pcap(1, ether(IPV4, '8100 0064 8100 00c8 0800')),
  'PPP over Ethernet': pcap(1, IPV4.map((packet) => ({ octets: octets(hex(`${ETHERNET} 8864 11 00 0001`), u16('big', packet.length + 2), hex('0021'), packet) }))),
  'PPP': pcap(9, on('ff03 0021')),
  'PPP without address and control': pcap(9, on('0021')),
  'PPP with its protocol in one octet': pcap(9, on('21')),
  'PPP over Ethernet alone': pcap(51, IPV4.map((packet) => ({ octets: octets(hex('11 00 0001'), u16('big', packet.length + 2), hex('0021'), packet) }))),
  'PPP in HDLC framing': pcap(50, on('ff03 0021')),
  'Cisco HDLC': pcap(104, on('0f00 0800')),
  'MPLS': pcap(1, ether(IPV4, '8847 00064 0 40 00065 1 40'.replaceAll(' ', ''))),
  '802.2 SNAP': pcap(1, IPV4.map((packet) => ({ octets: octets(hex(ETHERNET), u16('big', packet.length + 8), hex('aaaa03 000000 0800'), packet) }))),
  'IP in IP': pcap(1, ether(IPV4.map((packet) => ipv4(4, packet)))),
  '6in4': pcap(1, ether(IPV6.map((packet) => ipv4(41, packet)))),
  'GRE': pcap(1, ether(IPV4.map((packet) => ipv4(47, octets(hex('0000 0800'), packet))))),
  'GRE with a key, of Ethernet frames': pcap(1, ether(plain.map((frame) => ipv4(47, octets(hex('2000 6558 00000001'), frame))))),
  'Geneve with an option': pcap(1, ether(plain.map((frame) => ipv4(17, octets(u16('big', 5000, 6081, 24 + frame.length, 0), hex('02 00 6558 000007 00 0102 03 01 00000000'), frame))))),
  'VXLAN': pcap(1, ether(plain.map((frame) => ipv4(17, octets(u16('big', 4000, 4789, 16 + frame.length, 0), hex('0800 0000 000007 00'), frame))))),
  'ICMP about a segment': pcap(1, ether([ipv4(1, octets(hex('0303 0000 00000000'), SYN4.subarray(0, 28))), SYN4])),
  'IPv4 with options': pcap(1, ether(IPV4.map((packet) => octets(0x46, packet.subarray(1, 2), u16('big', packet.length + 4), packet.subarray(4, 10), 0, 0, packet.subarray(12, 20), hex('94040000'), packet.subarray(20))))),
  'IPv4 whose length is 0': pcap(1, ether(IPV4.map((packet) => put(packet, 2, '0000')))),
  'IPv4 in two fragments': pcap(1, ether([SYN4, ...fragments(DATA4, 0, 64), ...IPV4.slice(4)])),
  'IPv4 in three fragments, the header alone in the first': pcap(1, ether([SYN4, ...fragments(DATA4, 0, 24, 80), ...IPV4.slice(4)])),
  'IPv4 in fragments the wrong way round': pcap(1, ether([SYN4, ...fragments(DATA4, 0, 64).toReversed(), ...IPV4.slice(4)])),
  'IPv4 of which a fragment is missing': pcap(1, ether([SYN4, ...fragments(DATA4, 0, 64).slice(0, 1), ...IPV4.slice(4)])),
  'IPv6 in two fragments': pcap(1, ether([SYN6, ...fragments6(DATA6), ...IPV6.slice(4)], '86dd')),
  'IPv6 with hop-by-hop options': pcap(1, ether(IPV6.map((packet) => extended(0, '0600 050200000100', packet)), '86dd')),
  'IPv6 with a routing header': pcap(1, ether(IPV6.map((packet) => extended(43, '0602 04000000000020010db8000000000000000000000001', packet)), '86dd')),
  'IPv6 with a fragment header of one piece': pcap(1, ether(IPV6.map((packet) => extended(44, '0600 0000 00000007', packet)), '86dd')),
  'IPv6 with an authentication header': pcap(1, ether(IPV6.map((packet) => extended(51, '0604 0000 00000001 00000001 000000000000000000000000', packet)), '86dd')),
  'padding and frame check sequences': pcap(1, ether(IPV4.map((packet) => octets(packet, hex('00000000 deadbeef'))))),
  'frames that were cut': pcap(1, ether().map((frame) => ({ ...frame, octets: frame.octets.subarray(0, 60), length: frame.octets.length }))),
  'frames that were cut in the TCP header': pcap(1, ether().map((frame) => ({ ...frame, octets: frame.octets.subarray(0, 50), length: frame.octets.length }))),
  'frames that were cut in the IP header': pcap(1, ether().map((frame) => ({ ...frame, octets: frame.octets.subarray(0, 30), length: frame.octets.length }))),
  'a data offset below 5': pcap(1, ether([put(SYN4, 32, '40'), ...IPV4.slice(1)])),
  'a data offset beyond the segment': pcap(1, ether([put(SYN4, 32, 'f0'), ...IPV4.slice(1)])),
  'a checksum that is wrong': pcap(1, ether([put(SYN4, 36, '1234'), ...IPV4.slice(1)])),
  'ports of 0': pcap(1, ether([put(SYN4, 20, '00000000'), ...IPV4.slice(1)])),
  'an urgent pointer without URG': pcap(1, ether([put(SYN4, 38, '0005'), ...IPV4.slice(1)])),
  'reserved bits': pcap(1, ether([put(SYN4, 32, '6f'), ...IPV4.slice(1)])),
  'an option of an impossible length': pcap(1, ether([put(SYN4, 40, '02000000'), put(SYN4, 40, '020305b4'), put(SYN4, 40, '02ff05b4'), ...IPV4.slice(1)])),
  'options unknown and experimental': pcap(1, ether([put(SYN4, 40, 'fe04f989'), put(SYN4, 40, '1e04 0000'.replace(' ', '')), ...IPV4.slice(1)])),
  'IPv4 shorter than its TCP header': pcap(1, ether([put(SYN4, 2, '0024'), put(SYN4, 2, '0010'), ...IPV4.slice(1)])),
  'IPv4 with an impossible header length': pcap(1, ether([put(SYN4, 0, '44'), put(SYN4, 0, '4f'), ...IPV4.slice(1)])),
};

const BITS = [['fin', FIN], ['syn', SYN], ['reset', RST], ['push', PSH], ['ack', ACK], ['urg', URG], ['ece', ECE], ['cwr', CWR]] as const;

function optionFilters({ mss, wscale, sackPermitted, ts, sack }: Options): readonly string[] {
  return [
    mss === undefined ? '!tcp.options.mss_val' : `tcp.options.mss_val == ${mss}`,
    wscale === undefined ? '!tcp.options.wscale.shift' : `tcp.options.wscale.shift == ${wscale}`,
    sackPermitted === true ? 'tcp.options.sack_perm' : '!tcp.options.sack_perm',
    ts === undefined ? '!tcp.options.timestamp.tsval' : `tcp.options.timestamp.tsval == ${ts.val} && tcp.options.timestamp.tsecr == ${ts.ecr}`,
    ...(sack ?? []).flatMap(({ left, right }) => [`tcp.options.sack_le == ${left}`, `tcp.options.sack_re == ${right}`]),
  ];
}

/** What Wireshark must say of a segment that was read so. */
function segmentFilters({ from, to, segment, faults }: CapturedSegment): readonly string[] {
  const { seq, ack, flags, wnd, up, length, options } = segment;
  const unknown = faults.some(({ type }) => type === 'data offset');
  const cut = faults.some(({ type }) => type === 'cut');
  const version = from.address.includes(':') ? 'ipv6' : 'ip';
  const head = ['tcp && !icmp', `${version}.src == ${from.address} && ${version}.dst == ${to.address}`, `tcp.srcport == ${from.port} && tcp.dstport == ${to.port}`, `tcp.seq_raw == ${seq}`];
  if (unknown) return head;
  const bad = faults.some(({ type }) => type === 'option length');
  return [
    ...head,
    ...BITS.map(([name, bit]) => `tcp.flags.${name} == ${has(flags, bit) ? 1 : 0}`),
    ...(has(flags, ACK) ? [`tcp.ack_raw == ${ack}`] : []),
    `tcp.window_size_value == ${wnd}`,
    `tcp.urgent_pointer == ${up}`,
    `tcp.len == ${length}`,
    ...(bad || cut ? [] : optionFilters(options)),
  ];
}

/** What Wireshark must say of a frame that was read so, as display filters. */
function filters({ frame, decoded }: ReadFrame): readonly string[] {
  const { stamp, length, octets: captured } = frame;
  const time = stamp === null ? [] : [`frame.time_epoch == "${new Date(stamp.s * 1000).toISOString().replace('T', ' ').slice(0, 19)}.${String(stamp.ns).padStart(9, '0')}Z"`];
  return [`frame.len == ${length}`, `frame.cap_len == ${captured.length}`, ...time, ...(decoded.type === 'segment' ? segmentFilters(decoded) : ['(!tcp || icmp)'])];
}

/** Of a TCP header that is not there whole Wireshark shows what is. */
function isToldOtherwise(other: OtherFrame): boolean {
  return 'header' in other && other.header === 'TCP';
}

test.each(Object.entries(FILES))('%s', async (_name, file) => {
  const { all, problem, frames: count } = readWhole(file);
  const found = await judge(file, ({ frames, matching, lines }) => {
    const judged = all.filter(({ decoded }) => decoded.type === 'segment' || !isToldOtherwise(decoded));
    const wanted = judged.map((each) => [`frame.number == ${each.frame.number}`, ...filters(each)]);
    // One question first: nearly always all of it is so.
    const alike = wanted.length === 0 || matching(wanted.map((each) => `(${each.join(' && ')})`).join(' || ')).length === judged.length;
    const parted = alike ? [] : wanted.flatMap(([number = '', ...rest], at) => rest.filter((filter) => matching(`${number} && ${filter}`).length === 0).map((filter) => `${number} ${filter}: ${lines[(judged[at]?.frame.number ?? 0) - 1] ?? 'no frame'}`));
    return { frames, parted };
  });
  expect({ problem, frames: count, parted: [] }).toEqual({ problem: null, ...found });
});
