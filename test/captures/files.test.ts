import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { CaptureFault } from '../../src/wire/file/capture-problem.ts';
import { readCapture, type Resumption } from '../../src/wire/file/read-capture.ts';
import { block, END, enhancedPacket, hex, interfaceBlock, obsoletePacket, octets, option, pcap, pcapHeader, pcapRecord, section, simplePacket, u16, u32, type Order } from './build.ts';
import { readWhole, type ReadCapture } from './read-whole.ts';

const FRAMES = [hex('45 01'), hex('45 02 03'), hex('45 02 03 04 05')];
const [ONE, TWO, THREE] = FRAMES as [Uint8Array, Uint8Array, Uint8Array];

const shown = ({ all }: ReadCapture) => all.map(({ frame: { octets: frame, stamp, length, linkType, ...rest } }) => ({ at: rest.interface, linkType, length, stamp, octets: Buffer.from(frame).toString('hex'), ...(rest.comments.length === 0 ? {} : { comments: rest.comments }) }));

describe('pcap', () => {
  const given = [{ octets: ONE, s: 1_700_000_000, fraction: 999_999 }, { octets: TWO, s: 1_600_000_000, fraction: 1, length: 1500 }];

  test.each<[Order, number, number]>([['little', 0xa1b2c3d4, 1000], ['big', 0xa1b2c3d4, 1000], ['little', 0xa1b23c4d, 1], ['big', 0xa1b23c4d, 1]])('%s-endian, %x: frames in the order of the file, though their stamps are not', (order, magic, ns) => {
    const read = readWhole(pcap(1, given, order, { magic }));
    expect(read.problem).toBeNull();
    expect(shown(read)).toEqual([
      { at: 0, linkType: 1, length: 2, stamp: { s: 1_700_000_000, ns: 999_999 * ns }, octets: '4501' },
      { at: 0, linkType: 1, length: 1500, stamp: { s: 1_600_000_000, ns }, octets: '450203' },
    ]);
    expect(read.all.map(({ frame }) => [frame.number, frame.offset])).toEqual([[1, 24], [2, 42]]);
  });

  test('the bits above the link type speak of frame check sequences', () => {
    expect(readWhole(pcap(0x2400_0001, [{ octets: ONE }])).all[0]?.frame.linkType).toBe(1);
  });

  test('a fraction that runs over goes into the seconds', () => {
    expect(readWhole(pcap(1, [{ octets: ONE, s: 5, fraction: 2_500_000 }])).all[0]?.frame.stamp).toEqual({ s: 7, ns: 500_000_000 });
  });

  const broken: readonly [name: string, file: Uint8Array, fault: CaptureFault, frames: number][] = [
    ['a version before 2.3', pcap(1, [], 'little', { minor: 2 }), { type: 'version', major: 2, minor: 2 }, 0],
    ['a record longer than any frame', octets(pcap(1, [{ octets: ONE }]), u32('little', 0, 0, 262_145, 2)), { type: 'record length', length: 262_145 }, 1],
    ['a record longer than any reader holds, though the file says so', octets(pcapHeader('little', 1, { snap: 0xffff_ffff }), u32('little', 0, 0, 0x0100_0001, 2)), { type: 'record length', length: 0x0100_0001 }, 0],
    ['a file header that ends early', pcapHeader('big', 1).slice(0, 20), { type: 'file ends', missing: 4 }, 0],
  ];

  test.each(broken)('%s', (_name, file, fault, frames) => {
    const { problem, frames: read } = readWhole(file);
    expect([problem?.fault, read]).toEqual([fault, frames]);
  });
});

