import type { TestProject } from 'vitest/node';
import { serve } from '../../scripts/serve.ts';
import { DIST, ensureBuilt } from '../../scripts/site-build.ts';
import { findChromium } from '../browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built site is served, without a slash at the end. */
    siteUrl: string;
  }
}

/** Once for a project of tests: a Chromium that works, the site as its sources are now, and a server for it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const found = await findChromium();
  process.env['HANDSHAKE_CHROMIUM'] = JSON.stringify(found);
  console.log(`Site: ${await ensureBuilt()}. Browser: ${found.name}.`);
  const site = await serve(DIST, 0);
  project.provide('siteUrl', site.url);
  return () => site.close();
}
