import { ACK, RST, SYN, has } from '../tcp/flags.ts';
import { PROFILES } from '../tcp/profiles.ts';
import { seqAdd, seqDiff, seqGt, type Seq } from '../tcp/seq.ts';
import { HOST_IDS, peerOf, type Act, type HostId, type Scenario } from '../simulation/scenario.ts';
import type { Flight, Trace } from '../simulation/trace.ts';

/** An offer of a host: how far it has come, and to where it may be sent. */
interface Offer {
  readonly at: number;
  readonly ack: Seq;
  readonly wnd: number;
}

/** By how many bits the windows of a host are shifted under the rules of the scenario (RFC 7323 §2.2). */
function shiftOf({ flights }: Trace, host: HostId, { profile, hosts }: Scenario): number {
  const syn = (of: HostId) => flights.find(({ from, segment }) => from === of && has(segment.flags, SYN))?.segment;
  const own = syn(host);
  const peers = syn(peerOf(host));
  if (own !== undefined || peers !== undefined) return peers?.options.wscale === undefined ? 0 : (own?.options.wscale ?? 0);
  const { wscale } = hosts[host].overrides;
  return (wscale === undefined ? PROFILES[profile].wscale : wscale) ?? 0;
}

function isOffer({ segment: { flags } }: Flight): boolean {
  return has(flags, ACK) && !has(flags, RST);
}

function offersOf(trace: Trace, host: HostId, shift: number): readonly Offer[] {
  return trace.flights.flatMap((flight): readonly Offer[] => {
    const { from, sentAt, segment } = flight;
    if (from !== host || !isOffer(flight)) return [];
    return [{ at: sentAt, ack: segment.ack, wnd: has(segment.flags, SYN) ? segment.wnd : segment.wnd * 2 ** shift }];
  });
}

/** The first number that the host awaited. */
function beginOf({ flights, start }: Trace, host: HostId): Seq {
  const syn = flights.find(({ from, segment }) => from !== host && has(segment.flags, SYN))?.segment;
  if (syn !== undefined) return seqAdd(syn.seq, 1);
  return start[host].rcv.nxt;
}

/** The room that a host has for what comes. */
interface Room {
  readonly host: HostId;
  /** The first number that it awaits. */
  readonly begin: Seq;
  /** Octets. */
  readonly buffer: number;
  /** How exactly its windows say it, octets. */
  readonly grain: number;
}

/** How long before the first octet that it does not read a user is taken to have stopped, ms. */
const BEFORE = 1;

type Reading = Extract<Act['action'], { type: 'stopReading' | 'read' | 'readOn' }>;

/** When the user of a host must have read, as the right edge of its window shows it: that goes forward only where room is made. */
function readings({ flights }: Trace, offers: readonly Offer[], { begin, buffer, grain, host }: Room): readonly { readonly at: number; readonly action: Reading }[] {
  const found: { at: number; action: Reading }[] = [];
  let isReading = true;
  let edge = seqAdd(begin, buffer);
  let acked = begin;
  const step = ({ ack, wnd }: Offer): { readonly taken: number; readonly opened: number } => ({ taken: seqDiff(ack, acked), opened: seqDiff(seqAdd(ack, wnd), edge) });
  for (const [place, offer] of offers.entries()) {
    const { taken, opened } = step(offer);
    if (taken < 0) continue;
    const isOpened = opened > grain || (opened > 0 && opened >= taken && taken > 0);
    if (isReading && taken > 0 && opened < taken - grain) {
      isReading = false;
      const unread = flights.find(({ from, segment, arrivesAt }) => from !== host && segment.length > 0 && arrivesAt !== null && seqGt(seqAdd(segment.seq, segment.length), acked));
      found.push({ at: Math.min(offer.at, unread?.arrivesAt ?? offer.at) - BEFORE, action: { type: 'stopReading', host } });
    }
    acked = offer.ack;
    if (seqGt(seqAdd(offer.ack, offer.wnd), edge)) edge = seqAdd(offer.ack, offer.wnd);
    if (isReading || !isOpened) continue;
    const later = offers.slice(place + 1).find(({ ack }) => seqGt(ack, acked));
    isReading = later === undefined || step(later).opened >= step(later).taken - grain;
    found.push({ at: offer.at, action: isReading ? { type: 'readOn', host } : { type: 'read', host, length: opened } });
  }
  return found;
}

/** What a host sends into a closed window was handed over before that closed: else it would not have been probed. */
function handedOver(script: readonly Act[], host: HostId, from: number): readonly Act[] {
  const acts: Act[] = [];
  for (const act of script) {
    const before = acts.findLastIndex(({ action }) => action.type === 'send' && action.host === host);
    const last = acts[before];
    if (act.when.type === 'at' && act.when.ms > from && act.action.type === 'send' && act.action.host === host && last?.action.type === 'send') {
      acts[before] = { ...last, action: { ...last.action, length: last.action.length + act.action.length } };
    } else {
      acts.push(act);
    }
  }
  return acts;
}

/** Half of the time since the host was last heard of: when its user may have read, where only a probe brought it to light. */
function unseen(offers: readonly Offer[], at: number): number {
  const before = offers.findLast((offer) => offer.at < at);
  return before === undefined ? at : (before.at + at) / 2;
}

function withActs(script: readonly Act[], more: readonly Act[]): readonly Act[] {
  const at = ({ when }: Act): number => (when.type === 'at' ? when.ms : -1);
  return [...more, ...script].toSorted((one, other) => at(one) - at(other));
}

/** The scenario in which the users of hosts whose windows closed had stopped reading; where no window did, none. */
export function readersIn(trace: Trace, scenario: Scenario, zero: number): readonly Scenario[] {
  return HOST_IDS.flatMap((host): readonly Scenario[] => {
    const peer = peerOf(host);
    const shift = shiftOf(trace, host, scenario);
    const offers = offersOf(trace, host, shift);
    const largest = trace.flights.reduce((most, { from, segment }) => (from === peer ? Math.max(most, segment.length) : most), 0);
    const [first] = offers;
    if (first === undefined || largest === 0 || offers.every(({ wnd }) => wnd >= largest)) return [];
    const begin = beginOf(trace, host);
    const shown = first.wnd + seqDiff(first.ack, begin);
    const grain = 2 ** shift - 1;
    const { mss } = scenario.hosts[peer];
    const buffers = grain === 0 ? [shown] : [Math.ceil(shown / mss) * mss, shown];
    return buffers.flatMap((buffer) => [false, true].map((isEarlier): Scenario => {
      const read = readings(trace, offers, { host, begin, buffer, grain });
      const hour = (at: number): number => Math.max(0, Math.round(at - zero));
      const acts = read.map(({ at, action }): Act => ({ when: { type: 'at', ms: hour(isEarlier && action.type !== 'stopReading' ? unseen(offers, at) : at) }, action }));
      // What was probed was the closed window.
      const hosts = { ...scenario.hosts, [host]: { ...scenario.hosts[host], window: buffer }, [peer]: { ...scenario.hosts[peer], keepAlive: null } };
      const script = read[0] === undefined ? scenario.script : handedOver(scenario.script, peer, hour(read[0].at));
      return { ...scenario, hosts, script: withActs(script, acts) };
    }));
  });
}