describe.each<Order>(['little', 'big'])('pcapng, %s-endian', (order) => {
  const comment = (...texts: readonly string[]) => octets(...texts.map((text) => option(order, 1, new TextEncoder().encode(text))), END);
  const resolution = (octet: number) => option(order, 9, Uint8Array.of(octet));
  const offset = (seconds: number) => option(order, 14, order === 'little' ? u32(order, seconds >>> 0, seconds < 0 ? 0xffffffff : 0) : u32(order, seconds < 0 ? 0xffffffff : 0, seconds >>> 0));
  const begin = octets(section(order), interfaceBlock(order, 1));

  test('interfaces of several link types, resolutions and offsets', () => {
    const read = readWhole(
      octets(
        section(order),
        interfaceBlock(order, 1, octets(option(order, 2, new TextEncoder().encode('eth0')), resolution(6), END)),
        interfaceBlock(order, 101, octets(resolution(9), offset(-3600), END)),
        interfaceBlock(order, 276, octets(resolution(0x80 | 20), offset(10))),
        enhancedPacket(order, 0, 1_700_000_000_123_456n, ONE),
        enhancedPacket(order, 1, 1_700_000_000_123_456_789n, TWO),
        enhancedPacket(order, 2, (1_700_000_000n << 20n) + (1n << 19n), THREE, octets(), 1500),
      ),
    );
    expect(read.problem).toBeNull();
    expect(shown(read)).toEqual([
      { at: 0, linkType: 1, length: 2, stamp: { s: 1_700_000_000, ns: 123_456_000 }, octets: '4501' },
      { at: 1, linkType: 101, length: 3, stamp: { s: 1_699_996_400, ns: 123_456_789 }, octets: '450203' },
      { at: 2, linkType: 276, length: 1500, stamp: { s: 1_700_000_010, ns: 500_000_000 }, octets: '4502030405' },
    ]);
    expect(read.layout).toMatchObject({ format: 'pcapng', isCompressed: false, sections: [{ interfaces: [{ name: 'eth0' }, { name: '' }, { name: '' }] }] });
  });

  test('blocks that nobody asked for are passed over', () => {
    const others = [4, 5, 10, 0x0bad, 0x40000bad, 0x7fff_ffff, 0].map((type) => block(order, type, hex('00 11 22')));
    const read = readWhole(octets(begin, ...others, enhancedPacket(order, 0, 1n, ONE), ...others, enhancedPacket(order, 0, 2n, TWO), ...others));
    // Those of anybody's own kind have a number among the frames, as in Wireshark.
    expect([read.frames, read.problem]).toEqual([2 + 3 * 2, null]);
    expect(read.all.map(({ frame }) => frame.number)).toEqual([3, 6]);
  });

  test('simple packets have no stamp, and are cut where the interface says', () => {
    const read = readWhole(octets(section(order), interfaceBlock(order, 1, octets(), 3), simplePacket(order, ONE), simplePacket(order, TWO, 1500)));
    expect(shown(read)).toEqual([
      { at: 0, linkType: 1, length: 2, stamp: null, octets: '4501' },
      { at: 0, linkType: 1, length: 1500, stamp: null, octets: '450203' },
    ]);
  });

  test('obsolete packet blocks, and comments, several and in any language', () => {
    const read = readWhole(octets(begin, obsoletePacket(order, 0, 1_000_000n, ONE, comment('old')), enhancedPacket(order, 0, 0n, TWO, comment('첫째', '<b>둘째</b>')), enhancedPacket(order, 0, 0n, ONE, hex('ffff ffff'))));
    expect(read.all.map(({ frame }) => [frame.stamp?.s, frame.comments])).toEqual([[1, ['old']], [0, ['첫째', '<b>둘째</b>']], [0, []]]);
  });

  test('sections of either byte order, each with its own interfaces', () => {
    const other: Order = order === 'little' ? 'big' : 'little';
    const read = readWhole(octets(begin, enhancedPacket(order, 0, 1n, ONE), section(other), interfaceBlock(other, 101), interfaceBlock(other, 113), enhancedPacket(other, 1, 2n, TWO), simplePacket(other, ONE)));
    expect(read.problem).toBeNull();
    expect(shown(read).map(({ at, linkType, octets: frame }) => [at, linkType, frame])).toEqual([[0, 1, '4501'], [2, 113, '450203'], [1, 101, '4501']]);
  });

  const good = enhancedPacket(order, 0, 1n, TWO);
  const changed = (file: Uint8Array, at: number, value: Uint8Array) => {
    const copy = new Uint8Array(file);
    copy.set(value, at < 0 ? file.length + at : at);
    return copy;
  };
  const broken: readonly [name: string, bad: Uint8Array, fault: CaptureFault][] = [
    ['a block whose ends differ', changed(good, -4, u32(order, 40)), { type: 'block ends differ', begin: good.length, end: 40 }],
    ['a block of an odd length', changed(good, 4, u32(order, 37)), { type: 'record length', length: 37 }],
    ['a block shorter than its fields', changed(good, 4, u32(order, 28)), { type: 'record length', length: 28 }],
    ['a block longer than any reader holds', changed(good, 4, u32(order, 0x0100_0004)), { type: 'record length', length: 0x0100_0004 }],
    ['a frame longer than its block', changed(good, 20, u32(order, 5)), { type: 'record length', length: 5 }],
    ['a frame of an interface that is not there', enhancedPacket(order, 1, 1n, ONE), { type: 'interface', interface: 1 }],
    ['a simple packet longer than its block', simplePacket(order, ONE, 9), { type: 'record length', length: 9 }],
    ['a section with another version', section(order, { major: 2 }), { type: 'version', major: 2, minor: 0 }],
    ['a section in no byte order', section(order, { mark: 0x1a2b3c4e }), { type: 'byte order' }],
    ['a simple packet in a section without an interface', octets(section(order), simplePacket(order, ONE)), { type: 'interface', interface: 0 }],
    ['interfaces without end', octets(...Array.from({ length: 4096 }, () => interfaceBlock(order, 1))), { type: 'too many', what: 'interfaces' }],
    ['sections without end', octets(...Array.from({ length: 4096 }, () => section(order))), { type: 'too many', what: 'sections' }],
  ];

  test.each(broken)('%s stops reading, and what was before it is kept', (_name, bad, fault) => {
    const before = octets(begin, good, good);
    const read = readWhole(octets(before, bad, good));
    expect([read.problem?.fault, read.frames, read.problem?.frame]).toEqual([fault, 2, 3]);
    expect(read.problem?.offset).toBeGreaterThanOrEqual(before.length);
  });

  test('wherever the file ends, the frames before it are there, and what is missing is told', () => {
    const parts = [begin, good, block(order, 5, hex('00')), good, enhancedPacket(order, 0, 1n, THREE, comment('last'))];
    const file = octets(...parts);
    const ends = parts.map((_part, place) => parts.slice(0, place + 1).reduce((sum, { length }) => sum + length, 0));
    const wholeAt = new Set([...ends, section(order).length]);
    for (let length = 24; length <= file.length; length += 1) {
      const { frames, problem } = readWhole(file.subarray(0, length), 13);
      expect(frames).toBe([ends[1]!, ends[3]!, ends[4]!].filter((end) => end <= length).length);
      expect(problem?.fault.type).toBe(wholeAt.has(length) ? undefined : 'file ends');
    }
  });
});

