import { readCapture, type CaptureEnd } from '../../src/wire/file/read-capture.ts';
import type { Frame } from '../../src/wire/file/frame.ts';
import type { CapturedSegment } from '../../src/wire/packet/captured-segment.ts';
import type { Decoded } from '../../src/wire/packet/decoded.ts';
import { decoder } from '../../src/wire/packet/decoder.ts';

/** A frame, and what it was decoded to. */
export interface ReadFrame {
  readonly frame: Frame;
  readonly decoded: Decoded;
}

/** A capture read to its end. */
export interface ReadCapture extends CaptureEnd {
  readonly all: readonly ReadFrame[];
}

/** Reads and decodes a whole file, in chunks of so many octets. */
export function readWhole(file: Uint8Array, chunk = file.length): ReadCapture {
  const reader = readCapture();
  const { decode } = decoder();
  const all: ReadFrame[] = [];
  for (let at = 0; at < file.length; at += chunk) {
    for (const frame of reader.push(file.subarray(at, at + chunk))) all.push({ frame: { ...frame, octets: new Uint8Array(frame.octets) }, decoded: decode(frame) });
  }
  return { ...reader.end(), all };
}

/** Only what is a segment. */
export function segmentsIn({ all }: Pick<ReadCapture, 'all'>): readonly CapturedSegment[] {
  return all.flatMap(({ decoded }) => (decoded.type === 'segment' ? [decoded] : []));
}
