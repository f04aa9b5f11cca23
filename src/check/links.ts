import en from '../../content/i18n/en.json' with { type: 'json' };
import { isLink } from '../islands/link/address.ts';
import { decode } from '../islands/link/link.ts';
import { anchorsOf } from './component-anchors.ts';
import { headingsIn, within } from './anchors.ts';
import type { Content } from './content.ts';
import type { Fault } from './fault.ts';
import { nearest } from './nearest.ts';
import type { Page } from './page.ts';
import { offsetOf } from './tree.ts';
import { allUsesIn } from './uses.ts';

/** A link as a page writes it. */
interface Link {
  readonly href: string;
  readonly offset: number;
  /** Whether it says that it leads into another language. */
  readonly isForeign: boolean;
}

/** Where a link leads in the course. */
interface Target {
  readonly page: Page;
  readonly hash: string;
}

const WORDS: Readonly<Record<string, string>> = en;

/** What is wrong with the links of a page: those that lead nowhere, into the other language, or past the place where the site stands. That an address outside the site exists is not asked. */
export async function linkFaults(page: Page, content: Content): Promise<readonly Fault[]> {
  const found = await Promise.all(linksIn(page).map((link) => faultOf(link, page, content)));
  return found.flatMap((fault) => fault ?? []);
}

/** The pages that links of this page lead to. */
export function linkedPages(page: Page, content: Content): readonly Page[] {
  return linksIn(page).flatMap(({ href }) => targetOf(href, page, content)?.page ?? []);
}

function linksIn({ tree, text, frontMatter }: Page): readonly Link[] {
  const written = tree === null ? [] : within(tree).flatMap((node): readonly Link[] => (node.type === 'link' || node.type === 'definition' ? [{ href: node.url, offset: offsetOf(node), isForeign: false }] : []));
  const elements = (tree === null ? [] : allUsesIn(tree, text)).flatMap(({ props }): readonly Link[] => {
    const href = props.find(({ name }) => name === 'href');
    return typeof href?.value === 'string' ? [{ href: href.value, offset: href.offset, isForeign: props.some(({ name }) => name === 'hreflang' || name === 'hrefLang') }] : [];
  });
  const named = linkPaths(frontMatter.data).map(({ path, href }) => ({ href, offset: frontMatter.offsetOf(path), isForeign: false }));
  return [...named, ...written, ...elements];
}

/** The links that Starlight reads in front matter: the buttons of a first page, and the pages before and behind. */
function linkPaths({ hero, prev, next }: Readonly<Record<string, unknown>>): readonly { readonly path: readonly PropertyKey[]; readonly href: string }[] {
  const linkIn = (value: unknown, path: readonly PropertyKey[]) => (typeof value === 'object' && value !== null && 'link' in value && typeof value.link === 'string' ? [{ path: [...path, 'link'], href: value.link }] : []);
  const actions: unknown = typeof hero === 'object' && hero !== null && 'actions' in hero ? hero.actions : [];
  return [...(Array.isArray(actions) ? actions.flatMap((action, index) => linkIn(action, ['hero', 'actions', index])) : []), ...linkIn(prev, ['prev']), ...linkIn(next, ['next'])];
}

/** So many addresses of a page are listed. */
const MOST = 20;

const ORIGIN = 'https://handshake-lab.invalid';

async function faultOf({ href, offset, isForeign }: Link, page: Page, content: Content): Promise<Fault | null> {
  const fault = (message: string, hint: string): Fault => ({ offset, message, hint });
  if (href.trim() === '' || href === '#') return fault('This link leads nowhere.', 'Write where it leads to, such as ../states/ or #a-heading.');
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(href)) return URL.canParse(href, ORIGIN) ? null : fault(`“${href}” is no address.`, 'Look for a blank or a sign too many in it.');
  if (href.startsWith('/')) {
    const inside = /^\/(?:en|ko)\/(.*)$/.exec(href)?.[1];
    return fault(`The link “${href}” breaks where the site stands in a folder.`, `Say the way from this page: “${inside === undefined ? `..${href}` : wayTo(page, inside)}”.`);
  }
  const target = targetOf(href, page, content);
  if (target === null) return isFile(href, page, content) ? null : fault(`The link “${href}” leads to no page.`, missingHint(href, page, content));
  const { page: there, hash } = target;
  if (there.language !== page.language && !isForeign) return fault(`The link “${href}” leads into another language.`, `Say “${wayTo(page, addressOf(there) + hash)}”; or, if that is meant, write <a href="${href}" hreflang="${there.language}">…</a>.`);
  if (isLink(hash)) {
    const [problem] = (await decode(hash)).problems;
    return problem === undefined ? null : fault('This link to the Lab cannot be read as a whole.', `${WORDS[`lab.link.${problem.code}`] ?? problem.code} Copy it anew in the Lab, with “Share”.`);
  }
  return hash === '' ? null : hashFault(decodeURIComponent(hash.slice(1)), there, content, fault);
}