describe('gzip', () => {
  const file = pcap(101, Array.from({ length: 3000 }, (_none, place) => ({ octets: u16('big', place, place), s: place })));
  const plain = readWhole(file);

  test.each([1, 1000, 100_000])('in chunks of %i octets', (chunk) => {
    const read = readWhole(gzipSync(file), chunk);
    expect(shown(read)).toEqual(shown(plain));
    expect([read.layout, read.problem, read.octets]).toEqual([{ ...plain.layout, isCompressed: true }, null, file.length]);
  });

  test('of several members', () => {
    const members = octets(gzipSync(file.subarray(0, 1000)), gzipSync(file.subarray(1000, 1001)), gzipSync(file.subarray(1001)));
    expect(shown(readWhole(members, 5))).toEqual(shown(plain));
  });

  test('cut off', () => {
    const read = readWhole(gzipSync(file).subarray(0, 2000));
    expect(read.frames).toBeGreaterThan(100);
    expect(shown(read)).toEqual(shown(plain).slice(0, read.frames));
    expect(read.problem).toMatchObject({ fault: { type: 'file ends' }, frame: read.frames + 1 });
  });

  test('damaged', () => {
    const damaged = new Uint8Array(octets(gzipSync(file.subarray(0, 10_000)), hex('00 11 22 33 44 55 66 77 88 99 aa bb')));
    const read = readWhole(damaged);
    expect([read.problem?.fault, read.frames]).toEqual([{ type: 'compression' }, plain.all.filter(({ frame }) => frame.offset + 20 <= 10_000).length]);
  });

  test('of members without end, of which none has anything in it', () => {
    const empty = gzipSync('');
    const read = readWhole(Buffer.concat([gzipSync(file), ...Array.from({ length: 2000 }, () => empty)]));
    expect([read.problem?.fault, read.frames]).toEqual([{ type: 'compression' }, 3000]);
  });

  test('of what is no capture', () => expect(readWhole(gzipSync('Hello, this is a text.\n'.repeat(50))).problem?.fault).toEqual({ type: 'foreign', file: 'text' }));
});

