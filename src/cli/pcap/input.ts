import { createReadStream, existsSync, statSync } from 'node:fs';
import { Misuse } from '../command.ts';

/** A capture file that a command was given; it can be read several times. */
export interface Input {
  /** How it is called in what is told about it. */
  readonly name: string;
  /** Its octets from `from` on, chunk by chunk. */
  readonly chunks: (from: number) => AsyncIterable<Uint8Array>;
}

/** Octets of a file that are read at once. */
const CHUNK = 0x4_0000;

async function* fileChunks(file: string, from: number): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(file, { start: from, highWaterMark: CHUNK })) yield chunk as Buffer;
  } catch (error) {
    throw new Misuse(`${file} cannot be read: ${error instanceof Error ? error.message : ''}`);
  }
}

/** What comes on the standard input is kept, since it comes only once. */
async function standardInput(): Promise<Input> {
  const kept: Uint8Array[] = [];
  for await (const chunk of process.stdin) kept.push(chunk as Buffer);
  const whole = Buffer.concat(kept);
  return {
    name: 'stdin',
    // eslint-disable-next-line @typescript-eslint/require-await
    async *chunks(from) {
      yield whole.subarray(from);
    },
  };
}

/** The capture that `given` names: `-` the standard input, else a file. */
export async function inputOf(given: string): Promise<Input> {
  if (given === '-') return standardInput();
  if (!existsSync(given)) throw new Misuse(`There is no file “${given}”.`);
  if (statSync(given).isDirectory()) throw new Misuse(`“${given}” is a folder.`);
  return { name: given, chunks: (from) => fileChunks(given, from) };
}
