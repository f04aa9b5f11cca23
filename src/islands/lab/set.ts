import { EMPTY_SCENARIO, type Fault, type HostId, type HostSetup, type Overrides, type Scenario } from '../../simulation/scenario.ts';

/** The scenario with a host that is made otherwise in these points. */
export function withHost(scenario: Scenario, host: HostId, setup: Partial<HostSetup>): Scenario {
  return { ...scenario, hosts: { ...scenario.hosts, [host]: { ...scenario.hosts[host], ...setup } } };
}

/** The scenario with a host that departs from its profile in one point; undefined: that follows it there. */
export function withOverride<K extends keyof Overrides>(scenario: Scenario, host: HostId, key: K, value: Overrides[K] | undefined): Scenario {
  const { [key]: _, ...others } = scenario.hosts[host].overrides;
  return withHost(scenario, host, { overrides: value === undefined ? others : { ...others, [key]: value } });
}

/** The scenario with a host that chooses its initial sequence numbers by a rule, its list forgotten, since the notation says one or the other; null: by its list. */
export function withIssBy(scenario: Scenario, host: HostId, rule: NonNullable<HostSetup['issBy']> | null): Scenario {
  const { issBy: _, ...setup } = scenario.hosts[host];
  return { ...scenario, hosts: { ...scenario.hosts, [host]: rule === null ? setup : { ...setup, iss: EMPTY_SCENARIO.hosts[host].iss, issBy: rule } } };
}

function isLossFrom(fault: Fault, host: HostId): boolean {
  if (fault.type !== 'lose') return false;
  const { from, pattern, which, on } = fault.selector;
  return from === host && pattern.type === 'segment' && which.type === 'share' && on === undefined;
}

/** How many of a hundred segments of this host the network loses as if by chance, as `lose 2 % of client segment` says; 0: none. */
export function lossOf({ faults }: Scenario, host: HostId): number {
  const fault = faults.find((one) => isLossFrom(one, host));
  return fault?.type === 'lose' && fault.selector.which.type === 'share' ? fault.selector.which.percent : 0;
}

/** The scenario with a network that loses so many of a hundred segments of this host, 0…100; its other faults stay as they are. */
export function withLoss(scenario: Scenario, host: HostId, percent: number): Scenario {
  const fault: Fault = { type: 'lose', selector: { from: host, pattern: { type: 'segment' }, which: { type: 'share', percent } } };
  const at = scenario.faults.findIndex((one) => isLossFrom(one, host));
  const others = scenario.faults.filter((one) => !isLossFrom(one, host));
  if (percent === 0) return { ...scenario, faults: others };
  const place = at === -1 ? others.length : at;
  return { ...scenario, faults: [...others.slice(0, place), fault, ...others.slice(place)] };
}
