import type { Answer } from './progress.ts';

/** How many answers are kept for each page, the latest: some 2 MB of the 5 that a browser grants. */
export const MOST_ANSWERS = 10_000;

function textOf({ id, kind, topic, at, right, firstTry, misconceptions }: Answer): string {
  return JSON.stringify([id, kind, topic, at, right, firstTry, ...misconceptions]);
}

/** The order of answers: by time, those of one instant by what they say; 0 only for equal ones. */
export function compareAnswers(a: Answer, b: Answer): number {
  if (a.at !== b.at) return a.at - b.at;
  const [one, other] = [textOf(a), textOf(b)];
  return one === other ? 0 : one < other ? -1 : 1;
}

/** All answers of either list, each once, in order, of which the latest are kept; `most` is how many. */
export function joinAnswers(a: readonly Answer[], b: readonly Answer[], most = MOST_ANSWERS): readonly Answer[] {
  const all = [...a, ...b].sort(compareAnswers);
  const once = all.filter((answer, index) => {
    const before = all[index - 1];
    return before === undefined || compareAnswers(before, answer) !== 0;
  });
  return once.slice(-most);
}

/** The answers by the id of their exercise, each list in order. */
export function answersById<A extends Answer>(answers: readonly A[]): ReadonlyMap<string, readonly [A, ...A[]]> {
  const byId = new Map<string, [A, ...A[]]>();
  for (const answer of answers) {
    const known = byId.get(answer.id);
    if (known === undefined) byId.set(answer.id, [answer]);
    else known.push(answer);
  }
  return byId;
}
