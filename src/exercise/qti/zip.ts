import { strToU8, zipSync } from 'fflate';

/** When every file of an archive was made, as far as it says: the same files give the same archive, to the octet. */
const MADE = '1980-01-01T12:00:00';

/** The files, by their paths, as a ZIP archive. */
export function zipped(files: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries([...files].map(([path, text]) => [path, strToU8(text)])), { mtime: MADE });
}
