import { readFileSync } from 'node:fs';
import type { ViteUserConfig } from 'astro';
import { ROOT } from './course.ts';

const REQUEST = /^messages:(en|ko)\/(first|rest)$/;

/** What an island says before its reader has done anything: all but the explanations. */
const FIRST = /^(?:island|narration|exercise)\.(?!.*(?:why|meaning))/;

/** What an island may say after that: explanations by rule, misconceptions, and the words of a diagram drawn in the page. */
const REST = /^(?:exercise|rule|misconception|diagram)\./;

/** The messages of one language that islands need, as modules `messages:<language>/first` and `…/rest`: a page fetches the second when its reader begins. */
export function messagesPlugin(): NonNullable<ViteUserConfig['plugins']>[number] {
  return {
    name: 'handshake-lab:messages',
    resolveId: { filter: { id: REQUEST }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0messages:/ },
      handler(id) {
        const [, language, part] = REQUEST.exec(id.slice(1)) ?? [];
        const file = new URL(`content/i18n/${language ?? ''}.json`, ROOT);
        this.addWatchFile(file.pathname);
        const all = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>);
        const asked = all.filter(([key]) => (part === 'first' ? FIRST.test(key) : REST.test(key) && !FIRST.test(key)));
        return `export default JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(asked)))})`;
      },
    },
  };
}
