import type { ProfileName } from '../tcp/profile.ts';
import { HOST_IDS, type Fault, type Scenario } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { isNearer, type Compared } from './scenario-compared.ts';

/** A scenario that was run. */
export interface Tried extends Compared {
  readonly scenario: Scenario;
  readonly trace: Trace;
  /** How much has to happen that nobody does on purpose. */
  readonly cost: number;
}

const COSTS: Readonly<Record<Fault['type'], number>> = { lose: 1, duplicate: 1.5, delay: 2, reorder: 2, hold: 2, mark: 1 };

/** What it costs to take the hosts for another system than the one whose rules explain them best: more for one that is met seldom. */
const PROFILE_COSTS: Readonly<Record<ProfileName, number>> = { rfc9293: 0.5, linux: 0.5, freebsd: 1.2 };

/** How much has to happen that nobody does on purpose, and how unlikely the hosts are: losses, late and double segments, forged ones most of all. */
export function costOf({ faults, script, profile, hosts }: Scenario, likeliest: ProfileName): number {
  const forged = script.filter(({ action }) => action.type === 'inject').length;
  const delaying = HOST_IDS.filter((host) => hosts[host].delayedAck !== null).length;
  return faults.reduce((sum, { type }) => sum + COSTS[type], 3 * forged + 0.6 * delaying + (profile === likeliest ? 0 : PROFILE_COSTS[profile]));
}

/** Whether it is rather what happened: it goes along for longer, or as long with less. */
export function isBetter(one: Tried, other: Tried): boolean {
  return isNearer(one, other) || (!isNearer(other, one) && one.cost < other.cost);
}
