import { expect, test } from 'vitest';
import { ACK, RST, SYN, type Flags } from '../tcp/flags.ts';
import { segmentOf } from '../tcp/segment.ts';
import { seq } from '../tcp/seq.ts';
import type { CapturedSegment } from '../wire/packet/captured-segment.ts';
import { relativeSegments } from './relative.ts';

const A = { address: '10.0.0.1', port: 40000 };
const B = { address: '10.0.0.2', port: 80 };

function captured(from: typeof A, flags: number, fields: { readonly seq: number; readonly ack?: number; readonly sack?: readonly (readonly [number, number])[] }): CapturedSegment {
  const options = fields.sack === undefined ? {} : { sack: fields.sack.map(([left, right]) => ({ left: seq(left), right: seq(right) })) };
  return { frame: 1, at: 0, from, to: from === A ? B : A, segment: segmentOf({ flags: flags as Flags, seq: seq(fields.seq), ack: seq(fields.ack ?? 0), options }), faults: [] };
}

const numbers = (segments: readonly CapturedSegment[]) => relativeSegments(segments, { ends: { A, B } }).map(({ segment }) => [segment.seq, segment.ack, segment.options.sack?.map(({ left, right }) => [left, right])]);

test('numbers begin at 0 on either side, also over the end of the number space, and in SACK blocks', () => {
  expect(
    numbers([
      captured(A, SYN, { seq: 0xffff_fff0 }),
      captured(B, SYN | ACK, { seq: 700, ack: 0xffff_fff1 }),
      captured(A, ACK, { seq: 0xffff_fff1, ack: 701, sack: [[801, 901]] }),
      captured(B, ACK, { seq: 701, ack: 9 }),
      captured(A, RST, { seq: 9 }),
    ]),
  ).toEqual([
    [0, 0, undefined],
    [0, 1, undefined],
    [1, 1, [[101, 201]]],
    [1, 25, undefined],
    [25, 0, undefined],
  ]);
});

test('without a SYN they begin with the first segment, and where a side sent nothing with what is acknowledged of it', () => {
  expect(numbers([captured(A, ACK, { seq: 5000, ack: 9000 }), captured(A, ACK, { seq: 5010, ack: 9007 })])).toEqual([
    [0, 0, undefined],
    [10, 7, undefined],
  ]);
});
