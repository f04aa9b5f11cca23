import { PSH, SYN, has, without } from '../tcp/flags.ts';
import { EMPTY_SCENARIO, HOST_IDS, type Act, type Fault, type Forged, type HostId, type HostSetup, type Overrides, type Scenario, type When } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { kindOf, named, namesOf } from './scenario-names.ts';

/** Runs a scenario and gives its trace where it still is the conversation; null: it is not, or there has been enough of it. */
export type Hold = (scenario: Scenario) => Trace | null;

/** A scenario that holds, with its run. */
interface Held {
  readonly scenario: Scenario;
  readonly trace: Trace;
}

type Simpler = (held: Held) => readonly Scenario[];

/** From which pause on, ms, it belongs to what happened that nobody did anything. */
const PAUSE = 1000;

/** What comes within so many ms of each other comes together. */
const EARLY = 2;

/** The number with so many significant digits. */
function rounded(ms: number, digits: number): number {
  return Number(ms.toPrecision(digits));
}

/** Rounder numbers that are near, the roundest first. */
function rounder(ms: number): readonly number[] {
  const all = [1, 2, 3].map((digits) => rounded(ms, digits)).filter((near) => near >= 1 && Math.abs(near - ms) <= ms / 10);
  return [...new Set(all)].filter((near) => near !== ms);
}

function withWhen(scenario: Scenario, place: number, when: When): Scenario {
  return { ...scenario, script: begun(scenario.script.map((act, at) => (at === place ? { ...act, when } : act))) };
}

/** How long nothing had happened when the act was done, ms. */
function pauseBefore({ moments }: Trace, ms: number): number {
  const last = moments.findLast(({ at }) => at < ms);
  return last === undefined ? 0 : ms - last.at;
}

/** States that hosts have come to since the act before, at the time of this one: what it may have waited for. */
function awaited({ scenario: { script }, trace: { moments } }: Held, place: number, ms: number): readonly When[] {
  const before = script.slice(0, place).findLast(({ when }) => when.type === 'at')?.when;
  const since = before?.type === 'at' ? before.ms : -1;
  return HOST_IDS.flatMap((host): readonly When[] => {
    const last = moments.findLast((moment) => 'after' in moment && moment.host === host && moment.at <= ms && moment.at > since && moment.before.state !== moment.after.state);
    return last !== undefined && 'after' in last && last.after.state !== 'CLOSED' ? [{ type: 'state', host, state: last.after.state }] : [];
  });
}

/** In which other words an act may be said to happen; the shortest first. */
function whens(held: Held, place: number): readonly When[] {
  const { scenario: { script }, trace } = held;
  const { when } = script[place] as Act;
  if (when.type !== 'at') return [];
  const pause = pauseBefore(trace, when.ms);
  const before = script.slice(0, place).findLast((act) => act.when.type === 'at')?.when;
  const after = when.ms - (before?.type === 'at' ? before.ms : 0);
  const soon: readonly When[] = pause < PAUSE ? [{ type: 'quiet' }, { type: 'meanwhile' }, ...awaited(held, place, when.ms)] : [];
  return [...soon, ...[...rounder(pause), pause].flatMap((ms): When[] => (ms >= 1 ? [{ type: 'after', ms: Math.round(ms) }] : [])), ...rounder(after).map((ms): When => ({ type: 'after', ms })), ...rounder(when.ms).map((ms): When => ({ type: 'at', ms }))];
}

const ofAct = (place: number): Simpler => (held) => whens(held, place).map((when) => withWhen(held.scenario, place, when));

function timeOf({ when }: Act): number | null {
  return when.type === 'at' ? when.ms : null;
}

/** Every act as soon as all before it is done; what came together happens together. */
const allQuiet: Simpler = ({ scenario, trace }) => {
  const quieted = (near: number): Scenario => ({
    ...scenario,
    script: scenario.script.map((act, place): Act => {
      const at = timeOf(act);
      if (at === null || pauseBefore(trace, at) >= PAUSE) return act;
      const before = scenario.script[place - 1];
      const isTogether = before !== undefined && at - (timeOf(before) ?? -Infinity) <= near;
      return { ...act, when: { type: isTogether ? 'meanwhile' : 'quiet' } };
    }),
  });
  return [quieted(-1), quieted(0), quieted(EARLY), quieted(scenario.delay - 1)];
};

/** The acts before it wait for less by now: perhaps it does too. */
const ofLaterAct = (place: number): Simpler => ({ scenario }) => {
  const when = scenario.script[place]?.when;
  return when?.type === 'at' || (when?.type === 'after' && when.ms < PAUSE) ? [withWhen(scenario, place, { type: 'quiet' }), withWhen(scenario, place, { type: 'meanwhile' })] : [];
};

