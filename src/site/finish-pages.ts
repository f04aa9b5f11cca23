import { readFile, readdir, writeFile } from 'node:fs/promises';
import { withPolicy } from './content-security.ts';
import { withoutLateSheets, type ScriptFiles } from './late-sheets.ts';

/** Takes from every page of a built site the style sheets that it does not need yet, and puts its content security policy into it; returns how many pages there are. */
export async function finishPages(site: URL, scripts: ScriptFiles): Promise<number> {
  const files = await readdir(site, { recursive: true });
  const pages = files.filter((file) => file.endsWith('.html'));
  for (const page of pages) {
    const file = new URL(page.replaceAll('\\', '/'), site);
    await writeFile(file, withPolicy(withoutLateSheets(await readFile(file, 'utf8'), scripts)));
  }
  return pages.length;
}