describe('going on in the middle', () => {
  const frames = Array.from({ length: 40 }, (_none, place) => u16('big', place, 7));
  const sections = (['little', 'big'] as const).flatMap((order, half) => [section(order), interfaceBlock(order, half === 0 ? 1 : 101), ...frames.slice(half * 20, half * 20 + 20).map((frame, place) => enhancedPacket(order, 0, BigInt(place), frame))]);
  const files: readonly [string, Uint8Array][] = [
    ['pcap', pcap(1, frames.map((frame) => ({ octets: frame })), 'big')],
    ['pcapng', octets(...sections)],
  ];

  test.each(files)('%s gives the same from each frame on', (_name, file) => {
    const { all, layout } = readWhole(file);
    for (const { frame } of all) {
      const from: Resumption = { layout: layout!, offset: frame.offset, frame: frame.number };
      const again = (resumption: Resumption, rest: Uint8Array) => [...readCapture(resumption).push(rest)].map((each) => ({ ...each, octets: new Uint8Array(each.octets) }));
      const rest = all.slice(frame.number - 1).map((each) => each.frame);
      expect(again(from, file.subarray(frame.offset))).toEqual(rest);
      expect(again({ ...from, layout: { ...layout!, isCompressed: true } }, gzipSync(file))).toEqual(rest);
    }
  });
});

describe('other files', () => {
  const cases: readonly [file: string, octets: Uint8Array][] = [
    ['empty', octets()],
    ['text', new TextEncoder().encode('x')],
    ['text', new TextEncoder().encode('{"a": "세그먼트"}\r\n\tand more than enough of it')],
    ['zip', hex(`504b0304 ${'00'.repeat(40)}`)],
    ['zstd', hex(`28b52ffd ${'00'.repeat(40)}`)],
    ['lz4', hex(`04224d18 ${'00'.repeat(40)}`)],
    ['xz', hex(`fd377a585a00 ${'00'.repeat(40)}`)],
    ['bzip2', hex(`425a6839 ${'00'.repeat(40)}`)],
    ['snoop', hex(`736e6f6f70000000 00000002 00000004 ${'00'.repeat(20)}`)],
    ['Network Monitor', hex(`474d4255 ${'00'.repeat(40)}`)],
    ['ERF', hex(`0000000000f15365 02 04 0052 0000 0040 ${'00'.repeat(66)}`)],
    ['modified pcap', pcapHeader('little', 1, { magic: 0xa1b2cd34 })],
    ['unknown', hex('00'.repeat(100))],
    ['unknown', hex('7f454c46 02010100 00')],
    ['unknown', hex('1f 8b')],
  ];

  test.each(cases)('%s', (file, given) => {
    for (const chunk of [1, 1000]) expect(readWhole(given, chunk)).toMatchObject({ layout: null, frames: 0, problem: { fault: { type: 'foreign', file }, offset: 0, frame: 1 } });
  });

  test('what comes when reading has stopped is not looked at', () => {
    const reader = readCapture();
    expect([...reader.push(hex('00'.repeat(600)))]).toEqual([]);
    expect(reader.isStopped()).toBe(true);
    expect([...reader.push(pcapRecord('little', { octets: ONE }))]).toEqual([]);
  });
});
