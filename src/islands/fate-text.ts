import type { Words } from '../narration/sentence.ts';
import { nameOf } from '../simulation/named.ts';
import type { Flight, Trace } from '../simulation/trace.ts';
import { text } from './text.ts';

/** What is remarkable about a flight: of several connections which, how often it was sent, and that no host sent it. */
export function flightMarks(flight: Flight, trace: Trace, words: Words): readonly string[] {
  const port = nameOf(trace, flight.connection);
  return [
    ...(port === null ? [] : [text(words, 'island.connection', { port })]),
    ...(flight.transmission > 1 ? [text(words, 'island.again', { transmission: flight.transmission })] : []),
    ...(flight.origin === 'sent' ? [] : [text(words, `island.origin.${flight.origin}`)]),
  ];
}

/** What becomes of a flight as far as it is `known`, before it what is remarkable about it; of one that has not left only its connection. */
export function fateText(flight: Flight, known: Flight['fate'] | 'future', trace: Trace, words: Words): string {
  const fate = text(words, `island.fate.${known.replace(' ', '-')}`, { at: flight.arrivesAt ?? flight.sentAt });
  const seen = known === 'future' ? { ...flight, transmission: 1, origin: 'sent' as const } : flight;
  return [...flightMarks(seen, trace, words), fate].join(' · ');
}
