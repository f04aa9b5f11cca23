import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Vitest leaves one core to a reader who edits meanwhile; a run of every test has them all.
const maxWorkers = availableParallelism();

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'test/lint/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
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
          testTimeout: 60_000,
          hookTimeout: 120_000,
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
