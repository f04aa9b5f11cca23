import type { CDPSession, Locator } from 'playwright-core';

const CHANGES = 30;

/** The value that `part` (0…1) of the times do not exceed; infinity where there are none. */
export function percentile(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * part) - 1] ?? Infinity;
}

/** One change: the tap on a segment's button, and the wait for the frame that has the new diagram. Runs in the page. */
async function changed(section: Element, change: number): Promise<void> {
  const picture = section.querySelector('.isl-picture');
  const drawing = () => picture?.querySelector('.isl-drawn svg') ?? null;
  const old = drawing();
  const buttons = section.querySelectorAll<HTMLElement>('.isl-segment .isl-lose');
  buttons[change % Math.min(3, buttons.length)]?.click();
  do {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  } while (picture?.getAttribute('aria-busy') !== 'false' || drawing() === old);
}

/** What each of the changes adds to a meter, in the meter's unit. */
async function measured(island: Locator, meter: () => Promise<number>): Promise<readonly number[]> {
  const values: number[] = [];
  while (values.length < CHANGES) {
    const before = await meter();
    await island.evaluate(changed, values.length);
    values.push((await meter()) - before);
  }
  return values;
}

/** How long each of the changes takes from the click to the frame that has the new diagram, ms by the clock. */
export function changeTimes(island: Locator): Promise<readonly number[]> {
  return measured(island, () => Promise.resolve(performance.now()));
}

/** How much processor time of the page's main thread each of the changes takes, ms: what else the machine does hardly shows in it. */
export async function changeEfforts(island: Locator, devtools: CDPSession): Promise<readonly number[]> {
  await devtools.send('Performance.enable');
  return measured(island, async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? NaN) * 1000;
  });
}
