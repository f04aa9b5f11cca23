import { PROFILE_NAMES } from '../src/tcp/profile.ts';
import { fuzzCaptures } from '../test/fuzz/captures.ts';
import { walk } from '../test/fuzz/walk.ts';
import type { Figure } from './figure.ts';

/** Segments that arrive in all, a third under each profile. */
const SEGMENTS = 1_000_002;
const SEED = 9293;

/** Captures that are damaged and read, each twice. */
const CAPTURES = 100_000;

/** A million segments of any kind at endpoints in every state: fails at the first exception or broken invariant, and says at which. */
function segments(): readonly Figure[] {
  const began = performance.now();
  let count = 0;
  for (const profile of PROFILE_NAMES) {
    const walked = walk(profile, SEED, SEGMENTS / PROFILE_NAMES.length);
    if (walked.failure !== null) throw new Error(`Under ${profile}, after ${walked.segments} segments: ${JSON.stringify(walked.failure, null, 2)}`);
    count += walked.segments;
  }
  return [
    { name: 'fuzzed-segments', value: count, unit: '1' },
    { name: 'fuzzed-segments-per-second', value: (count * 1000) / (performance.now() - began), unit: '1/s' },
  ];
}

/** A hundred thousand captures with octets changed, lost and put in: fails at the first exception or broken bound. */
function captures(): readonly Figure[] {
  const began = performance.now();
  const fuzzed = fuzzCaptures(SEED, CAPTURES);
  if (fuzzed.failure !== null) throw new Error(`After ${fuzzed.captures} captures: ${JSON.stringify(fuzzed.failure, null, 2)}`);
  return [
    { name: 'fuzzed-captures', value: fuzzed.captures, unit: '1' },
    { name: 'fuzzed-captures-per-second', value: (fuzzed.captures * 1000) / (performance.now() - began), unit: '1/s' },
  ];
}

/** What no one means to send, and what no program means to write. */
export function measure(): Promise<readonly Figure[]> {
  return Promise.resolve([...segments(), ...captures()]);
}
