import { happened } from '../narration/happened.ts';
import { outcomesOf } from '../narration/outcome.ts';
import { say } from '../narration/say.ts';
import type { Words } from '../narration/sentence.ts';
import type { HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import type { Changes } from './changes.ts';
import { changesIn, traceOf, type Session } from './stepping.ts';
import { text } from './text.ts';

/** The states of a host's endpoints at the end, with the port that names the connection where there are several. */
function statesOf({ connections }: Trace, host: HostId): string {
  return connections.map(({ end, name }) => (connections.length > 1 ? `${end[host].state} (${String(name)})` : end[host].state)).join(', ');
}

function countOf({ added, removed }: Changes): number {
  return added.length + removed.length;
}

/** What a screen reader says after a deed: where the reader is, unless that has been said, what happened there and which state changed. */
export function announcement(session: Session, words: Words, isPlaceKnown = false): string {
  const { taken, place: { shown } } = session;
  const trace = traceOf(session);
  if (shown === 'all') {
    if (trace.scenario === taken) return text(words, 'island.said.reset');
    const end = { host: trace.scenario.hosts.A.name, peer: trace.scenario.hosts.B.name, state: statesOf(trace, 'A'), peerState: statesOf(trace, 'B') };
    return text(words, 'island.said.changed', { ...end, count: countOf(changesIn(session)), all: trace.moments.length });
  }
  const moment = trace.moments[shown - 1];
  const place = isPlaceKnown ? [] : [`${text(words, 'island.progress', { shown, all: trace.moments.length, at: moment?.at ?? 0 })}.`];
  if (moment === undefined) return [...place, text(words, 'island.nothing-yet')].join(' ');
  const outcomes = moment.kind === 'endpoint' ? outcomesOf(moment, trace) : [];
  const told = outcomes.filter(({ kind }) => kind === 'state' || kind === 'sent').map(({ sentence }) => say(sentence, words));
  return [...place, say(happened(moment, trace), words), ...told].join(' ');
}
