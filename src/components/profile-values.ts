import { sayDuration } from '../diagram/duration.ts';
import type { Words } from '../diagram/words.ts';
import { SWITCH_UNITS } from '../fidelity/switch-units.ts';
import type { Profile } from '../tcp/profile.ts';
import type { Switch } from './profile-switches.ts';

type Value = Profile[Switch];

function isPlan(value: Value): value is Profile['keepAlive'] {
  return typeof value === 'object' && value !== null && 'probes' in value;
}

function number(name: Switch, value: number, words: Words): string {
  const unit = SWITCH_UNITS.get(name);
  if (unit === 'ms') return sayDuration(value, words);
  return unit === 'octets' ? words('fidelity.octets', { n: value }) : String(value);
}

/** A value of a switch as a reader sees it. */
export function valueText(name: Switch, value: Value, words: Words): string {
  if (value === null || value === false) return words('fidelity.no');
  if (value === true) return words('fidelity.yes');
  if (typeof value === 'number') return number(name, value, words);
  if (typeof value === 'string') return value;
  if (isPlan(value)) return words('fidelity.keep-alive', { idle: sayDuration(value.idle, words), interval: sayDuration(value.interval, words), probes: value.probes });
  return value.join(', ');
}
