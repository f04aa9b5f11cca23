import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LATE } from './test/late.ts';
import { LongestFirst } from './test/longest-first.ts';

// Vitest leaves one core to a reader who edits meanwhile; a run of every test has them all.
const maxWorkers = availableParallelism();

/** What has not ended by then never will, ms: a guard, and no measure of anything. */
const HANGS = 3 * LATE;

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'test/lint/**/*.test.ts', 'test/captures/**/*.test.ts', 'test/wireshark/**/*.test.ts'],
          environment: 'node',
          testTimeout: HANGS,
          // Pure functions leave nothing behind that another file could see: the engine is read in once for all of them.
          isolate: false,
          maxWorkers,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'site',
          include: ['test/site/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/site/setup.ts'],
          // A browser's tests ask pages of their own; what they are made of is read in once for all of them, and so is the browser.
          isolate: false,
          testTimeout: HANGS,
          hookTimeout: HANGS,
          // A browser's test mostly waits for the browser.
          maxWorkers: maxWorkers + 1,
          // On a busy machine a page answers late, which is no fault.
          expect: { poll: { timeout: LATE } },
          // A test that asked too early is asked once more; what is wrong is wrong twice.
          retry: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
