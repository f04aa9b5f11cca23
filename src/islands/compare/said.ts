import type { Difference } from '../../diagram/difference/difference.ts';
import type { End } from '../../diagram/difference/ends.ts';
import { happened } from '../../narration/happened.ts';
import { say } from '../../narration/say.ts';
import { sentence, type Sentence, type Words } from '../../narration/sentence.ts';
import type { Trace } from '../../simulation/trace.ts';

/** A run and what the reader calls it. */
export interface NamedRun {
  readonly trace: Trace;
  readonly name: string;
}

/** How two runs differ, in a few sentences: how far they are the same, what happens next in each, and how the ends differ. */
export function saidDifference({ common, ends, same }: Difference, one: NamedRun, other: NamedRun, words: Words): readonly string[] {
  if (same) return [say(sentence('lab.compare.same', { count: common }), words)];
  const shared = sentence(common === 0 ? 'lab.compare.shared.none' : 'lab.compare.shared', { shown: common, at: one.trace.moments[common - 1]?.at ?? 0 });
  const last = SAID.flatMap((what) => ends.filter((end) => end.what === what).flatMap((end) => endSentences(end, one, other)));
  const settled = ends.every((end) => end.what !== 'state' || end.same) ? [sentence('lab.compare.end.states')] : [];
  return [say(shared, words), ...turning(common, one, other, words), ...[...last, ...settled].map((end) => say(end, words))];
}

/** What the paragraph says of the ends, in this order; the rest is in the table. */
const SAID: readonly End['what'][] = ['time', 'segments', 'state'];

/** What happens next in each run; where both tell the same of the same time, that it comes to something else. */
function turning(common: number, one: NamedRun, other: NamedRun, words: Words): readonly string[] {
  const [mine, theirs] = [one, other].map((run) => next(run, common, words));
  if (mine === undefined || theirs === undefined) return [];
  if (mine.at === null && theirs.at === null) return [];
  if (mine.at !== null && mine.at === theirs.at && mine.told === theirs.told) return [say(sentence('lab.compare.then.both', { at: mine.at, told: mine.told }), words)];
  return [said(mine, 'lab.compare.then', words), said(theirs, 'lab.compare.but', words)];
}

function said({ name, at, told }: Next, key: string, words: Words): string {
  return say(at === null ? sentence('lab.compare.over', { name }) : sentence(key, { name, at, told }), words);
}

/** What happens next in a run of this name; at null where it is over. */
interface Next {
  readonly name: string;
  readonly at: number | null;
  readonly told: string;
}

function next({ trace, name }: NamedRun, common: number, words: Words): Next {
  const moment = trace.moments[common];
  return moment === undefined ? { name, at: null, told: '' } : { name, at: moment.at, told: say(happened(moment, trace), words) };
}

function endSentences(end: End, one: NamedRun, other: NamedRun): readonly Sentence[] {
  const names = { name: other.name, than: one.name };
  switch (end.what) {
    case 'time':
      if (end.same) return [sentence('lab.compare.end.time', { at: end.one })];
      return [sentence(end.other > end.one ? 'lab.compare.end.later' : 'lab.compare.end.sooner', { ...names, after: Math.abs(end.other - end.one) })];
    case 'segments':
      return [end.same ? sentence('lab.compare.end.segments.same', { count: end.one }) : sentence('lab.compare.end.segments', { ...names, count: end.other, instead: end.one })];
    case 'state': {
      if (end.same || end.one === null || end.other === null) return [];
      const params = { host: one.trace.scenario.hosts[end.host].name, ...names, state: end.other, instead: end.one };
      return [sentence('lab.compare.end.state', end.port === null ? params : { ...params, connection: end.port })];
    }
    case 'told':
    case 'received':
    case 'ended':
      return [];
  }
}
