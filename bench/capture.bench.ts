import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, type Figure } from './figure.ts';
import { CONVERSATION_BOUND } from '../src/capture/conversations.ts';
import { FLOOD, writeLargeCapture, type Written } from './large-capture.ts';

const SIZE = 100_000_000;
const FLOOD_SIZE = 10_000_000;
const ROUNDS = 3;
const CHILD = fileURLToPath(new URL('read-large-capture.ts', import.meta.url));

/** What the process prints that reads. */
interface Reading extends Written {
  readonly ms: number;
  readonly firstList: number | null;
  /** Segments with something wrong on the wire. */
  readonly faulty: number;
  readonly isWhole: boolean;
  /** The most memory that the process had in all, and what reading added to it, MiB. */
  readonly peakMb: number;
  readonly grownMb: number;
}

/** Reads the file in a process without helping threads: what one core does. */
function read(file: string, written: Written): Reading {
  const reading = JSON.parse(execFileSync(process.execPath, ['--single-threaded', CHILD, file], { encoding: 'utf8' })) as Reading;
  const isAll = reading.isWhole && reading.faulty === 0 && reading.frames === written.frames && reading.octets === written.octets && reading.conversations === Math.min(CONVERSATION_BOUND, written.conversations);
  if (!isAll) throw new Error(`That was not the whole capture: ${JSON.stringify({ written, reading })}`);
  return reading;
}

/** A capture of 100 MB, of some thousand conversations, read as the page reads it: every checksum verified, every segment given to its conversation; and a flood of SYNs, of which each makes a conversation and has to forget another. */
export function measure(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'capture-'));
  try {
    const file = join(folder, 'large.pcap');
    const written = writeLargeCapture(file, SIZE);
    const readings = Array.from({ length: ROUNDS }, () => read(file, written));
    const flood = join(folder, 'flood.pcap');
    const flooded = writeLargeCapture(flood, FLOOD_SIZE, FLOOD);
    const floods = Array.from({ length: ROUNDS }, () => read(flood, flooded));
    return Promise.resolve([
      { name: 'capture-first-list-s', value: median(readings.map(({ firstList }) => (firstList ?? NaN) / 1000)), unit: 's' },
      { name: 'capture-read-mb-per-second', value: written.octets / 1000 / median(readings.map(({ ms }) => ms)), unit: 'MB/s' },
      { name: 'capture-flood-mb-per-second', value: flooded.octets / 1000 / median(floods.map(({ ms }) => ms)), unit: 'MB/s' },
      { name: 'capture-read-peak-memory-mb', value: Math.max(...readings.map(({ peakMb }) => peakMb)), unit: 'MB' },
      { name: 'capture-read-grown-memory-mb', value: Math.max(...readings.map(({ grownMb }) => grownMb)), unit: 'MB' },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
