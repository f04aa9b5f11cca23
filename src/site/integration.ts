import type { AstroIntegration } from 'astro';
import { bundledLanguages } from 'shiki';
import { CHUNKS } from './chunks.ts';
import { citesPlugin } from './cites-plugin.ts';
import { contentError } from './content-error.ts';
import { courseProblems } from './course-problems.ts';
import { exercisesPlugin } from './exercises-plugin.ts';
import { finishPages } from './finish-pages.ts';
import { shippedFonts } from './fonts.ts';
import { galleryPlugin } from './gallery-plugin.ts';
import { scriptFilesPlugin, type ScriptFile } from './late-sheets.ts';
import { lessonPlugin } from './lesson-plugin.ts';
import { messagesPlugin } from './messages-plugin.ts';
import { SCENARIO_GRAMMAR } from './scenario-grammar.ts';
import { searchPlugin } from './search-plugin.ts';
import { siblingRulesPlugin } from './sibling-rules-plugin.ts';

/** A warning that nobody could act on: of a directive that Astro writes for itself. */
const QUIET = { rolldownOptions: { checks: { moduleLevelDirective: false } } };

/** What makes the course out of a Starlight site: its own routes, the checks of its content, and its security headers. */
export function handshakeLab(): AstroIntegration {
  const scripts = new Map<string, ScriptFile>();
  return {
    name: 'handshake-lab',
    hooks: {
      'astro:config:setup': async ({ injectRoute, updateConfig, addWatchFile, addClientDirective }) => {
        injectRoute({ pattern: '/', entrypoint: './src/site/front-door.astro' });
        addClientDirective({ name: 'touch', entrypoint: './src/site/touch-directive.ts' });
        injectRoute({ pattern: '/404', entrypoint: './src/site/not-found.astro' });
        injectRoute({ pattern: '/[language]/misconceptions.json', entrypoint: './src/site/misconceptions.json.ts' });
        addWatchFile(new URL('../../content/course.json', import.meta.url));
        // Astro's error overlay highlights the file of an error by its ending, and fails at one that it does not know.
        Object.assign(bundledLanguages, { scenario: () => Promise.resolve({ default: [SCENARIO_GRAMMAR] }) });
        updateConfig({ vite: { build: QUIET, environments: CHUNKS, resolve: { alias: { '@fonts': await shippedFonts() } }, plugins: [citesPlugin(), lessonPlugin(), messagesPlugin(), galleryPlugin(), exercisesPlugin(), searchPlugin(), siblingRulesPlugin(), scriptFilesPlugin(scripts)] } });
      },
      'astro:server:start': ({ logger }) => {
        for (const { message, hint } of courseProblems()) logger.warn(`${message} ${hint}`);
      },
      'astro:build:start': () => {
        const problems = courseProblems();
        if (problems.length > 0) throw contentError(problems);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const count = await finishPages(dir, scripts);
        logger.info(`Content security policies for ${count} pages`);
      },
    },
  };
}
