import { readFileSync } from 'node:fs';
import type { ViteUserConfig } from 'astro';
import { ROOT } from '../check/course.ts';

/** The keys of each part; where two of them fit a key, it is in the part that stands first. */
const PARTS = {
  /** What every island says before its reader has done anything, and what a game says of segments in the words of an exercise. */
  island: /^(?:island|narration)\.|^exercise\.(?:given\.iss|next-segment\.field\.)/,
  /** What an exercise says after that: why an answer is wrong. */
  answers: /^(?:exercise\..*(?:why|meaning|bare-reset)|misconception\.)/,
  /** What an exercise says besides. */
  exercise: /^(?:exercise|attempt)\.|^lesson\.(?:segments|fate|may-be-marked)/,
  /** What a reader hears who is one endpoint. */
  partner: /^partner\./,
  /** The words of a diagram drawn in the page. */
  diagram: /^diagram\./,
  /** What every island may say after that: explanations by rule, with the words of a rule in general, and what is remarkable about a segment. */
  rest: /^(?:rule|fidelity\.general|finding)\./,
  /** What the editor of scenarios says, and what is wrong with a text. */
  editor: /^(?:problem|lab\.editor)\./,
  /** What exercises can be about. */
  topics: /^topic\./,
  /** The page about the reader's progress. */
  progress: /^progress\./,
  /** The page of practice. */
  practice: /^practice\./,
  /** How far a reader has come, in a word, and that it is not kept. */
  marks: /^mark\./,
  /** What the other panels of the Lab say, with the names of the header's fields, which the lessons say too. */
  lab: /^(?:lab|lesson\.header)\./,
  /** The page that reads captures, before there is one. */
  zone: /^zone\./,
  /** What is said of a capture. */
  capture: /^capture\./,
};

const REQUEST = new RegExp(`^messages:(en|ko)/(${Object.keys(PARTS).join('|')})$`);

/** The messages of one language that islands need, as modules `messages:<language>/<part>`: a page fetches only the parts that its islands speak. */
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
        const asked = all.filter(([key]) => partOf(key) === part);
        return `export default JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(asked)))})`;
      },
    },
  };
}

function partOf(key: string): string | undefined {
  return Object.entries(PARTS).find(([, keys]) => keys.test(key))?.[0];
}
