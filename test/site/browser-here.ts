import type { Browser } from 'playwright-core';
import { afterAll } from 'vitest';
import { launchBrowser } from '../browser.ts';

let started: Promise<Browser> | null = null;

/** The browser of all test files that this process runs: to start one costs as much as many a test. */
export async function sharedBrowser(): Promise<Browser> {
  if (started !== null && !(await started).isConnected()) started = null;
  started ??= launchBrowser();
  return started;
}

/** The shared browser for a file of tests; what they leave open in it is closed after the last of them. */
export async function browserHere(): Promise<Browser> {
  const browser = await sharedBrowser();
  afterAll(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  return browser;
}
