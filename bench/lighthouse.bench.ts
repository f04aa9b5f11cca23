import { DIST, ensureBuilt } from '../scripts/site-build.ts';
import { serve } from '../scripts/serve.ts';
import { KINDS, startJudge } from '../test/site/lighthouse.ts';
import { median, type Figure } from './figure.ts';

/** The middle one of so many runs counts: what else the machine does can only cost points. */
const RUNS = 3;

/** Lighthouse's score for performance, 0…100, of a page of each kind, as on a slow phone. */
export async function measure(): Promise<readonly Figure[]> {
  await ensureBuilt();
  const site = await serve(DIST, 0);
  const judge = await startJudge();
  try {
    const figures: Figure[] = [];
    for (const [kind, path] of Object.entries(KINDS)) {
      const scores: number[] = [];
      while (scores.length < RUNS) scores.push((await judge.judge(site.url + path, ['performance'])).scores.performance ?? NaN);
      figures.push({ name: `lighthouse-performance-${kind}`, value: median(scores), unit: 'points' });
    }
    return figures;
  } finally {
    await judge.close();
    await site.close();
  }
}
