import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'astro';
import type { Language } from '../components/language.ts';
import type { Trace } from '../simulation/trace.ts';
import { ROOT } from '../check/course.ts';
import { scenarioFile, scenarioLibrary } from '../check/library.ts';
import { contentError } from './content-error.ts';
import { GALLERY_FILE, galleryIn, galleryProblems } from '../check/gallery.ts';

const REQUEST = /^gallery:(en|ko)$/;

/** The gallery of one language with all its scenarios as data, as a module `gallery:<language>` that a page fetches when its reader opens the gallery. */
export function galleryPlugin(): NonNullable<ViteUserConfig['plugins']>[number] {
  const library = scenarioLibrary();
  return {
    name: 'handshake-lab:gallery',
    resolveId: { filter: { id: REQUEST }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0gallery:/ },
      handler(id) {
        const file = fileURLToPath(new URL(GALLERY_FILE, ROOT));
        const text = readFileSync(file, 'utf8');
        const { names } = library;
        this.addWatchFile(file);
        for (const name of names) this.addWatchFile(scenarioFile(name));
        const problems = [...galleryProblems(text, file, names), ...names.flatMap((name) => library.scenario(name)?.problems ?? [])];
        if (problems.length > 0) throw contentError(problems);
        const runOf = (name: string): Trace => {
          const trace = library.scenario(name)?.trace ?? null;
          if (trace === null) throw new Error(`The scenario "${name}" has no run`);
          return trace;
        };
        const language = (REQUEST.exec(id.slice(1))?.[1] ?? 'en') as Language;
        return `export default JSON.parse(${JSON.stringify(JSON.stringify(galleryIn(language, text, runOf)))})`;
      },
    },
  };
}