function targetOf(href: string, page: Page, content: Content): Target | null {
  if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(href) || !URL.canParse(href, ORIGIN)) return null;
  const { pathname, hash } = new URL(href, `${ORIGIN}/${page.language}/${addressOf(page)}`);
  const address = decodeURIComponent(pathname).replace(/^\//, '').replace(/\/$/, '');
  const there = content.pages.find((one) => address === `${one.language}/${addressOf(one)}`.replace(/\/$/, ''));
  return there === undefined ? null : { page: there, hash };
}

/** A page's address behind its language. */
function addressOf({ slug }: Pick<Page, 'slug'>): string {
  return slug === 'index' ? '' : `${slug}/`;
}

/** How a page writes the way to an address of its own language. */
function wayTo(page: Page, address: string): string {
  const up = addressOf(page).split('/').length - 1;
  return `${'../'.repeat(up)}${address}` || './';
}

function isFile(href: string, page: Page, content: Content): boolean {
  const { pathname } = new URL(href, `${ORIGIN}/${page.language}/${addressOf(page)}`);
  return pathname === '/' || content.text(`public${decodeURIComponent(pathname)}`) !== null;
}

function missingHint(href: string, page: Page, content: Content): string {
  const [path = '', hash] = href.split('#');
  const meant = path.replace(/\.mdx?$|\/+$/, '').split('/').at(-1) ?? '';
  const same = content.pages.filter(({ slug }) => path.split('/').includes(slug));
  const [elsewhere] = same;
  if (elsewhere !== undefined && same.every(({ language }) => language !== page.language)) return `Write content/docs/${page.language}/${elsewhere.slug}.mdx: “${elsewhere.language}” has that page, “${page.language}” does not.`;
  const slugs = content.pages.filter(({ language, slug }) => language === page.language && slug !== 'index').map(({ slug }) => slug);
  const written = path.split('/').findLast((part) => slugs.includes(part));
  const longer = meant.length > 2 ? slugs.find((slug) => slug.startsWith(meant)) : undefined;
  return `Did you mean “${wayTo(page, `${written ?? longer ?? nearest(meant, slugs)}/`)}${hash === undefined ? '' : `#${hash}`}”?`;
}

function hashFault(anchor: string, there: Page, content: Content, fault: (message: string, hint: string) => Fault): Fault | null {
  // A page that cannot be read has its own problem.
  if (there.tree === null) return null;
  const anchors = anchorsOf(there, content);
  if (anchors.includes(anchor)) return null;
  const own = anchors.filter((one) => one !== '_top');
  const meant = counterpartOf(anchor, there, content) ?? nearest(anchor, own);
  const all = own.length > MOST ? '' : ` That page has ${own.map((one) => `#${one}`).join(', ')}.`;
  return fault(`There is no “#${anchor}” on the page ${there.language}/${addressOf(there)}.`, own.length === 0 ? 'That page has no headings.' : `Did you mean “#${meant}”?${all}`);
}

/** The heading that stands where the other language has this one. */
function counterpartOf(anchor: string, { slug, language, tree }: Page, { pages }: Content): string | null {
  for (const other of pages) {
    if (other.slug !== slug || other.language === language || other.tree === null || tree === null) continue;
    const at = headingsIn(other.tree).findIndex((heading) => heading.slug === anchor);
    if (at >= 0) return headingsIn(tree)[at]?.slug ?? null;
  }
  return null;
}
