import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { awake, DEVICES, message, openPage } from './island-page.ts';
import type { Language } from './pages.ts';

/** A file that is given to the page. */
export interface Given {
  readonly name: string;
  readonly octets: Uint8Array;
}

const RECORDINGS = join(import.meta.dirname, '..', 'captures', 'recordings');

export function recording(name: string): Given {
  return { name: `${name}.pcap`, octets: readFileSync(join(RECORDINGS, `${name}.pcap`)) };
}

/** The header of a pcap file, and a record of it once more and once more, each time from other ports. */
export function many(count: number): Given {
  const { octets } = recording('13-closed-port');
  const [header, frames] = [octets.subarray(0, 24), octets.subarray(24)];
  const all = new Uint8Array(24 + frames.length * count);
  all.set(header);
  const firstLength = 16 + new DataView(frames.buffer, frames.byteOffset).getUint32(8, true);
  for (let at = 0; at < count; at += 1) {
    const begin = 24 + frames.length * at;
    all.set(frames, begin);
    const view = new DataView(all.buffer, begin);
    // Ethernet is 14 octets, IPv4 20: the client's port comes first in its SYN, and second in the answer.
    view.setUint16(16 + 34, 1024 + at);
    view.setUint16(firstLength + 16 + 36, 1024 + at);
  }
  return { name: 'many.pcap', octets: all };
}

/** The page as a reader finds it, awake; what it says, and its buttons, by their messages. */
export async function openCapturePage(browser: Browser, language: Language = 'en', device: keyof typeof DEVICES = 'desk') {
  const { page, complaints } = await openPage(browser, `/${language}/read-a-capture/`, DEVICES[device]);
  await awake(page.locator('.isl-capture'));
  const say = (key: string) => message(language, key);
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true });
  return { page, complaints, say, button };
}

/** Lets files fall on the page, as a reader does. */
export async function drop(page: Page, ...files: readonly Given[]): Promise<void> {
  const data = await page.evaluateHandle(
    (all) => {
      const transfer = new DataTransfer();
      for (const { name, text } of all) transfer.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], name));
      return transfer;
    },
    files.map(({ name, octets }) => ({ name, text: Buffer.from(octets).toString('base64') })),
  );
  // A busy page may not listen yet.
  await expect.poll(async () => {
    await page.dispatchEvent('main', 'dragenter', { dataTransfer: data });
    return page.locator('.isl-capture[data-over="true"]').count();
  }).toBe(1);
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
}

/** Chooses a file by the field. */
export async function choose(page: Page, { name, octets }: Given): Promise<void> {
  await page.locator('.isl-zone input').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(octets) });
}

/** Waits until the file has been read. */
export const ended = (page: Page) => page.locator('.isl-reading[data-ended="true"]').waitFor();
/** The conversations on view. */
export const rows = (page: Page) => page.locator('.isl-list tbody tr');

/** Opens the first of them. */
export async function openFirst(page: Page): Promise<void> {
  await page.locator('.isl-list-open').first().click();
  await page.locator('.isl-conversation .isl-instrument').waitFor();
}
