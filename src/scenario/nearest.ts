import leven from 'leven';

/** The candidates, without repetition, those that `word` was most probably meant to be first: by edit distance without regard to case, else in the order given. */
export function byNearness(word: string, candidates: readonly string[]): readonly string[] {
  const target = word.toLowerCase().slice(0, 60);
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, distance: leven(target, candidate.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ candidate }) => candidate);
}

/** What can be chosen from, as text. */
export function listed(choices: readonly string[]): string {
  return [...new Set(choices)].join(' · ');
}

/** The params of a problem with a word that is none of the choices. */
export function meant(word: string, choices: readonly string[]): Readonly<Record<'word' | 'nearest' | 'choices', string>> {
  const [nearest = '', ...others] = byNearness(word, choices);
  return { word, nearest, choices: listed([nearest, ...others]) };
}
