import { LANGUAGES } from '../components/language.ts';
import type { Content } from './content.ts';
import { partsOf, type Part } from './counterpart-parts.ts';
import { problemsIn, type Fault } from './fault.ts';
import type { Page } from './page.ts';
import { placeAt, type ContentProblem } from './problem.ts';

/** Where the pages of two languages are not the same page: a heading, figure, simulation or exercise that one of them lacks, or has otherwise. */
export function counterpartProblems({ pages }: Pick<Content, 'pages'>): readonly ContentProblem[] {
  const [first, ...others] = LANGUAGES;
  return pages
    .filter(({ language }) => language === first)
    .flatMap((page) => others.flatMap((language) => pages.filter((other) => other.slug === page.slug && other.language === language).flatMap((other) => differences(page, other))));
}

function differences(page: Page, other: Page): readonly ContentProblem[] {
  if (page.tree === null || other.tree === null) return [];
  const [here, there] = [partsOf(page.tree, page.text), partsOf(other.tree, other.text)];
  return aligned(here, there).flatMap(([one, two]): readonly ContentProblem[] => {
    if (two === null) return one === null ? [] : problemsIn(page.file, page.text, [lacking(one, other, there, here)]);
    if (one === null) return problemsIn(other.file, other.text, [lacking(two, page, here, there)]);
    const key = [...new Set([...Object.keys(one.facts), ...Object.keys(two.facts)])].find((name) => one.facts[name] !== two.facts[name]);
    if (key === undefined) return [];
    const { line } = placeAt(page.text, one.offset);
    const written = one.facts[key];
    const hint = `In line ${line} of ${page.path} it is ${written === undefined ? 'left out' : `“${written}”`}. Only words may differ between languages.`;
    return problemsIn(other.file, other.text, [{ offset: two.offset, message: `This ${two.name} has another “${key}” than in “${page.language}”.`, hint }]);
  });
}

/** That a page lacks what its counterpart has; told there, with the line where it would stand. */
function lacking(part: Part, page: Page, parts: readonly Part[], all: readonly Part[]): Fault {
  const words = part.words === '' ? '' : ` “${part.words}”`;
  const at = all.indexOf(part);
  const before = aligned(all, parts).filter(([one, two]) => one !== null && two !== null && all.indexOf(one) < at).at(-1)?.[1] ?? null;
  const place = before === null ? 'at its beginning' : `behind line ${placeAt(page.text, before.offset).line}`;
  return { offset: part.offset, message: `In “${page.language}” this page lacks the ${part.name}${words}.`, hint: `Write it in ${page.path}, ${place}, or take it away here.` };
}

/** The parts of two pages side by side, by the longest sequence that both have; null where one has none for the other. */
function aligned(here: readonly Part[], there: readonly Part[]): readonly (readonly [Part | null, Part | null])[] {
  const same = (one: Part, two: Part) => (one.name !== two.name ? 0 : JSON.stringify(one.facts) === JSON.stringify(two.facts) ? 3 : 2);
  const best = Array.from({ length: here.length + 1 }, () => Array.from({ length: there.length + 1 }, () => 0));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = here.length - 1; i >= 0; i -= 1) {
    for (let j = there.length - 1; j >= 0; j -= 1) {
      const [one, two] = [here[i], there[j]];
      const score = one === undefined || two === undefined ? 0 : same(one, two);
      const row = best[i];
      if (row !== undefined) row[j] = Math.max(at(i + 1, j), at(i, j + 1), score === 0 ? 0 : at(i + 1, j + 1) + score);
    }
  }
  const pairs: (readonly [Part | null, Part | null])[] = [];
  for (let i = 0, j = 0; i < here.length || j < there.length; ) {
    const [one, two] = [here[i], there[j]];
    if (one !== undefined && two !== undefined && same(one, two) > 0 && at(i, j) === at(i + 1, j + 1) + same(one, two)) {
      pairs.push([one, two]);
      i += 1;
      j += 1;
    } else if (one !== undefined && (two === undefined || at(i + 1, j) >= at(i, j + 1))) {
      pairs.push([one, null]);
      i += 1;
    } else {
      pairs.push([null, two ?? null]);
      j += 1;
    }
  }
  return pairs;
}
