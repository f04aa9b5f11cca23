import { fill } from './fill.ts';
import type { Sentence, Words } from './sentence.ts';

/** Placeholders whose values are themselves words, and where those words are. */
const KINDS: Readonly<Record<string, string>> = {
  host: 'narration.host',
  peer: 'narration.host',
  from: 'narration.host',
  to: 'narration.host',
  sender: 'narration.name',
  receiver: 'narration.name',
  signal: 'narration.signal',
  timer: 'narration.timer',
};

/** Placeholders that are times, ms. */
const TIMES: readonly string[] = ['at', 'after', 'rto', 'idle', 'userTimeout'];

const UNITS = { min: 60_000, s: 1000, ms: 1 } as const;

function duration(ms: number, words: Words): string {
  const unit = ms >= UNITS.min && ms % UNITS.min === 0 ? 'min' : ms >= UNITS.s ? 's' : 'ms';
  const n = Math.round((ms / UNITS[unit]) * 1000) / 1000;
  return fill(words[`narration.duration.${unit}`] ?? '{{n}}', { n });
}

function spoken(name: string, value: string | number, words: Words): string | number {
  const kind = KINDS[name];
  if (kind !== undefined) return words[`${kind}.${String(value).replace(/[^A-Za-z0-9]+/g, '-')}`] ?? value;
  if (typeof value === 'number' && TIMES.includes(name)) return duration(value, words);
  return value;
}

/** The sentence in the language of `words`, before it the connection that it speaks of where it names one: `client`, `server`, signals, timers and times (ms) translated, each sentence begun with a capital; a missing key gives the key itself. */
export function say({ key, params }: Sentence, words: Words): string {
  const template = words[key];
  if (template === undefined) return key;
  const told = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, spoken(name, value, words)]));
  const said = fill(template, told).replace(/(?:^|[.!?]\s+)[a-z]/g, (start) => start.toUpperCase());
  const { connection } = params;
  return connection === undefined ? said : fill(words['narration.on-connection'] ?? '{{said}}', { connection, said });
}
