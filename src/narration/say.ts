import { fill } from './fill.ts';
import type { Sentence, Words } from './sentence.ts';

/** Placeholders whose values are themselves words, and where those words are. */
const KINDS: Readonly<Record<string, string>> = {
  host: 'narration.host',
  peer: 'narration.host',
  from: 'narration.host',
  to: 'narration.host',
  signal: 'narration.signal',
  timer: 'narration.timer',
};

/** Placeholders that are times, ms. */
const TIMES: readonly string[] = ['at', 'after', 'rto', 'wait'];

function duration(ms: number, words: Words): string {
  const unit = ms >= 60_000 && ms % 60_000 === 0 ? 'min' : ms >= 1000 ? 's' : 'ms';
  const size = { min: 60_000, s: 1000, ms: 1 }[unit];
  const n = Math.round((ms / size) * 1000) / 1000;
  return fill(words[`narration.duration.${unit}`] ?? `{{n}} ${unit}`, { n });
}

function spoken(name: string, value: string | number, words: Words): string | number {
  const kind = KINDS[name];
  if (kind !== undefined) return words[`${kind}.${String(value)}`] ?? value;
  if (typeof value === 'number' && TIMES.includes(name)) return duration(value, words);
  return value;
}

/** The sentence in the language of `words`: `client`, `server`, signals, timers and times (ms) translated, the first letter a capital; a missing key gives the key itself. */
export function say({ key, params }: Sentence, words: Words): string {
  const template = words[key];
  if (template === undefined) return key;
  const told = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, spoken(name, value, words)]));
  const text = fill(template, told);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
