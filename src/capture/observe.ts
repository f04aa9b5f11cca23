import { RST, SYN, ACK, has } from '../tcp/flags.ts';
import { PROFILE_NAMES, type Profile, type ProfileName } from '../tcp/profile.ts';
import { segLen } from '../tcp/segment.ts';
import { happen } from '../simulation/host/happen.ts';
import { EMPTY_SCENARIO, HOST_IDS, type HostId, type Scenario } from '../simulation/scenario.ts';
import type { Flight, Trace, TraceConnection } from '../simulation/trace.ts';
import type { CapturedSegment } from '../wire/packet/captured-segment.ts';
import { land, listen } from './arrival.ts';
import type { Conversation } from './conversation.ts';
import { seenIn, type Seen } from './course.ts';
import { emitted } from './emission.ts';
import { fatesOf, type Fate } from './fates.ts';
import { inTheMiddle, isMiddle } from './middle.ts';
import type { Observed, Vantage } from './observed.ts';
import type { Habits } from './remark.ts';
import { observedProfile, settingOf, type HostSetting } from './setting.ts';
import { vantageOf } from './vantage.ts';
import { envOf, noteWire, react, remark, tcbOf, watch, type Watch } from './watch.ts';

/** How many segments of a conversation are followed where nobody says otherwise. */
export const SEGMENT_BOUND = 2000;

/** Something that happens at a known time: a captured segment leaves, arrives, or is lost. */
interface Happening {
  readonly at: number;
  readonly what: 'leaves' | 'arrives' | 'lost';
  readonly fate: Fate;
}

const ORDER = { leaves: 0, arrives: 1, lost: 2 };

function happenings(fates: readonly Fate[]): readonly Happening[] {
  const all = fates.flatMap((fate): readonly Happening[] => {
    const left: Happening = { at: fate.leaves, what: 'leaves', fate };
    if (fate.fate === 'unknown') return [left];
    return [left, { at: fate.arrives, what: fate.fate === 'delivered' ? 'arrives' : 'lost', fate }];
  });
  return all.sort((one, other) => one.at - other.at || one.fate.seen.index - other.fate.seen.index || ORDER[one.what] - ORDER[other.what]);
}

/** TIME-WAIT, and a FIN-WAIT-2 that nobody listens in, end without a word. */
function endSilently(watching: Watch, until: number): void {
  for (const host of HOST_IDS) {
    const [connection] = watching.hosts[host].connections;
    const due = connection?.tcb.timers['time-wait'] ?? null;
    if (connection === undefined || due === null || due > until) continue;
    watching.now = due;
    const event = { type: 'TIME-WAIT TIMEOUT' } as const;
    react(watching, host, event, null, happen(watching.hosts[host], 0, connection, event, envOf(watching, host)));
  }
}

/** Whether the host answers SYNs: then it listens from the beginning. */
function listens(all: readonly Seen[], host: HostId): boolean {
  const first = all.find(({ from, segment }) => from === host && !has(segment.flags, RST));
  return first !== undefined && (!has(first.segment.flags, SYN) || has(first.segment.flags, ACK)) && all.some(({ from, segment }) => from !== host && has(segment.flags, SYN));
}

interface Setting {
  readonly all: readonly Seen[];
  readonly fates: readonly Fate[];
  readonly settings: Readonly<Record<HostId, HostSetting>>;
  readonly ports: Readonly<Record<HostId, number>>;
}

function begin({ all, fates, settings, ports }: Setting, names: Readonly<Record<HostId, ProfileName>>): Watch {
  const profile = (host: HostId): Profile => observedProfile(names[host], settings[host]);
  const watching = watch({ settings, profiles: { A: profile('A'), B: profile('B') }, ports, fates });
  watching.now = Math.min(0, fates[0]?.leaves ?? 0);
  return inTheMiddle(watching, all);
}

/** From how many ms on a late arrival is worth telling. */
const LATE = 5;

/** How often an observation begins again because it has shown when a segment arrived. */
const AGAIN = 8;
const AGAIN_LATER = 2;

