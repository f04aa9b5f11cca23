import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Told } from './protocol.ts';
import { Reading } from './reading.ts';

const octetsOf = (name: string) => readFileSync(join(import.meta.dirname, '..', '..', '..', 'test', 'captures', 'recordings', `${name}.pcap`));

type ToldOf<Type extends Told['type']> = Extract<Told, { readonly type: Type }>;

function reader(octets: Uint8Array<ArrayBuffer>) {
  const all: Told[] = [];
  const reading = new Reading(new Blob([octets]), { tell: (told) => all.push(structuredClone(told)), now: () => all.length * 1000, listen: () => Promise.resolve() });
  const last = <Type extends Told['type']>(type: Type) => all.findLast((told): told is ToldOf<Type> => told.type === type);
  return { reading, last };
}

test.each([
  ['as it is', (octets: Uint8Array) => Uint8Array.from(octets)],
  ['compressed', (octets: Uint8Array) => Uint8Array.from(gzipSync(octets))],
])('a capture %s: its conversations, and each of them with the octets of its headers', async (_how, pack) => {
  const { reading, last } = reader(pack(octetsOf('45-accept-queue-full')));
  await reading.read();
  expect(last('ended')?.ended).toEqual({ isStopped: false, problem: null, dropped: { unanswered: 0, segments: 0 } });
  expect(last('progress')?.progress).toMatchObject({ conversations: 3, others: [] });
  const rows = last('listing')?.listing.rows ?? [];
  expect(rows.map(({ number }) => number)).toEqual([0, 1, 2]);
  for (const row of rows) {
    for (const isRelative of [true, false]) {
      await reading.hear({ type: 'open', number: row.number, isRelative });
      const opened = last('opened');
      expect(opened?.conversation).toEqual(row);
      expect(opened?.isRelative).toBe(isRelative);
      expect(opened?.observed.captured).toHaveLength(row.segments.A + row.segments.B);
      expect(opened?.observed.left).toBe(0);
      expect(opened?.headers.map((header) => (header === null ? null : header.length >= 20))).toEqual(opened?.observed.captured.map(() => true));
      expect(opened?.observed.trace.flights[0]?.segment.seq === 0).toBe(isRelative);
    }
  }
});

test('a conversation that is not there cannot be opened; the list is looked at as it is asked for', async () => {
  const { reading, last } = reader(Uint8Array.from(octetsOf('45-accept-queue-full')));
  await reading.read();
  await reading.hear({ type: 'open', number: 7, isRelative: true });
  expect(last('not opened')).toEqual({ type: 'not opened', number: 7 });
  await reading.hear({ type: 'look', look: { sort: 'number', isDescending: true, find: '', outcome: null, page: 0 } });
  expect(last('listing')?.listing.rows.map(({ number }) => number)).toEqual([2, 1, 0]);
});

test('what was read before it was stopped stays, and being stopped is no fault of the file', async () => {
  const one = octetsOf('13-closed-port');
  const { reading, last } = reader(Uint8Array.from(Buffer.concat([one, ...Array.from({ length: 8000 }, () => one.subarray(24))])));
  const read = reading.read();
  await reading.hear({ type: 'stop' });
  await read;
  expect(last('ended')?.ended).toMatchObject({ isStopped: true, problem: null });
  expect(last('progress')?.progress.octets).toBeLessThan(last('progress')?.progress.size ?? 0);
  expect(last('listing')?.listing.all).toBeGreaterThan(0);
});

test('a file that is cut off, and one that is no capture', async () => {
  const octets = octetsOf('01-normal-close4');
  const cut = reader(Uint8Array.from(octets.subarray(0, octets.length - 7)));
  await cut.reading.read();
  expect(cut.last('ended')?.ended.problem).toMatchObject({ fault: { type: 'file ends', missing: 7 } });
  expect(cut.last('listing')?.listing.all).toBe(1);
  const foreign = reader(Uint8Array.from(new TextEncoder().encode('not a capture at all, but some words\n'.repeat(9))));
  await foreign.reading.read();
  expect(foreign.last('ended')?.ended.problem?.fault).toEqual({ type: 'foreign', file: 'text' });
});

test('a file that the browser does not hand over is told to be unreadable', async () => {
  const all: Told[] = [];
  const file = new Blob([Uint8Array.from(octetsOf('01-normal-close4'))]);
  file.slice = () => {
    throw new Error('NotReadableError');
  };
  await new Reading(file, { tell: (told) => all.push(told), now: () => 0, listen: () => Promise.resolve() }).read();
  expect(all).toEqual([{ type: 'unreadable' }]);
});
