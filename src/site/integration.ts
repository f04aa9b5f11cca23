import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { bundledLanguages } from 'shiki';
import { componentTypes } from '../check/component-types.ts';
import { scenarioLibrary } from '../check/library.ts';
import { CHUNKS } from './chunks.ts';
import { citesPlugin } from './cites-plugin.ts';
import { refuseProblems } from './dev/refuse-problems.ts';
import { tellProblems } from './dev/tell-problems.ts';
import { PROBLEMS_APP } from './dev/told-problem.ts';
import { finishPages } from './finish-pages.ts';
import { shippedFonts } from './fonts.ts';
import { galleryPlugin } from './gallery-plugin.ts';
import { headersFile } from './publishing/headers-file.ts';
import { scriptFilesPlugin, type ScriptFile } from './late-sheets.ts';
import { lessonPlugin } from './lesson-plugin.ts';
import { lessonsPlugin } from './lessons-plugin.ts';
import { messagesPlugin } from './messages-plugin.ts';
import { SCENARIO_GRAMMAR } from './scenario-grammar.ts';
import { searchPlugin } from './search-plugin.ts';
import { siblingRulesPlugin } from './sibling-rules-plugin.ts';

/** A warning that nobody could act on: of a directive that Astro writes for itself. */
const QUIET = { rolldownOptions: { checks: { moduleLevelDirective: false } } };

/** What makes the course out of a Starlight site: its own routes, the checks of its content, and its security headers. */
export function handshakeLab(): AstroIntegration {
  const scripts = new Map<string, ScriptFile>();
  let base = '/';
  return {
    name: 'handshake-lab',
    hooks: {
      'astro:config:setup': async ({ command, injectRoute, updateConfig, addWatchFile, addClientDirective, addDevToolbarApp, logger }) => {
        // Before anything is made of it: Astro would tell one mistake at a time.
        if (command === 'build') await refuseProblems(logger);
        addDevToolbarApp({ id: PROBLEMS_APP, name: 'Content', icon: 'file-search', entrypoint: new URL('./dev/problems-app.ts', import.meta.url) });
        injectRoute({ pattern: '/', entrypoint: './src/site/front-door.astro' });
        addClientDirective({ name: 'touch', entrypoint: './src/site/touch-directive.ts' });
        injectRoute({ pattern: '/404', entrypoint: './src/site/not-found.astro' });
        injectRoute({ pattern: '/[language]/misconceptions.json', entrypoint: './src/site/misconceptions.json.ts' });
        injectRoute({ pattern: '/robots.txt', entrypoint: './src/site/publishing/robots.txt.ts' });
        injectRoute({ pattern: '/captures/[language]/course.pcapng', entrypoint: './src/site/captures/course.pcapng.ts' });
        injectRoute({ pattern: '/scenarios/[name].txt', entrypoint: './src/site/embed/scenario.txt.ts' });
        injectRoute({ pattern: '/[language]/embed/exercise', entrypoint: './src/site/embed/exercise.astro' });
        injectRoute({ pattern: '/[language]/embed/run', entrypoint: './src/site/embed/run.astro' });
        injectRoute({ pattern: '/[language]/embed/ask/[name]', entrypoint: './src/site/embed/asked.astro' });
        injectRoute({ pattern: '/[language]/embed/game/[task]', entrypoint: './src/site/embed/game.astro' });
        injectRoute({ pattern: '/[language]/embed/[scenario]', entrypoint: './src/site/embed/scenario.astro' });
        injectRoute({ pattern: '/[language]/gallery.json', entrypoint: './src/site/gallery.json.ts' });
        addWatchFile(new URL('../../content/course.json', import.meta.url));
        // Astro's error overlay highlights the file of an error by its ending, and fails at one that it does not know.
        Object.assign(bundledLanguages, { scenario: () => Promise.resolve({ default: [SCENARIO_GRAMMAR] }) });
        updateConfig({ vite: { build: QUIET, environments: CHUNKS, resolve: { alias: { '@fonts': await shippedFonts() } }, plugins: [citesPlugin(), lessonPlugin(), messagesPlugin(), galleryPlugin(), lessonsPlugin(), searchPlugin(), siblingRulesPlugin(), scriptFilesPlugin(scripts)] } });
      },
      'astro:config:done': ({ config, injectTypes }) => {
        ({ base } = config);
        const { names: scenarios, terms } = scenarioLibrary();
        injectTypes({ filename: 'components.d.ts', content: componentTypes({ scenarios, terms }) });
      },
      'astro:server:setup': ({ server, toolbar, logger }) => {
        tellProblems(server, toolbar, logger);
      },
      'astro:build:done': async ({ dir, pages, logger }) => {
        const count = await finishPages(dir, scripts);
        await writeFile(new URL('_headers', dir), headersFile(pages.map(({ pathname }) => `/${pathname}`), base));
        logger.info(`Content security policies for ${count} pages`);
      },
    },
  };
}
