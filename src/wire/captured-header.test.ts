import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ACK } from '../tcp/flags.ts';
import { segmentOf } from '../tcp/segment.ts';
import { seq } from '../tcp/seq.ts';
import { capturedHeader } from './captured-header.ts';
import { readCapture } from './file/read-capture.ts';
import { decoder } from './packet/decoder.ts';
import { tcpOctets } from './packet/tcp-octets.ts';
import { bitsOf } from './tcp-header.ts';

const RECORDINGS = join(import.meta.dirname, '..', '..', 'test', 'captures', 'recordings');

describe('the header of each segment of each recording', () => {
  test.each(readdirSync(RECORDINGS))('%s: its fields say what its octets say, and leave nothing out', (name) => {
    const { decode } = decoder();
    for (const frame of readCapture().push(readFileSync(join(RECORDINGS, name)))) {
      const decoded = decode(frame);
      if (decoded.type !== 'segment') continue;
      const octets = tcpOctets(frame);
      const header = octets === null ? null : capturedHeader(decoded.segment, octets);
      expect(header?.fields.map(bitsOf).join('')).toBe([...(octets ?? [])].map((octet) => octet.toString(2).padStart(8, '0')).join(''));
      expect(header?.octets).toBe(octets);
    }
  });
});

const octets = (...options: readonly number[]) => Uint8Array.from([...[0x9c, 0x41, 0x1f, 0x41], ...[0, 0, 3, 0xe8], ...[0, 0, 7, 0xd0], (20 + options.length) << 2, 0x10, 0, 100, 0xab, 0xcd, 0, 0, ...options]);

test('with other numbers than those of the wire the fields have the others, the octets those of the wire', () => {
  const header = capturedHeader(segmentOf({ flags: ACK, seq: seq(1), ack: seq(2) }), octets());
  const value = (id: string) => header?.fields.find((field) => field.option === null && field.id === id)?.value;
  expect([value('source-port'), value('seq'), value('ack-number'), value('checksum'), value('window')]).toEqual([40001, 1, 2, 0xabcd, 100]);
  expect(header?.octets).toEqual(octets());
});

test.each([
  ['a kind without a name', [253, 4, 1, 2]],
  ['a length of 0', [8, 0, 1, 1]],
  ['a length beyond the header', [2, 8, 5, 180]],
])('options with %s are not told apart', (_what, options) => {
  expect(capturedHeader(segmentOf({ flags: ACK }), octets(...options))).toBeNull();
});
