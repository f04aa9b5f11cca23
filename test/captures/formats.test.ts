import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ACK, flagNames, has } from '../../src/tcp/flags.ts';
import type { CaptureProblem } from '../../src/wire/file/capture-problem.ts';
import type { CapturedSegment } from '../../src/wire/packet/captured-segment.ts';
import { readWhole, segmentsIn, type ReadCapture, type ReadFrame } from './read-whole.ts';

const FORMATS = new URL('formats/', import.meta.url);

type TcpRow = readonly [frame: number, port: string, ports: string, flags: string, seq: number, ack: number, length: number, size: string, checksum: string];
type OtherRow = readonly [frame: number, port: string, protocol: string, info: string, size: string];

interface Format {
  readonly file: string;
  readonly frames: number;
  readonly tcpFrames: number;
  readonly tsharkDecode: readonly (TcpRow | OtherRow)[];
}

const { files } = JSON.parse(readFileSync(new URL('formats.json', FORMATS), 'utf8')) as { readonly files: readonly Format[] };

/** Two of them are large, and kept compressed. */
const KEPT_COMPRESSED = ['lo-ethernet.pcap', 'veth-offload-client.pcap'];

const octetsOf = (file: string): Uint8Array => (KEPT_COMPRESSED.includes(file) ? gunzipSync(readFileSync(new URL(`${file}.gz`, FORMATS))) : readFileSync(new URL(file, FORMATS)));

/** Numbers as Wireshark shows them: relative to the first that each end sent, or acknowledged, less 1 where that was no SYN. */
function relative(segments: readonly CapturedSegment[]) {
  const first = new Map<string, number>();
  const name = (end: CapturedSegment['from']) => `${end.address}:${end.port}`;
  return segments.map(({ from, to, segment }) => {
    const isSyn = flagNames(segment.flags).includes('SYN');
    if (!first.has(name(from))) first.set(name(from), isSyn ? segment.seq : segment.seq - 1);
    if (has(segment.flags, ACK) && !first.has(name(to))) first.set(name(to), segment.ack - 1);
    return { seq: (segment.seq - first.get(name(from))!) >>> 0, ack: has(segment.flags, ACK) ? (segment.ack - first.get(name(to))!) >>> 0 : 0 };
  });
}

const size = ({ frame }: ReadFrame) => `len=${frame.length} cap=${frame.octets.length}`;

/** What Wireshark says of a checksum. */
function checksum({ faults }: CapturedSegment): string {
  if (faults.some(({ type }) => type === 'cut')) return 'unverified';
  return faults.some(({ type }) => type === 'checksum bad' || type === 'checksum not filled in') ? 'bad' : 'good';
}

/** The rows of a file as Wireshark gives them, from what was read. */
function rows({ all, ...read }: ReadCapture): readonly (readonly (string | number)[])[] {
  const numbers = relative(segmentsIn({ all, ...read }));
  let tcp = -1;
  return all.map((each) => {
    const { frame, decoded } = each;
    if (decoded.type === 'other') return [frame.number, 'if0', decoded.what, size(each)];
    tcp += 1;
    const { from, to, segment } = decoded;
    const { seq = NaN, ack = NaN } = numbers[tcp] ?? {};
    return [frame.number, 'if0', `${from.port}>${to.port}`, [...flagNames(segment.flags)].join(), seq, ack, segment.length, size(each), checksum(decoded)];
  });
}

/** Why a frame that Wireshark gives to another protocol is no segment. */
const OTHER: Readonly<Record<string, string>> = { ARP: 'not IP', UDP: 'not TCP', '802.11': 'link type' };

const asWireshark = ({ tsharkDecode }: Format) =>
  tsharkDecode.map((row) => (row.length === 5 ? [row[0], row[1], OTHER[row[2]], row[4]] : row));

describe.each(files)('$file', (format) => {
  const file = octetsOf(format.file);

  test('gives what Wireshark reads in it', () => {
    const read = readWhole(file);
    expect(rows(read)).toEqual(asWireshark(format));
    expect([read.frames, segmentsIn(read).length]).toEqual([format.frames, format.tcpFrames]);
  });

  test.each([1, 7, 100])('is the same in chunks of %i octets', (chunk) => {
    expect(readWhole(file.subarray(0, 5000), chunk)).toEqual(readWhole(file.subarray(0, 5000)));
  });
});

test('lists no frame twice, and in all some frames of each kind', () => {
  expect(files).toHaveLength(26);
  expect(files.filter(({ tcpFrames }) => tcpFrames > 0)).toHaveLength(21);
});

const problems: Readonly<Record<string, CaptureProblem>> = {
  'truncated-mid-packet.pcap': { fault: { type: 'file ends', missing: 37 }, offset: 789, frame: 10 },
  'truncated-mid-record-header.pcap': { fault: { type: 'file ends', missing: 7 }, offset: 114, frame: 2 },
  'zero-bytes.pcap': { fault: { type: 'foreign', file: 'empty' }, offset: 0, frame: 1 },
  'not-a-capture.pcap': { fault: { type: 'foreign', file: 'text' }, offset: 0, frame: 1 },
};

test.each(files.map(({ file }) => file))('what is wrong with %s', (file) => {
  expect(readWhole(octetsOf(file)).problem).toEqual(problems[file] ?? null);
});

test('comments are kept with their frames', () => {
  const { all } = readWhole(octetsOf('comments.pcapng'));
  expect(all.flatMap(({ frame }) => frame.comments.map((comment) => [frame.number, comment]))).toEqual([[1, 'SYN of the client'], [3, 'handshake done']]);
});

test('a checksum that the network card was to fill in is told from a wrong one', () => {
  const faults = (file: string) => new Set(segmentsIn(readWhole(octetsOf(file))).flatMap((segment) => segment.faults.map(({ type }) => type)));
  for (const file of ['lo-ethernet.pcap', 'any-sll2.pcap', 'veth-offload-client.pcap']) expect(faults(file)).toEqual(new Set(['checksum not filled in']));
  const damaged = new Uint8Array(octetsOf('vlan.pcap'));
  damaged[damaged.length - 1]! ^= 1;
  const [fault] = segmentsIn(readWhole(damaged)).at(-1)?.faults ?? [];
  expect(fault).toEqual({ type: 'checksum bad', found: 10_235, expected: 10_236 });
});

test('of a frame that was cut at 96 octets the length is what the IP header says', () => {
  const cut = segmentsIn(readWhole(octetsOf('snaplen-96.pcap'))).filter(({ faults }) => faults.length > 0);
  expect(cut.map(({ faults }) => faults)).toEqual(cut.map(({ segment }) => [{ type: 'cut', missing: 66 + segment.length - 96 }]));
  expect(cut.map(({ segment }) => segment.length)).toEqual(asWireshark(files.find(({ file }) => file === 'snaplen-96.pcap')!).flatMap((row) => (row.at(-1) === 'unverified' ? [row[6]] : [])));
});