/** Consecutive SENDs of a host as one: all of them, else one after the other. */
const joinedSends: Simpler = ({ scenario }) => {
  const { script } = scenario;
  const joins = (act: Act | undefined, next: Act): boolean => act?.action.type === 'send' && next.action.type === 'send' && act.action.host === next.action.host && next.when.type !== 'at';
  const joined = (isMeant: (place: number) => boolean): Scenario => {
    const acts: Act[] = [];
    for (const [place, act] of script.entries()) {
      const last = acts.at(-1);
      if (last?.action.type === 'send' && act.action.type === 'send' && joins(last, act) && isMeant(place)) acts[acts.length - 1] = { ...last, action: { ...last.action, length: last.action.length + act.action.length } };
      else acts.push(act);
    }
    return { ...scenario, script: acts };
  };
  const joining = script.flatMap((act, place) => (joins(script[place - 1], act) ? [place] : []));
  return joining.length === 0 ? [] : [joined(() => true), joined((place) => script[place]?.when.type === 'meanwhile'), ...joining.map((one) => joined((place) => place === one))];
};

/** The script as it may be written: nothing comes before the first act that it could happen together with, or after. */
function begun([first, ...others]: readonly Act[]): readonly Act[] {
  if (first === undefined) return [];
  const { when } = first;
  const alone: When = when.type === 'meanwhile' ? { type: 'quiet' } : when.type === 'after' ? { type: 'at', ms: when.ms } : when;
  return [{ ...first, when: alone }, ...others];
}

const withoutAct = (place: number): Simpler => ({ scenario }) => [{ ...scenario, script: begun(scenario.script.filter((_act, at) => at !== place)) }];

/** A forged segment without what is not needed. */
const ofForged = (place: number): Simpler => ({ scenario }) => {
  const act = scenario.script[place];
  if (act?.action.type !== 'inject') return [];
  const { segment } = act.action;
  const instead = (other: Forged): Scenario => ({ ...scenario, script: scenario.script.map((one) => (one === act && act.action.type === 'inject' ? { ...act, action: { ...act.action, segment: other } } : one)) });
  const wide = { ...segment, wnd: 65_535 };
  return [instead({ ...wide, flags: without(segment.flags, PSH) }), instead(wide), instead({ ...segment, flags: without(segment.flags, PSH) })];
};

/** Losses of one kind of segment as one. */
const joinedLosses: Simpler = ({ scenario, trace }) => {
  const lost = scenario.faults.flatMap((fault) => {
    const flight = fault.type === 'lose' ? named(trace, fault.selector) : undefined;
    return flight === undefined ? [] : [{ fault, flight }];
  });
  return HOST_IDS.flatMap((host) => {
    const own = lost.filter(({ flight }) => flight.from === host);
    const kinds = new Map<string, typeof own>();
    for (const one of own) {
      const kind = JSON.stringify(kindOf(one.flight));
      kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
    }
    return [own, ...kinds.values()].flatMap((all) => {
      if (all.length < 2) return [];
      const rest = scenario.faults.filter((fault) => !all.some((one) => one.fault === fault));
      return namesOf(trace, all.map(({ flight }) => flight)).map((selector): Scenario => ({ ...scenario, faults: [...rest, { type: 'lose', selector }] }));
    });
  });
};

function faultsInstead({ trace }: Held, fault: Fault): readonly Fault[] {
  const flight = named(trace, fault.selector);
  const called = flight === undefined || fault.selector.pattern.type !== 'segment' ? [fault.selector] : [...namesOf(trace, [flight]), fault.selector];
  return called.flatMap((selector): readonly Fault[] => {
    const same: Fault = { ...fault, selector };
    if (same.type === 'delay') return [{ type: 'reorder', selector }, ...rounder(same.ms).map((ms): Fault => ({ ...same, ms })), same];
    if (same.type === 'duplicate') return [...rounder(same.ms).map((ms): Fault => ({ ...same, ms })), same];
    return [same];
  });
}

const ofFault = (place: number): Simpler => (held) => {
  const { scenario } = held;
  const fault = scenario.faults[place];
  if (fault === undefined) return [];
  const without: Scenario = { ...scenario, faults: scenario.faults.filter((one) => one !== fault) };
  return [without, ...faultsInstead(held, fault).map((other): Scenario => ({ ...scenario, faults: scenario.faults.map((one) => (one === fault ? other : one)) }))];
};

