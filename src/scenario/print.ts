import { EMPTY_SCENARIO, HOST_IDS, type Act, type Fault, type HostId, type Intervention, type Overrides, type Scenario } from '../simulation/scenario.ts';
import type { Names } from './line.ts';
import type { Setting } from './statement.ts';
import { write } from './write.ts';

/** A scenario, or as much of it as is needed to name its hosts. */
type Named = Pick<Scenario, 'hosts'>;

function namesOf({ hosts }: Named): Names {
  return { A: hosts.A.name, B: hosts.B.name };
}

function hostSettings(scenario: Scenario, host: HostId): readonly Setting[] {
  const { iss, issBy, window, mss, fastOpen, sendBuffer, delayedAck, keepAlive, userTimeout, overrides } = scenario.hosts[host];
  const usual = EMPTY_SCENARIO.hosts[host];
  const all: readonly (readonly [boolean, Setting])[] = [
    [iss.join() === usual.iss.join(), { type: 'iss', host, iss }],
    [window === usual.window, { type: 'window', host, window }],
    [mss === usual.mss, { type: 'mss', host, mss }],
  ];
  return [
    ...(issBy === undefined ? [] : [{ type: 'issBy', host, issBy } as const]),
    ...all.flatMap(([isUsual, setting]) => (isUsual ? [] : [setting])),
    ...(delayedAck === null ? [] : [{ type: 'delayedAck', host, delayedAck } as const]),
    ...(fastOpen === 'off' ? [] : [{ type: 'fastOpen', host, fastOpen } as const]),
    ...(sendBuffer === null ? [] : [{ type: 'sendBuffer', host, sendBuffer } as const]),
    ...overrideSettings(overrides, host),
    ...(keepAlive === null ? [] : [{ type: 'keepAlive', host, keepAlive } as const]),
    ...(userTimeout === null ? [] : [{ type: 'userTimeout', host, userTimeout } as const]),
  ];
}

function overrideSettings({ wscale, sack, timestamps, ecn, nagle }: Overrides, host: HostId): readonly Setting[] {
  return [
    ...(wscale === undefined ? [] : [{ type: 'wscale', host, wscale } as const]),
    ...(sack === undefined ? [] : [{ type: 'sack', host, sack } as const]),
    ...(timestamps === undefined ? [] : [{ type: 'timestamps', host, timestamps } as const]),
    ...(ecn === undefined ? [] : [{ type: 'ecn', host, ecn } as const]),
    ...(nagle === undefined ? [] : [{ type: 'nagle', host, nagle } as const]),
  ];
}

function settingsOf(scenario: Scenario): readonly Setting[] {
  const { profile, hosts, delay, established } = scenario;
  const { A, B } = EMPTY_SCENARIO.hosts;
  const all: readonly (readonly [boolean, Setting])[] = [
     
    [profile === EMPTY_SCENARIO.profile, { type: 'profile', profile }],
    [hosts.A.name === A.name && hosts.B.name === B.name, { type: 'hosts', left: hosts.A.name, right: hosts.B.name }],
    [delay === EMPTY_SCENARIO.delay, { type: 'delay', delay }],
  ];
  return [
    ...all.flatMap(([isUsual, setting]) => (isUsual ? [] : [setting])),
    ...HOST_IDS.flatMap((host) => hostSettings(scenario, host)),
    ...(established ? [{ type: 'established' } as const] : []),
  ];
}

/** An act as its line in the notation: `when server is CLOSE-WAIT, server closes`. */
export function printAct(act: Act, scenario: Named): string {
  return write('statement', { type: 'act', ...act }, namesOf(scenario));
}

/** An intervention as its line in the notation: `after moment 7 server aborts`. */
export function printIntervention(intervention: Intervention, scenario: Named): string {
  return write('statement', { type: 'intervention', ...intervention }, namesOf(scenario));
}

/** The line that ends a run: `stop at 10 s`. */
export function printStop(stop: NonNullable<Scenario['stop']>, scenario: Named): string {
  return write('statement', { type: 'stop', stop }, namesOf(scenario));
}

/** What an act does, without saying when: `server closes`. */
export function describeAct(act: Act, scenario: Named): string {
  return write('action', act.action, namesOf(scenario));
}

/** A fault as its line in the notation: `lose 2nd client data`. */
export function printFault(fault: Fault, scenario: Named): string {
  return write('fault', fault, namesOf(scenario));
}

/**
 * A scenario in the notation: settings, faults, acts, interventions, then stop and expectations, what goes without saying left out.
 * `parse` gives the same scenario back where every number is in its range and the hosts have names that the notation allows.
 */
export function print(scenario: Scenario): string {
  const names = namesOf(scenario);
  const { stop } = scenario;
  const groups = [
    settingsOf(scenario).map((setting) => write('setting', setting, names)),
    scenario.faults.map((fault) => printFault(fault, scenario)),
    scenario.script.map((act) => printAct(act, scenario)),
    scenario.interventions.map((intervention) => printIntervention(intervention, scenario)),
    [
      ...(stop === null ? [] : [printStop(stop, scenario)]),
      ...scenario.expect.map((expectation) => write('statement', { type: 'expect', expectation }, names)),
    ],
  ];
  return groups
    .filter((group) => group.length > 0)
    .map((group) => `${group.join('\n')}\n`)
    .join('\n');
}
