import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Vitest leaves one core to a reader who edits meanwhile; a run of every test has them all.
const maxWorkers = availableParallelism();

/** What has not ended by then never will, ms: a guard, and no measure of anything. */
const HANGS = 300_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'test/lint/**/*.test.ts'],
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
          testTimeout: HANGS,
          hookTimeout: HANGS,
          // A browser's test mostly waits for the browser.
          maxWorkers: maxWorkers + 1,
          // On a busy machine a page answers late, which is no fault.
          expect: { poll: { timeout: 15_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
