import { segmentText } from '../../narration/segment-text.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import { announcement } from '../announcement.ts';
import { fateAfter } from '../at-moment.ts';
import type { Deed } from '../deed.ts';
import { fateText } from '../fate-text.ts';
import { traceOf, type Session } from '../stepping.ts';
import { text } from '../text.ts';

/** What has just happened: a deed and the session before it, or something that is said as it stands; or only that the reader is here now. */
export type News =
  | { readonly deed: Deed; readonly before: Session; /** Whether the reader has been told the moment already, as by a slider. */ readonly isPlaceKnown: boolean }
  | { readonly message: string }
  | 'here';

/** What a screen reader is told after a deed: what came of it, and never what it did not do. `nameOf` is what a branch is called, by its id. */
export function newsText(news: News, session: Session, nameOf: (branch: number) => string, words: Words): string {
  if (news === 'here') return announcement(session, words);
  if ('message' in news) return news.message;
  const { deed, before, isPlaceKnown } = news;
  if (session === before) return text(words, 'lab.said.idle');
  const here = announcement(session, words, isPlaceKnown);
  const name = nameOf(session.place.current);
  switch (deed.type) {
    case 'undo':
    case 'redo':
      return `${text(words, `lab.said.${deed.type}`)} ${here}`;
    case 'branch':
      return `${text(words, 'lab.said.branch', { name })} ${here}`;
    case 'close':
      return text(words, 'lab.said.closed', { name });
    case 'open':
      return text(words, 'lab.said.opened', { all: traceOf(session).moments.length });
    case 'edit':
      return text(words, 'island.whole', { all: traceOf(session).moments.length });
    default:
      return session.place.branches.length > before.place.branches.length ? `${text(words, 'lab.said.grown', { name })} ${here}` : here;
  }
}

/** What a screen reader is told of a segment that the reader has gone to. */
export function segmentNews(trace: Trace, flight: Flight, shown: number, words: Words): string {
  const { hosts } = trace.scenario;
  return text(words, 'lab.said.segment', { segment: segmentText(flight.segment), from: hosts[flight.from].name, to: hosts[flight.to].name, fate: fateText(flight, fateAfter(trace, flight, shown), trace, words) });
}
