import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'astro';
import { LANGUAGES } from '../components/language.ts';
import { scenarioLibrary } from './check/library.ts';
import { LESSONS, lessonFile } from './course.ts';
import { lessonExercises } from './lesson-exercises.ts';

const REQUEST = /^exercises:(en|ko)$/;

/** Which exercises are in which lesson of one language, as a module `exercises:<language>`, for pages that show how far a reader has come. */
export function exercisesPlugin(): NonNullable<ViteUserConfig['plugins']>[number] {
  const library = scenarioLibrary();
  return {
    name: 'handshake-lab:exercises',
    resolveId: { filter: { id: REQUEST }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0exercises:/ },
      handler(id) {
        const language = LANGUAGES.find((one) => id.endsWith(one)) ?? 'en';
        for (const slug of LESSONS) this.addWatchFile(fileURLToPath(lessonFile(language, slug)));
        return `export default ${JSON.stringify(lessonExercises(language, library))}`;
      },
    },
  };
}
