import { PROFILE_NAMES } from '../src/tcp/profile.ts';
import { walk } from '../test/fuzz/walk.ts';
import type { Figure } from './figure.ts';

/** Segments that arrive in all, a third under each profile. */
const SEGMENTS = 1_000_002;
const SEED = 9293;

/** A million segments of any kind at endpoints in every state: fails at the first exception or broken invariant, and says at which. */
export function measure(): Promise<readonly Figure[]> {
  const began = performance.now();
  let segments = 0;
  for (const profile of PROFILE_NAMES) {
    const walked = walk(profile, SEED, SEGMENTS / PROFILE_NAMES.length);
    if (walked.failure !== null) throw new Error(`Under ${profile}, after ${walked.segments} segments: ${JSON.stringify(walked.failure, null, 2)}`);
    segments += walked.segments;
  }
  return Promise.resolve([
    { name: 'fuzzed-segments', value: segments, unit: '1' },
    { name: 'fuzzed-segments-per-second', value: (segments * 1000) / (performance.now() - began), unit: '1/s' },
  ]);
}
