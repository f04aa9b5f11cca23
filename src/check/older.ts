import leven from 'leven';
import { textOf, within } from './anchors.ts';
import type { Content } from './content.ts';
import { problemsIn } from './fault.ts';
import { historyBelow, type Commit, type History } from './history.ts';
import { readText, type Page } from './page.ts';
import { placeAt, type ContentProblem } from './problem.ts';
import { offsetOf, type Tree } from './tree.ts';

/** Pages whose counterpart has moved on: paragraphs of it were written or changed in commits, or just now, that left this page as it was. Warnings, and none without git: no translation is exact, and a rewording may need no other. */
export async function olderProblems({ root, pages }: Pick<Content, 'root' | 'pages'>): Promise<readonly ContentProblem[]> {
  const pairs = pages.flatMap((page) => pages.filter((other) => other.slug === page.slug && other.language !== page.language).map((other) => [page, other] as const));
  const history = pairs.length === 0 ? null : await historyBelow(root);
  if (history === null) return [];
  const told = await Promise.all(pairs.map(([page, other]) => movedOn(page, other, history)));
  return told.flat();
}

/** What of a page has changed since its counterpart was last touched. */
async function movedOn(page: Page, other: Page, history: History): Promise<readonly ContentProblem[]> {
  const [mine, theirs] = [history.last.get(page.path), history.last.get(other.path)];
  // Who is at work on the counterpart is bringing it up to date.
  if (theirs === undefined || history.changed.has(other.path) || page.tree === null) return [];
  const isNewer = history.changed.has(page.path) || (mine !== undefined && mine.after < theirs.after);
  if (!isNewer) return [];
  const before = await history.textIn(theirs, page.path);
  const old = before === null ? null : readText(before).tree;
  if (old === null) return [];
  const known = blocksOf(old);
  const fresh = blocksOf(page.tree).filter(({ words }) => !known.some((block) => isNearly(words, block.words)));
  return fresh.length === 0 ? [] : told(page, other, theirs, fresh);
}

function told(page: Page, other: Page, { day }: Commit, [first, ...rest]: readonly Block[]): readonly ContentProblem[] {
  const lines = rest.map(({ offset }) => placeAt(page.text, offset).line);
  const also = lines.length === 0 ? '' : `, with ${lines.length} more (line ${lines.join(', ')}),`;
  const message = `This paragraph${also} is newer than ${other.path}, which was last changed on ${day}.`;
  const hint = 'Bring that page up to date. If nothing changes there, write the day into its front matter, “compared: 2026-01-31”, and commit it.';
  return problemsIn(page.file, page.text, [{ offset: first?.offset ?? 0, message, hint, severity: 'warning' }]);
}

/** A paragraph, a heading or a cell, by its words. */
interface Block {
  readonly words: string;
  readonly offset: number;
}

function blocksOf(tree: Tree): readonly Block[] {
  return within(tree).flatMap((node) => (['paragraph', 'heading', 'tableRow'].includes(node.type) ? [{ words: textOf(node).replace(/\s+/g, ' ').trim(), offset: offsetOf(node) }] : []));
}

/** So many letters may differ in a text that says the same: a slip of the pen, put right. */
const SLIP = 6;

function isNearly(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.abs(one.length - other.length) > SLIP || digits(one) !== digits(other)) return false;
  return leven(one, other, { maxDistance: SLIP + 1 }) <= SLIP;
}

/** A number that is another is no slip. */
function digits(words: string): string {
  return words.replace(/\D+/g, ' ');
}
