import type { CDPSession, Locator } from 'playwright-core';

const CHANGES = 30;

/** The value that `part` (0…1) of the times do not exceed; infinity where there are none. */
export function percentile(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * part) - 1] ?? Infinity;
}

/** How long each of the changes takes from the click to the frame that has the new diagram, ms. */
export function changeTimes(island: Locator): Promise<readonly number[]> {
  return island.evaluate(async (section, changes) => {
    const picture = section.querySelector('.isl-picture');
    const drawing = () => picture?.querySelector('.isl-drawn')?.innerHTML ?? null;
    const measured: number[] = [];
    for (let change = 0; change < changes; change += 1) {
      const buttons = section.querySelectorAll<HTMLElement>('.isl-segment .isl-lose');
      const before = drawing();
      const begun = performance.now();
      buttons[change % Math.min(3, buttons.length)]?.click();
      do {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      } while (picture?.getAttribute('aria-busy') !== 'false' || drawing() === before);
      measured.push(performance.now() - begun);
    }
    return measured;
  }, CHANGES);
}

/** The processor time of the page's main thread so far, ms. */
async function threadTime(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? NaN) * 1000;
}

/** How much processor time of the main thread each of the changes takes up to the frame that has the new diagram, ms: what else the machine does hardly shows in it. */
export async function changeEfforts(island: Locator, devtools: CDPSession): Promise<readonly number[]> {
  await devtools.send('Performance.enable');
  const measured: number[] = [];
  while (measured.length < CHANGES) {
    const before = await threadTime(devtools);
    await island.evaluate(async (section, change) => {
      const picture = section.querySelector('.isl-picture');
      const drawing = () => picture?.querySelector('.isl-drawn')?.innerHTML ?? null;
      const old = drawing();
      const buttons = section.querySelectorAll<HTMLElement>('.isl-segment .isl-lose');
      buttons[change % Math.min(3, buttons.length)]?.click();
      do {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      } while (picture?.getAttribute('aria-busy') !== 'false' || drawing() === old);
    }, measured.length);
    measured.push((await threadTime(devtools)) - before);
  }
  return measured;
}
