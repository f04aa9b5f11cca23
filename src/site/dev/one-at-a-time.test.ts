import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

/** A task of which each run ends when the test says so. */
function task() {
  const ends: (() => void)[] = [];
  let begun = 0;
  return {
    run: () => {
      begun += 1;
      return new Promise<void>((resolve) => ends.push(resolve));
    },
    begun: () => begun,
    end: async () => {
      ends.shift()?.();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

test('begins at once where nothing is under way', async () => {
  const { run, begun, end } = task();
  const ask = oneAtATime(run);
  void ask();
  expect(begun()).toBe(1);
  await end();
  void ask();
  expect(begun()).toBe(2);
});

test('is done once more, afterwards, for all that asked meanwhile', async () => {
  const { run, begun, end } = task();
  const ask = oneAtATime(run);
  void ask();
  void ask();
  void ask();
  expect(begun()).toBe(1);
  await end();
  expect(begun()).toBe(2);
  void ask();
  expect(begun()).toBe(2);
  await end();
  expect(begun()).toBe(3);
  await end();
  expect(begun()).toBe(3);
});

test('resolves when the run that saw what was there has ended', async () => {
  const { run, end } = task();
  const ask = oneAtATime(run);
  void ask();
  let isDone = false;
  void ask().then(() => (isDone = true));
  await end();
  expect(isDone).toBe(false);
  await end();
  expect(isDone).toBe(true);
});

test('goes on after a run that failed', async () => {
  let runs = 0;
  const ask = oneAtATime(() => {
    runs += 1;
    return runs === 1 ? Promise.reject(new Error('broken')) : Promise.resolve();
  });
  const first = ask();
  const second = ask();
  await expect(first).rejects.toThrow('broken');
  await expect(second).resolves.toBeUndefined();
  expect(runs).toBe(2);
});
