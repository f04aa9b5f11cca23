import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'astro';
import { COMPONENTS } from './check/components.ts';
import { exerciseAsked } from '../exercise/asked.ts';
import type { Ask } from './check/ask/asks.ts';
import { checkLesson } from './check/lesson.ts';
import { scenarioFile, scenarioLibrary } from './check/library.ts';
import { contentError } from './content-error.ts';
import { ROOT } from './course.ts';

type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number];

const DOCS = fileURLToPath(new URL('content/docs/', ROOT));

/** Checks each lesson before MDX sees it, and gives it the imports that its author did not have to write. */
export function lessonPlugin(): VitePlugin {
  const library = scenarioLibrary();
  return {
    name: 'handshake-lab:lessons',
    enforce: 'pre',
    transform: {
      filter: { id: /\.mdx$/ },
      handler(text: string, id: string) {
        if (!id.startsWith(DOCS)) return null;
        const { problems, components, scenarios, hasControls, asks } = checkLesson(text, id, library);
        // A scenario that is edited, or made after all, makes the page again.
        for (const name of scenarios) this.addWatchFile(scenarioFile(name));
        if (problems.length > 0) throw contentError(problems);
        // At the end, so that every line keeps its number.
        const imports = components.map((name) => importLine(name, name === 'Simulation' && !hasControls ? 'QuietSimulation' : name)).join('\n');
        return { code: `${withExercises(text, asks)}\n\n${imports}\n${TABLES}\n`, map: null };
      },
    },
  };
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
