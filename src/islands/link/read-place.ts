import { parse } from '../../scenario/parse.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import type { Branch, Place } from './place.ts';
import type { Decoded, LinkProblem } from './problem.ts';

/** How many characters of the notation are read for one session, shared lines written out: more than it will need, and soon read. */
const MOST_TEXT = 500_000;

/** After so many lines that say nothing, the rest is given up: it takes time to find out what each might have meant. */
const MOST_BROKEN = 100;

/** How often what remains of a part is read again. */
const MOST_PASSES = 4;

/** The lines of one part of the text: the author's, where `from` is undefined, or a branch. */
interface Part {
  readonly from: Branch['from'] | undefined;
  readonly lines: readonly string[];
}

const HEAD = /^~ (?:(\d{1,6})@(\d{1,9}) )?(\d{1,6}) (\d{1,6})$/;

/** What the text of `writePlace` says, as far as it can be read; each of its lines is whole. */
export function readPlace(text: string): Decoded {
  const [first, ...rest] = text.split('\n').slice(0, -1);
  if (first === undefined) return { place: null, problems: [] };
  const { parts, problem } = partsOf(rest);
  const { scenarios, problems } = scenariosOf(parts);
  const [author, ...others] = scenarios;
  if (author === undefined) return { place: null, problems };
  const grown = others.map((scenario, index): Branch => ({ scenario, from: parts[index + 1]?.from ?? null }));
  const branches = grown.length === 0 ? [{ scenario: author, from: null }] : grown;
  const view = viewOf(first, branches.length);
  return {
    place: { branches, author, ...(view ?? AT_FIRST) },
    problems: [...problems, ...(scenarios.length < parts.length ? [] : problem), ...(view === null ? [{ code: 'view', params: {} } as const] : [])],
  };
}

/** The parts of the text with the lines that they share written out, up to the first that cannot be. */
function partsOf(lines: readonly string[]): { readonly parts: readonly Part[]; readonly problem: readonly LinkProblem[] } {
  const starts = lines.flatMap((line, at) => (line.startsWith('~') ? [at] : []));
  const parts: Part[] = [{ from: undefined, lines: lines.slice(0, starts[0]) }];
  let size = 0;
  for (const [index, start] of starts.entries()) {
    const part = partOf(lines[start] ?? '', lines.slice(start + 1, starts[index + 1]), parts);
    if (part === null) return { parts, problem: [{ code: 'rest', params: { branch: index + 1 } }] };
    size += part.lines.reduce((sum, line) => sum + line.length + 1, 0);
    if (size > MOST_TEXT) return { parts, problem: [{ code: 'too-large', params: { branches: index } }] };
    parts.push(part);
  }
  return { parts, problem: [] };
}

function partOf(head: string, own: readonly string[], [author, ...branches]: readonly Part[]): Part | null {
  const found = HEAD.exec(head);
  if (found === null) return null;
  const [, branch, shown, first, last] = found;
  const base = (branch === undefined ? author : branches[Number(branch)])?.lines;
  if (base === undefined || Number(first) + Number(last) > base.length) return null;
  const from = branch === undefined ? null : { branch: Number(branch), shown: Number(shown) };
  return { from, lines: [...base.slice(0, Number(first)), ...own, ...base.slice(base.length - Number(last))] };
}

/** The scenario of each part, of the lines that can be read, up to a part that is hopeless. */
function scenariosOf(parts: readonly Part[]): { readonly scenarios: readonly Scenario[]; readonly problems: readonly LinkProblem[] } {
  const scenarios: Scenario[] = [];
  const problems: LinkProblem[] = [];
  for (const [branch, { lines }] of parts.entries()) {
    const { scenario, broken } = scenarioOf(lines);
    if (scenario === null) return { scenarios, problems: [...problems, { code: 'rest', params: { branch } }] };
    scenarios.push(scenario);
    const [line] = broken;
    if (line === undefined) continue;
    const params = { count: broken.length, line: line.slice(0, 60) };
    problems.push(branch === 0 ? { code: 'author', params } : { code: 'lines', params: { branch, ...params } });
  }
  return { scenarios, problems };
}

/** The scenario of the lines that can be read, and the others; null where those are too many. */
function scenarioOf(lines: readonly string[]): { readonly scenario: Scenario | null; readonly broken: readonly string[] } {
  let kept = lines;
  const broken: string[] = [];
  // A line may say something only together with one that says nothing.
  for (let pass = 0; pass < MOST_PASSES && broken.length <= MOST_BROKEN; pass += 1) {
    const { scenario, problems } = parse(kept.join('\n'));
    if (problems.length === 0) return { scenario, broken };
    const wrong = new Set(problems.map(({ where }) => where.line - 1));
    broken.push(...kept.filter((_, index) => wrong.has(index)));
    kept = kept.filter((_, index) => !wrong.has(index));
  }
  return { scenario: null, broken };
}

const AT_FIRST: Omit<Place, 'branches' | 'author'> = { current: 0, shown: 'all', view: 'ladder', selected: null, compare: null };

/** What is on view; null where the line does not say it, or speaks of a branch that is not there. */
function viewOf(line: string, branches: number): Omit<Place, 'branches' | 'author'> | null {
  const found = /^([a-z]{1,20})((?: (?:branch|shown|selected|compare) \d{1,9})*)$/.exec(line);
  if (found === null) return null;
  const said = new Map(Array.from((found[2] ?? '').matchAll(/(\w+) (\d+)/g), ([, name, value]) => [name, Number(value)]));
  const current = said.get('branch') ?? 0;
  const compare = said.get('compare') ?? null;
  if (current >= branches || (compare ?? 0) >= branches) return null;
  return { current, shown: said.get('shown') ?? 'all', view: found[1] ?? '', selected: said.get('selected') ?? null, compare };
}
