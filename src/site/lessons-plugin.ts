import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'astro';
import { LESSONS, lessonFile } from '../check/course.ts';
import type { Library } from '../check/lesson.ts';
import { scenarioFile, scenarioLibrary } from '../check/library.ts';
import { LANGUAGES, type Language } from '../components/language.ts';
import { askedQuestions } from './embed/asked-questions.ts';
import { lessonExercises } from './lesson-exercises.ts';
import { scenarioUses } from './scenario-uses.ts';

/** What is read off the lessons of a language, each as a module `<name>:<language>`. */
const READ: Readonly<Record<string, (language: Language, library: Library) => unknown>> = {
  exercises: lessonExercises,
  'scenario-uses': scenarioUses,
  'asked-questions': askedQuestions,
};

const NAMES = Object.keys(READ).join('|');

/** What is read off the lessons of one language, for pages that show how far a reader has come and for pages beside the lessons: which exercises are in which of them, what they use each scenario for, and the questions of their authors. */
export function lessonsPlugin(): NonNullable<ViteUserConfig['plugins']>[number] {
  const library = scenarioLibrary();
  return {
    name: 'handshake-lab:lessons-read',
    resolveId: { filter: { id: new RegExp(`^(?:${NAMES}):(?:${LANGUAGES.join('|')})$`) }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: new RegExp(`^\0(?:${NAMES}):`) },
      handler(id) {
        const [name = '', last = ''] = id.slice(1).split(':');
        const language = LANGUAGES.find((one) => one === last) ?? 'en';
        for (const slug of LESSONS) this.addWatchFile(fileURLToPath(lessonFile(language, slug)));
        for (const scenario of library.names) this.addWatchFile(scenarioFile(scenario));
        return `export default ${JSON.stringify(READ[name]?.(language, library))}`;
      },
    },
  };
}
