import { expect, test } from 'vitest';
import { writePcap } from './write-pcap.ts';
import { writePcapng } from './write-pcapng.ts';
import type { WrittenFrame } from './written-frame.ts';

const hex = (octets: Uint8Array) => Buffer.from(octets).toString('hex').replace(/(.{8})(?!$)/gu, '$1 ');
const FRAMES: readonly WrittenFrame[] = [
  { at: 1_659_312_000_000_000, octets: Uint8Array.of(1, 2, 3, 4, 5), way: 'out', comment: '' },
  { at: 1_659_312_001_234_567, octets: Uint8Array.of(6), way: 'in', comment: 'é한' },
];

test('a pcap file: header, then seconds, microseconds and both lengths before each frame', () => {
  expect(hex(writePcap(FRAMES))).toBe(
    ['d4c3b2a1 02000400 00000000 00000000 00000400 01000000', '8017e762 00000000 05000000 05000000 01020304', '058117e7 62479403 00010000 00010000 0006'].join(' '),
  );
});

test('a pcapng file: section, interface, names, then a block for each frame with its way and what is remarked on it', () => {
  const file = writePcapng(FRAMES, { comment: 'why', application: 'Lab', interface: 'client', names: [{ address: Uint8Array.of(192, 0, 2, 1), name: 'client' }, { address: Uint8Array.from({ length: 16 }, () => 7), name: 'a' }] });
  const blocks = [
    '0a0d0d0a 30000000 4d3c2b1a 01000000 ffffffff ffffffff 01000300 77687900 04000300 4c616200 00000000 30000000',
    '01000000 24000000 01000000 00000000 02000600 636c6965 6e740000 00000000 24000000',
    '04000000 38000000 01000b00 c0000201 636c6965 6e740000 02001200 07070707 07070707 07070707 07070707 61000000 00000000 38000000',
    '06000000 34000000 00000000 22e50500 00e054ae 05000000 05000000 01020304 05000000 02000400 02000000 00000000 34000000',
    '06000000 3c000000 00000000 22e50500 87b667ae 01000000 01000000 06000000 01000500 c3a9ed95 9c000000 02000400 01000000 00000000 3c000000',
  ];
  expect(hex(file)).toBe(blocks.join(' '));
});

test('a text that is longer than an option can be is cut where a letter ends', () => {
  const file = writePcapng([], { comment: '한'.repeat(70_000), application: '', interface: 'x', names: [] });
  const length = new DataView(file.buffer).getUint16(26, true);
  expect([length, new TextDecoder('utf-8', { fatal: true }).decode(file.subarray(28, 28 + length))]).toEqual([65_535, '한'.repeat(21_845)]);
});
