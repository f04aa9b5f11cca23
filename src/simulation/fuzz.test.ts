import { describe, expect, it } from 'vitest';
import { walk } from '../../test/fuzz/walk.ts';
import { PROFILE_NAMES } from '../tcp/profile.ts';

/** A share of what `npm run bench -- fuzz` does. */
const SEGMENTS = 10_000;

describe('any segment', () => {
  it.each(PROFILE_NAMES)('at an endpoint in any state breaks nothing: %s', (profile) => {
    expect(walk(profile, 1, SEGMENTS)).toEqual({ segments: SEGMENTS, failure: null });
  });
});
