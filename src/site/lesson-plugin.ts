import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'astro';
import { COMPONENTS } from '../check/components.ts';
import { exerciseAsked } from '../exercise/asked.ts';
import type { Ask } from '../check/ask/asks.ts';
import { contentBelow } from '../check/content.ts';
import { checkLesson, scenariosIn } from '../check/lesson.ts';
import { scenarioFile, scenarioLibrary } from '../check/library.ts';
import { linkedPages } from '../check/links.ts';
import { pageProblems } from '../check/page-problems.ts';
import { isWarning } from '../check/problem.ts';
import { contentError } from './content-error.ts';
import { ROOT } from '../check/course.ts';

type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number];

const DOCS = fileURLToPath(new URL('content/docs/', ROOT));

/** Gives each lesson the imports that its author did not have to write; while its author writes it, checks it before MDX sees it. A build has been through the whole content before. */
export function lessonPlugin(): VitePlugin {
  const library = scenarioLibrary();
  let isWatched = false;
  return {
    name: 'handshake-lab:lessons',
    enforce: 'pre',
    configResolved({ command }) {
      isWatched = command === 'serve';
    },
    transform: {
      filter: { id: /\.mdx$/ },
      async handler(text: string, id: string) {
        if (!id.startsWith(DOCS)) return null;
        if (isWatched) await refuse(this, id);
        const { components, hasControls, asks } = checkLesson(text, id, library);
        // At the end, so that every line keeps its number.
        const imports = components.map((name) => importLine(name, name === 'Simulation' && !hasControls ? 'QuietSimulation' : name)).join('\n');
        return { code: `${withExercises(text, asks)}\n\n${imports}\n${TABLES}\n`, map: null };
      },
    },
  };
}

/** Throws what is wrong with the page of this file. A scenario that it uses and a page that it leads to make it again when they are edited, or made after all. */
async function refuse(context: { readonly addWatchFile: (file: string) => void }, file: string): Promise<void> {
  const content = contentBelow(ROOT);
  const page = content.pages.find((one) => one.file === file);
  if (page === undefined) return;
  for (const linked of linkedPages(page, content)) context.addWatchFile(linked.file);
  if (page.tree !== null) for (const name of scenariosIn(page.tree, page.text)) context.addWatchFile(scenarioFile(name));
  const problems = (await pageProblems(page, content)).filter((problem) => !isWarning(problem));
  if (problems.length > 0) throw contentError(problems);
}

/** The lesson with each question of its author as the exercise that it is; every line keeps its number. */
function withExercises(text: string, asks: readonly Ask[]): string {
  return asks.reduceRight((whole, { asked, scenario, offset, end }) => {
    if (asked === null) return whole;
    const lines = '\n'.repeat(whole.slice(offset, end).split('\n').length - 1);
    const run = scenario === null ? '' : ` scenario=${JSON.stringify(scenario)}`;
    return `${whole.slice(0, offset)}<Ask exercise="${encodeURIComponent(JSON.stringify(exerciseAsked(asked)))}"${run} />${lines}${whole.slice(end)}`;
  }, text);
}

/** Markdown's tables become boxes that scroll by themselves. */
const TABLES = `import HandshakeLabTable from ${componentFile('Table')};\nexport const components = { table: HandshakeLabTable };`;

function componentFile(name: string): string {
  return JSON.stringify(fileURLToPath(new URL(`src/components/${name}.astro`, ROOT)));
}

/** A page whose simulations are all quiet is spared the styles of the others. */
function importLine(name: string, file: string): string {
  return name in COMPONENTS
    ? `import ${name} from ${componentFile(file)};`
    : `import { ${name} } from '@astrojs/starlight/components';`;
}