/** Follows the conversation, again where it shows when a segment must have arrived. */
function followed(setting: Setting, names: Readonly<Record<HostId, ProfileName>>, again = AGAIN): Followed {
  let { fates } = setting;
  for (let round = 1; ; round += 1) {
    const one = followedOnce({ ...setting, fates }, names);
    const { overruled } = one.watching;
    if (overruled.length === 0 || round >= again) return one;
    const arrivals = new Map(overruled.map(({ place, at, answered }) => [place, { arrives: at, answered }]));
    fates = fates.map((fate) => {
      const arrives = arrivals.get(fate.seen.index);
      if (arrives === undefined) return fate;
      const by = Math.round(arrives.arrives - fate.arrives);
      return { ...fate, arrives: Math.max(fate.arrives, arrives.arrives), fate: arrives.arrives === Infinity ? 'unknown' : 'delivered', again: null, delayed: by > LATE ? { by, answered: arrives.answered } : null };
    });
  }
}

interface Followed {
  readonly watching: Watch;
  readonly start: TraceConnection['start'];
}

function followedOnce(setting: Setting, names: Readonly<Record<HostId, ProfileName>>): Followed {
  const watching = begin(setting, names);
  const start = { A: tcbOf(watching.hosts, 'A'), B: tcbOf(watching.hosts, 'B') };
  for (const host of HOST_IDS) {
    if (tcbOf(watching.hosts, host).state === 'CLOSED' && listens(setting.all, host)) listen(watching, host);
  }
  for (const { at, what, fate } of happenings(setting.fates)) {
    endSilently(watching, at);
    watching.now = Math.max(watching.now, at);
    const { index } = fate.seen;
    if (what === 'leaves') emitted(watching, fate);
    else if (what === 'arrives') land(watching, index);
    else if (!watching.arrived.has(index)) noteWire(watching, 'lost', watching.flightOf.get(index) ?? 0);
  }
  return { watching, start };
}

const UNEXPLAINED: readonly string[] = ['unexpected', 'unasked', 'habit'];

function unexplainedBy(watching: Watch, host: HostId): number {
  return watching.remarks.filter(({ flight, noticed }) => UNEXPLAINED.includes(noticed.type) && watching.flights[flight]?.from === host).length;
}

/** What the fates and the wire say of each segment, whoever is observed. */
function remarkOnFates(watching: Watch): void {
  const frameOf = (place: number): number => watching.fates[place]?.seen.captured.frame ?? 0;
  let latest: Seen | null = null;
  for (const { seen, fate, again, delayed, overtakenBy } of watching.fates) {
    const { frame } = seen.captured;
    if (delayed !== null) remark(watching, seen.index, { type: 'delayed', by: delayed.by, answered: frameOf(delayed.answered) }, 'RFC 9293 §3.4');
    if (overtakenBy !== null) remark(watching, seen.index, { type: 'overtaken', by: frameOf(overtakenBy) }, 'RFC 9293 §3.4');
    else if (latest !== null && frame < latest.captured.frame) remark(watching, latest.index, { type: 'overtaken', by: frame }, 'RFC 9293 §3.4');
    latest = seen;
    if (again !== null && fate === 'lost') remark(watching, seen.index, { type: 'lost', again: frameOf(again) }, 'RFC 9293 §3.8.1');
    if (again !== null && fate === 'unheeded') remark(watching, seen.index, { type: 'ack lost', again: frameOf(again) }, 'RFC 9293 §3.8.1');
    for (const fault of seen.captured.faults) remark(watching, seen.index, { type: 'fault', fault }, 'RFC 9293 §3.1');
  }
}

function scenarioOf(settings: Setting['settings'], vantage: Vantage, names: Readonly<Record<HostId, ProfileName>>): Scenario {
  const delay = vantage.away.A + vantage.away.B;
  return { ...EMPTY_SCENARIO, profile: names.A, hosts: { A: settings.A.setup, B: settings.B.setup }, delay: delay > 0 ? delay : 0.001 };
}

/** How near a flight comes to the usual time where it took just that, ms. */
const ROUNDING = 0.01;

