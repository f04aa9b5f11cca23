import { closeSync, openSync, readSync } from 'node:fs';
import { CHUNK, Survey } from '../src/capture/survey.ts';

/** Run by the benchmark in a process of its own, so that its memory is its own: reads the file that is named as the page does, and prints what that took as JSON. */
const [file = ''] = process.argv.slice(2);
const before = process.resourceUsage().maxRSS;
const began = performance.now();
const input = openSync(file, 'r');
const survey = new Survey();
let firstList: number | null = null;
for (;;) {
  const chunk = new Uint8Array(CHUNK);
  const read = readSync(input, chunk);
  if (read === 0) break;
  survey.take(chunk.subarray(0, read));
  if (firstList === null && survey.conversations().length > 0) firstList = performance.now() - began;
}
closeSync(input);
const { frames, octets, problem } = survey.end();
const conversations = survey.conversations();
const ms = performance.now() - began;
const { maxRSS } = process.resourceUsage();
const faulty = conversations.reduce((sum, one) => sum + one.faulty, 0);
process.stdout.write(JSON.stringify({ ms, firstList, frames, octets, conversations: conversations.length, faulty, isWhole: problem === null, peakMb: maxRSS / 1024, grownMb: (maxRSS - before) / 1024 }));
