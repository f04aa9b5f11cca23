import { readFile, readdir, writeFile } from 'node:fs/promises';
import { withPolicy } from './content-security.ts';

/** Puts its content security policy into every page of a built site; returns how many there are. */
export async function securePages(site: URL): Promise<number> {
  const files = await readdir(site, { recursive: true });
  const pages = files.filter((file) => file.endsWith('.html'));
  for (const page of pages) {
    const file = new URL(page.replaceAll('\\', '/'), site);
    await writeFile(file, withPolicy(await readFile(file, 'utf8')));
  }
  return pages.length;
}
