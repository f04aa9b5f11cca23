import type { Words } from '../narration/sentence.ts';
import { nameOf } from '../simulation/named.ts';
import type { Flight, Trace } from '../simulation/trace.ts';
import { text } from './text.ts';

/** What becomes of a flight as far as it is `known`, before it what is remarkable: of several connections which, how often it was sent, and that no host sent it. */
export function fateText(flight: Flight, known: Flight['fate'] | 'future', trace: Trace, words: Words): string {
  const fate = text(words, `island.fate.${known.replace(' ', '-')}`, { at: flight.arrivesAt ?? flight.sentAt });
  const again = flight.transmission > 1 ? [text(words, 'island.again', { transmission: flight.transmission })] : [];
  const port = nameOf(trace, flight.connection);
  const which = port === null ? [] : [text(words, 'island.connection', { port })];
  const origin = flight.origin === 'sent' ? [] : [text(words, `island.origin.${flight.origin}`)];
  return (known === 'future' ? [...which, fate] : [...which, ...again, ...origin, fate]).join(' · ');
}
