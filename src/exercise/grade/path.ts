import type { PathField } from '../field.ts';
import { found, MISSING, type Finding } from './verdict.ts';

function commonSteps(way: readonly string[], walked: readonly string[]): number {
  const differs = way.findIndex((state, at) => state !== walked[at]);
  return differs < 0 ? way.length : differs;
}

/** The first step that no right walk takes, or that the walk ends too early; the steps before it are right, by their places from 0. */
export function gradePath({ accepted, mistakes, otherwise, unfinished }: PathField, answer: readonly string[]): Finding {
  if (answer.length === 0) return MISSING;
  const after = Math.max(...accepted.map((way) => commonSteps(way, answer)));
  const rightParts = answer.slice(0, after).map((_state, at) => String(at));
  const wrong = answer[after];
  if (wrong === undefined) return found(accepted.some((way) => way.length === after && commonSteps(way, answer) === after) ? [] : [{ part: null, misconception: null, why: unfinished }], rightParts);
  const known = mistakes.find((mistake) => mistake.after === after && mistake.value === wrong);
  const { misconception, why } = known ?? { misconception: null, why: otherwise[after] ?? [] };
  return found([{ part: String(after), misconception, why }], rightParts);
}