function withHost(scenario: Scenario, host: HostId, setup: Partial<HostSetup>): Scenario {
  return { ...scenario, hosts: { ...scenario.hosts, [host]: { ...scenario.hosts[host], ...setup } } };
}

const USUAL = ['window', 'mss', 'fastOpen', 'delayedAck', 'keepAlive'] as const;

const settings: readonly Simpler[] = HOST_IDS.flatMap((host) => [
  (({ scenario }) => {
    const { keepAlive } = scenario.hosts[host];
    return keepAlive === null ? [] : [1, 2].map((digits) => withHost(scenario, host, { keepAlive: { ...keepAlive, idle: rounded(keepAlive.idle, digits), interval: rounded(keepAlive.interval, digits) } }));
  }) satisfies Simpler,
  ...USUAL.map((key): Simpler => ({ scenario }) => [withHost(scenario, host, { [key]: EMPTY_SCENARIO.hosts[host][key] })]),
  ...(['wscale', 'sack', 'timestamps', 'ecn', 'nagle'] as const).map((key): Simpler => ({ scenario }) => {
    const overrides = Object.fromEntries(Object.entries(scenario.hosts[host].overrides).filter(([name]) => name !== key)) as Overrides;
    return [withHost(scenario, host, { overrides })];
  }),
]);

const withoutPorts: Simpler = ({ scenario }) => [{ ...scenario, script: scenario.script.map((act): Act => (act.action.type === 'connect' ? { ...act, action: withoutPort(act.action) } : act)) }];

function withoutPort({ type, host, length }: Extract<Act['action'], { type: 'connect' }>): Act['action'] {
  return length === undefined ? { type, host } : { type, host, length };
}

const noStop: Simpler = ({ scenario }) => {
  const { stop } = scenario;
  if (stop?.type !== 'at') return [];
  const up = [1000, 100, 10].map((step) => Math.ceil(stop.ms / step) * step);
  return [{ ...scenario, stop: null }, ...up.map((ms): Scenario => ({ ...scenario, stop: { type: 'at', ms } }))];
};

const rounderDelay: Simpler = ({ scenario }) => rounder(scenario.delay).map((delay) => ({ ...scenario, delay }));

const usualDelay: Simpler = ({ scenario }) => [{ ...scenario, delay: EMPTY_SCENARIO.delay }, { ...scenario, delay: EMPTY_SCENARIO.delay, stop: scenario.stop?.type === 'at' ? { type: 'at', ms: scenario.stop.ms + 2 * EMPTY_SCENARIO.delay } : null }];

function each(all: readonly unknown[], of: (place: number) => Simpler): readonly Simpler[] {
  return all.map((_one, place) => of(place));
}

/** What SYNs say of their hosts has to stay. */
function offersOf({ flights }: Trace): string {
  return JSON.stringify(flights.filter(({ segment }) => has(segment.flags, SYN)).map(({ segment: { flags, options } }) => [flags, options.mss, options.wscale, options.sackPermitted, options.ts === undefined, options.fastOpen]));
}

/** The scenario as somebody would write it who has seen the conversation: without what goes without saying, in round numbers, its segments named by what they are. */
export function plain(scenario: Scenario, trace: Trace, isDelayKnown: boolean, hold: Hold): Scenario {
  let held: Held = { scenario, trace };
  const offers = offersOf(trace);
  const simplify = (simpler: Simpler): void => {
    const before = JSON.stringify(held.scenario);
    for (const other of simpler(held)) {
      if (JSON.stringify(other) === before) continue;
      const run = hold(other);
      if (run === null || offersOf(run) !== offers) continue;
      held = { scenario: other, trace: run };
      return;
    }
  };
  simplify(withoutPorts);
  simplify(allQuiet);
  for (const simpler of each(held.scenario.script, ofAct)) simplify(simpler);
  for (const simpler of each(held.scenario.script, ofLaterAct)) simplify(simpler);
  for (const simpler of each(held.scenario.script, (place) => withoutAct(held.scenario.script.length - 1 - place))) simplify(simpler);
  for (const simpler of each(held.scenario.script, () => joinedSends)) simplify(simpler);
  for (const simpler of each(held.scenario.script, ofForged)) simplify(simpler);
  for (const simpler of settings) simplify(simpler);
  simplify(isDelayKnown ? rounderDelay : usualDelay);
  simplify(noStop);
  for (const simpler of each(held.scenario.faults, (place) => ofFault(scenario.faults.length - 1 - place))) simplify(simpler);
  simplify(joinedLosses);
  simplify(joinedLosses);
  return held.scenario;
}
