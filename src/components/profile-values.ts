import type { Words } from '../diagram/words.ts';
import { SWITCH_UNITS } from '../fidelity/switch-units.ts';
import type { Profile } from '../tcp/profile.ts';
import type { Switch } from './profile-switches.ts';

type Value = Profile[Switch];

function isPlan(value: Value): value is Profile['keepAlive'] {
  return typeof value === 'object' && value !== null && 'probes' in value;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A constant to the millisecond, in the largest unit of which it is a whole number; from two minutes on in minutes. */
function duration(ms: number, words: Words): string {
  if (ms >= HOUR && ms % HOUR === 0) return words('fidelity.hours', { n: ms / HOUR });
  if (ms >= 2 * MINUTE && ms % MINUTE === 0) return words('diagram.time.min', { n: ms / MINUTE });
  return ms < SECOND ? words('diagram.time.ms', { n: ms }) : words('diagram.time.s', { n: ms / SECOND });
}

function number(name: Switch, value: number, words: Words): string {
  const unit = SWITCH_UNITS.get(name);
  if (unit === 'ms') return duration(value, words);
  return unit === 'octets' ? words('fidelity.octets', { n: value }) : String(Math.round(value * 1000) / 1000);
}

/** Whether a value is a formula of a number n, which reads the same in every language. */
export function isFormula(value: string): boolean {
  return /^[\dn+/ ]+$/.test(value);
}

/** The message for a value that is a word or several, such as `in window`. */
export function valueKey(value: string): string {
  return `fidelity.value.${value.replaceAll(' ', '-')}`;
}

/** A value of a switch as a reader sees it. */
export function valueText(name: Switch, value: Value, words: Words): string {
  if (value === null) return words('fidelity.none');
  if (value === false) return words('fidelity.no');
  if (value === true) return words('fidelity.yes');
  if (typeof value === 'number') return number(name, value, words);
  if (typeof value === 'string') return isFormula(value) ? value : words(valueKey(value));
  if (isPlan(value)) return words('fidelity.keep-alive', { idle: duration(value.idle, words), interval: duration(value.interval, words), probes: value.probes });
  return value.join(', ');
}
