import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fontFiles } from './font-files.ts';
import { projectRoot } from './project-root.ts';

/** Where drawings are kept between builds. */
export interface DrawingCache {
  /** The name of a drawing: the same only for the same text under the same Mermaid, font and code of ours. */
  readonly keyOf: (text: string) => string;
  readonly read: (key: string) => string | null;
  readonly write: (key: string, svg: string) => void;
}

/** The cache in a folder, by default below `node_modules/.cache`. */
export function drawingCache(folder: string = join(projectRoot(), 'node_modules', '.cache', 'handshake-lab', 'diagrams')): DrawingCache {
  const salt = fingerprint();
  mkdirSync(folder, { recursive: true });
  const fileOf = (key: string): string => join(folder, `${key}.svg`);
  return {
    keyOf: (text) => createHash('sha256').update(salt).update(text).digest('hex').slice(0, 32),
    read: (key) => {
      try {
        return readFileSync(fileOf(key), 'utf8');
      } catch {
        return null;
      }
    },
    write: (key, svg) => {
      const half = `${fileOf(key)}.${process.pid}`;
      writeFileSync(half, svg);
      renameSync(half, fileOf(key));
    },
  };
}

/** Everything but the text that decides a drawing, as one hash. */
function fingerprint(): string {
  const root = projectRoot();
  const code = dirname(join(root, 'src/diagram/edge/draw-worker.ts'));
  const files = [
    join(root, 'node_modules/mermaid/package.json'),
    join(root, 'node_modules/jsdom/package.json'),
    ...Object.values(fontFiles(pathToFileURL(join(root, 'package.json')).href)),
    ...readdirSync(code).filter((name) => /^(draw-worker|font-|text-layout|mermaid-)/u.test(name)).sort().map((name) => join(code, name)),
  ];
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}