/** The flight, with exactly the usual time where it took that but for rounding. */
function punctual(flight: Flight, delay: number): Flight {
  const usual = flight.sentAt + delay;
  return flight.arrivesAt !== null && Math.abs(flight.arrivesAt - usual) < ROUNDING ? { ...flight, arrivesAt: usual } : flight;
}

function traceOf({ watching, start }: Followed, scenario: Scenario): Trace {
  const { ports } = watching;
  const end = { A: tcbOf(watching.hosts, 'A'), B: tcbOf(watching.hosts, 'B') };
  const connection: TraceConnection = { ports, name: ports.A, start, end };
  const { moments, told, received } = watching;
  const flights = watching.flights.map((flight) => punctual(flight, scenario.delay));
  return { scenario, connections: [connection], start, moments, flights, end, endedAt: watching.now, ended: 'stopped', told, received, actsDone: 0, undone: [] };
}

/** Whether a host's state is evident from the first segment on: both sides were seen to begin, or to send what has a number. */
function isEvident(all: readonly Seen[]): boolean {
  return HOST_IDS.every((host) => all.some(({ from, segment }) => from === host && segLen(segment) > 0 && !has(segment.flags, RST)));
}

/**
 * Follows the captured segments of one conversation by running the engine's rules at both ends: what each segment answers,
 * or which call or timer it shows; and what no rule explains. At most `bound` segments. Total: whatever was captured, there
 * is a trace, and each segment is a flight of it.
 */
export function observe({ ends }: Pick<Conversation, 'ends'>, captured: readonly CapturedSegment[], bound = SEGMENT_BOUND): Observed {
  const all = seenIn({ ends }, captured.slice(0, bound));
  const vantage = vantageOf(all);
  const fates = fatesOf(all, vantage);
  const settings = { A: settingOf(all, 'A'), B: settingOf(all, 'B') };
  const setting: Setting = { all, fates, settings, ports: { A: ends.A.port, B: ends.B.port } };
  // What one run shows of the times of arrival is so for every other.
  let { fates: known } = setting;
  const runs = PROFILE_NAMES.map((name, at) => {
    const run = followed({ ...setting, fates: known }, { A: name, B: name }, at === 0 ? AGAIN : AGAIN_LATER);
    known = run.watching.fates;
    return { name, run };
  });
  const habits = (host: HostId): Habits => {
    const byProfile = (count: (watching: Watch) => number) => Object.fromEntries(runs.map(({ name, run }) => [name, count(run.watching)])) as Record<ProfileName, number>;
    const unexplained = byProfile((watching) => unexplainedBy(watching, host));
    const untimely = byProfile((watching) => watching.untimely[host]);
    const isBetter = (name: ProfileName, best: ProfileName): boolean => unexplained[name] - unexplained[best] < 0 || (unexplained[name] === unexplained[best] && untimely[name] < untimely[best]);
    const profile = PROFILE_NAMES.reduce((best, name) => (isBetter(name, best) ? name : best));
    return { host, profile, unexplained, untimely };
  };
  const both = { A: habits('A'), B: habits('B') };
  const names = { A: both.A.profile, B: both.B.profile };
  const same = names.A === names.B ? runs.find(({ name }) => name === names.A)?.run : undefined;
  const best = same ?? followed({ ...setting, fates: known }, names, AGAIN_LATER);
  if (isMiddle(all)) remark(best.watching, 0, { type: 'began before' }, 'RFC 9293 §3.5');
  remarkOnFates(best.watching);
  const { flights, remarks, flightOf } = best.watching;
  const places = new Map([...flightOf].map(([place, flight]) => [flight, place]));
  const evident = isEvident(all) ? 0 : null;
  return {
    trace: traceOf(best, scenarioOf(settings, vantage, names)),
    ends,
    captured: flights.flatMap(({ id }) => all[places.get(id) ?? -1]?.captured ?? []),
    remarks: remarks.toSorted((one, other) => one.flight - other.flight),
    vantage,
    habits: both,
    evidentFrom: { A: evident, B: evident },
    left: Math.max(0, captured.length - all.length),
  };
}
