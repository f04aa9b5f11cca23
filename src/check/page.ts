import type { Language } from '../components/language.ts';
import type { Fault } from './fault.ts';
import { frontMatterIn, type FrontMatterText } from './front-matter-text.ts';
import { treeOf, type Tree } from './tree.ts';

/** A page of the course in one language, read. */
export interface Page {
  /** The file, as a path of this machine. */
  readonly file: string;
  /** From the root, such as `content/docs/en/states.mdx`. */
  readonly path: string;
  readonly language: Language;
  /** Its address without the language; `index` for the first page. */
  readonly slug: string;
  readonly text: string;
  readonly frontMatter: FrontMatterText;
  /** Null where the text is no MDX. */
  readonly tree: Tree | null;
  /** Why it is none. */
  readonly fault: Fault | null;
}

/** What a page's text says by itself. */
export type ReadText = Pick<Page, 'text' | 'frontMatter' | 'tree' | 'fault'>;

/** Reads the text of a page. */
export function readText(text: string): ReadText {
  const frontMatter = frontMatterIn(text);
  try {
    return { text, frontMatter, tree: treeOf(text), fault: null };
  } catch (error) {
    return { text, frontMatter, tree: null, fault: mdxFault(text, error instanceof Error ? error.message : String(error)) };
  }
}

/** What the parser says, which begins with line and column, in words for an author. */
function mdxFault(text: string, said: string): Fault {
  const [, line = '1', column = '1', what = said] = /^(\d+):(\d+): ([^]*?)(?: \([\w-]+:[\w-]+\))?$/.exec(said) ?? [];
  const offset = text.split('\n').slice(0, Number(line) - 1).reduce((sum, one) => sum + one.length + 1, 0) + Number(column) - 1;
  return { offset, ...worded(what) };
}

function worded(what: string): Pick<Fault, 'message' | 'hint'> {
  const tag = /`<\/?([^>`]*)>`/.exec(what)?.[1] ?? '';
  if (what.startsWith('Unexpected character after `<`')) return { message: 'A component begins here and does not end as one.', hint: 'Look for a quotation mark, a brace or “/>” that is missing. If “<” is meant as a sign, write “\\<”, or put it between backticks.' };
  if (what.startsWith('Expected a closing tag')) return { message: `<${tag}> is not closed.`, hint: `Write </${tag}> on a line of its own where it ends, or “/>” if nothing stands inside.` };
  if (what.includes('expected corresponding closing tag')) {
    const open = /corresponding closing tag for `<([^>`]*)>` \((\d+):/.exec(what);
    return { message: `</${tag}> closes what is not open: <${open?.[1] ?? ''}> of line ${open?.[2] ?? ''} is.`, hint: `Write </${open?.[1] ?? ''}>, or close <${open?.[1] ?? ''}> before.` };
  }
  if (what.startsWith('Unexpected closing tag')) return { message: `</${tag}> closes what was never opened.`, hint: `Write <${tag}> before it, or take it away.` };
  if (what.includes('expected a corresponding closing brace')) return { message: 'What begins with “{” here has no “}”.', hint: 'Close it. If “{” is meant as a sign, write “\\{”, or put it between backticks.' };
  if (what.includes('with oxc')) return { message: `This is no JavaScript: ${what.replace(/^.*?with oxc: /, '')}.`, hint: 'Between braces stands JavaScript. If “{” is meant as a sign, write “\\{”, or put it between backticks.' };
  return { message: `This is not MDX: ${what}.`, hint: 'Look at what stands right before it.' };
}
