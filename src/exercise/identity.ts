import type { Scenario } from '../simulation/scenario.ts';
import type { Kind } from './exercise.ts';

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, of]) => `${name}:${canonical(of)}`).join(',')}}`;
}

/** FNV-1a, 32 bits. */
function hash(text: string): string {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return (state >>> 0).toString(36);
}

const FINGERPRINTS = new WeakMap<Scenario, string>();

/** What a scenario runs, in a few letters; worked out once for each. */
function fingerprint(scenario: Scenario): string {
  const known = FINGERPRINTS.get(scenario) ?? hash(canonical({ ...scenario, expect: [] }));
  FINGERPRINTS.set(scenario, known);
  return known;
}

/** The id of an exercise: the same as long as the scenario runs the same, whatever it is called and expects. */
export function identityOf(scenario: Scenario, kind: Kind, seed: number): string {
  return `${kind}-${fingerprint(scenario)}-${String(seed)}`;
}
