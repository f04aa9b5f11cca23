import type { Pattern, Selector } from '../simulation/scenario.ts';
import { PSH, type Flags } from '../tcp/flags.ts';
import type { Said } from './assemble.ts';
import { actionOf, checkConnections } from './check-connections.ts';
import { isWord, problemAt, textOf, type Line } from './line.ts';
import type { Problem } from './problem.ts';

const bits = (flags: Flags): number => flags & ~PSH;

function samePattern(a: Pattern, b: Pattern): boolean {
  return a.type === 'flags' && b.type === 'flags' ? bits(a.flags) === bits(b.flags) : a.type === b.type;
}

/** Whether some segment can be meant by both patterns; data rides on any flags. */
function canMeet(a: Pattern, b: Pattern): boolean {
  if ((a.type === 'copy') !== (b.type === 'copy')) return false;
  return a.type !== 'flags' || b.type !== 'flags' || bits(a.flags) === bits(b.flags);
}

function turns({ which }: Selector): readonly [number, number] {
  switch (which.type) {
    case 'nth':
      return [which.n, which.n];
    case 'first':
      return [1, which.n];
    case 'every':
    case 'share':
      return [1, Infinity];
  }
}

/** Whether some segment can be meant by both selectors. */
export function canOverlap(a: Selector, b: Selector): boolean {
  if (a.from !== b.from || !canMeet(a.pattern, b.pattern)) return false;
  if (!samePattern(a.pattern, b.pattern)) return true;
  const [from, to] = turns(a);
  const [start, end] = turns(b);
  return from <= end && start <= to;
}

/** What the line has the wire hold; null where it holds nothing. */
function heldBy(it: Said): Selector | null {
  const { statement } = it;
  if (statement.type === 'fault') return statement.fault.type === 'hold' ? statement.fault.selector : null;
  const action = actionOf(it);
  return action?.type === 'wireHolds' ? action.selector : null;
}

function neverHeld(it: Said, held: readonly Selector[]): readonly Problem[] {
  const { line, statement } = it;
  // What a reader released after a moment may have been held by what has been taken back since.
  if (statement.type !== 'act' || statement.action.type !== 'release') return [];
  const { selector: released } = statement.action;
  if (held.some((selector) => canOverlap(selector, released))) return [];
  const end = line.tokens.length;
  const start = line.tokens.findIndex((_token, at) => isWord(line, at, 'release'));
  return [problemAt(line, start, end, 'never-held', { selector: textOf(line, start + 1, end) })];
}

function nothingBefore(said: readonly Said[]): readonly Problem[] {
  const first = said.find(({ statement }) => statement.type === 'act');
  if (first?.statement.type !== 'act') return [];
  const { type } = first.statement.when;
  if (type !== 'meanwhile' && type !== 'after') return [];
  return [problemAt(first.line, 0, 1, 'nothing-before', { word: type })];
}

function sameNames({ line, statement }: Said): readonly Problem[] {
  if (statement.type !== 'setting' || statement.setting.type !== 'hosts') return [];
  const { left, right } = statement.setting;
  if (left.toLowerCase() !== right.toLowerCase()) return [];
  const at = line.tokens.length - 1;
  return [problemAt(line, at, at + 1, 'same-names', { name: right, nearest: `${right}-2` })];
}

/** What is wrong between the lines of a text; `broken` are the lines that could not be read, whose consequences are not reported again. */
export function check(said: readonly Said[], broken: readonly Line[]): readonly Problem[] {
  const held = said.flatMap((it) => heldBy(it) ?? []);
  const brokenHold = broken.some((line) => isWord(line, 0, 'hold') || line.tokens.some((_token, at) => isWord(line, at, 'holds')));
  const firstAct = said.find(({ statement }) => statement.type === 'act');
  const brokenAct = broken.some((line) => line.number < (firstAct?.line.number ?? 0));
  return [
    ...said.flatMap(sameNames),
    ...(brokenAct ? [] : nothingBefore(said)),
    ...(broken.length > 0 ? [] : checkConnections(said)),
    ...(brokenHold ? [] : said.flatMap((it) => neverHeld(it, held))),
  ];
}
