import { ACK, FIN, RST, SYN, has } from '../tcp/flags.ts';
import type { TcpEvent } from '../tcp/event.ts';
import { PROFILE_NAMES, type Profile, type ProfileName } from '../tcp/profile.ts';
import { segLen, type Segment } from '../tcp/segment.ts';
import { seqAdd, seqGe, seqGt, seqLe, seqLt } from '../tcp/seq.ts';
import { NO_TIMERS, TIMERS, closedTcb, type Tcb } from '../tcp/tcb.ts';
import { TIMEOUTS } from '../tcp/timeout.ts';
import { crashed } from '../simulation/host/host.ts';
import type { HostId } from '../simulation/scenario.ts';
import { offering, repeated, shownBy, transmissionsOf } from './aligned.ts';
import { land, reactionTo } from './arrival.ts';
import { adopt, sends, tried, type Way } from './attempt.ts';
import type { Fate } from './fates.ts';
import type { Noticed } from './remark.ts';
import { isSameSegment } from './same-segment.ts';
import { observedProfile } from './setting.ts';
import { NOT_ITS_OWN, goesOn, isForeign, leavesForeign, leavesOld, oldOf } from './stranger.ts';
import { fillGap, fillIn } from './unseen.ts';
import { force, launch, noteWire, react, remark, tcbOf, withTcb, type Pending, type Watch } from './watch.ts';
import { waysTo, windowOf } from './ways.ts';

/** The captured segment leaves by what was expected; whatever was expected before it will not come any more. */
function leaveAs(watch: Watch, fate: Fate, pending: Pending): void {
  const { from, index, segment } = fate.seen;
  const before = tcbOf(watch.hosts, from);
  if (segment.length > before.snd.mss && before.snd.mss > 0 && before.state !== 'SYN-SENT') {
    launchAs(watch, fate, pending);
    remark(watch, index, { type: 'offloaded', mss: before.snd.mss }, 'RFC 9293 §3.7.1');
    return;
  }
  launchAs(watch, fate, pending);
}

function launchAs(watch: Watch, fate: Fate, pending: Pending): void {
  const { from, index } = fate.seen;
  const flight = launch(watch, index, 'sent', pending.transmission);
  pending.sent.push(flight.id);
  const all = watch.pending[from];
  const at = all.indexOf(pending);
  const { una } = tcbOf(watch.hosts, from).snd;
  // What has numbers of its own may still come; an ACK will not, for this one says more.
  watch.pending[from] = all.filter((other, place) => place > at || (place < at && segLen(other.segment) > 0 && seqGt(seqAdd(other.segment.seq, segLen(other.segment)), una)));
  watch.hosts[from] = withTcb(watch.hosts[from], offering(tcbOf(watch.hosts, from), fate.seen));
}

function expected(watch: Watch, { seen }: Fate): boolean {
  return watch.pending[seen.from].some((one) => isSameSegment(one.segment, seen.segment));
}

/** Leaves as expected, if it is. */
function leaves(watch: Watch, fate: Fate): boolean {
  const { from, segment } = fate.seen;
  const pending = watch.pending[from].find((one) => isSameSegment(one.segment, segment));
  if (pending === undefined) return false;
  if (watch.now - pending.at > AT_ONCE) watch.untimely[from] += 1;
  leaveAs(watch, fate, pending);
  return true;
}

/** How many octets of new data the host sends next. */
function nextData(watch: Watch, host: HostId, { snd }: Tcb): number {
  for (const place of watch.upcoming[host].slice(0, 50)) {
    const segment = watch.fates[place]?.seen.segment;
    if (segment !== undefined && segment.seq === snd.nxt && segment.length > 0) return segment.length;
  }
  return 0;
}

/** How soon a host does what it does at once, ms. */
const AT_ONCE = 25;
/** How much before its hour a timer may seem to expire, and how much after it: kernels are late, never early. */
const SLACK = { early: 5, late: 150 };

/** Whether the timers of a way expire when the rules have it; a call is never untimely, nor is what was not set. */
function isTimely(way: Way, { timers }: Tcb, now: number): boolean {
  return way.every(({ event }) => {
    const name = TIMERS.find((timer) => TIMEOUTS[timer].type === event.type);
    const due = name === undefined ? null : timers[name];
    return due === null || (now >= due - SLACK.early && now <= due + SLACK.late);
  });
}

/** Leaves because of a call or a timer, if one explains it. */
function leavesByDeed(watch: Watch, fate: Fate): boolean {
  const { from, segment } = fate.seen;
  const tcb = tcbOf(watch.hosts, from);
  for (const way of waysTo(fate.seen, tcb, nextData(watch, from, tcb))) {
    const one = tried(watch, from, way);
    if (!sends(one, segment)) continue;
    if (!isTimely(way, tcb, watch.now)) watch.untimely[from] += 1;
    adopt(watch, from, one);
    return leaves(watch, fate);
  }
  return false;
}

/** Segments that must have arrived before, for the segment acknowledges them, or was captured after them and is explained by them. */
function arriveEarlier(watch: Watch, { seen }: Fate, isMeant: (other: Fate) => boolean): boolean {
  let any = false;
  for (let place = Math.max(0, seen.index - 200); place < seen.index; place += 1) {
    const other = watch.fates[place];
    if (other === undefined || other.seen.to !== seen.from || watch.arrived.has(place) || !watch.flightOf.has(place)) continue;
    if (!isMeant(other)) continue;
    land(watch, place);
    any = true;
  }
  return any;
}

/** Leaves in answer to a segment that was taken for lost: then it was not. */
function leavesByLost(watch: Watch, fate: Fate): boolean {
  const { from, index, segment } = fate.seen;
  // The latest one, for it is the nearest.
  for (let place = index - 1; place >= Math.max(0, index - 200); place -= 1) {
    const other = watch.fates[place];
    if (other === undefined || other.seen.to !== from || other.fate === 'delivered' || watch.arrived.has(place) || !watch.flightOf.has(place)) continue;
    const { effects } = reactionTo(watch, from, other.seen.segment);
    if (!effects.some((effect) => effect.type === 'emit' && isSameSegment(effect.segment, segment))) continue;
    watch.overruled.push({ place, at: watch.now, answered: index });
    land(watch, place);
    return leaves(watch, fate);
  }
  return false;
}

/** How long after a segment another is taken to have come that it does not acknowledge yet, ms. */
const JUST_AFTER = 0.001;

/** What it does not acknowledge, though it would have come by now, came later. */
function noteLate(watch: Watch, { seen }: Fate): void {
  const { from, segment, index } = seen;
  const { rcv, snd, state } = tcbOf(watch.hosts, from);
  if (!has(segment.flags, ACK) || has(segment.flags, RST) || segment.seq !== snd.nxt || state === 'CLOSED' || !seqLt(segment.ack, rcv.nxt)) return;
  for (let place = index - 1; place >= Math.max(0, index - 200); place -= 1) {
    const other = watch.fates[place]?.seen;
    if (other?.to !== from || !watch.arrived.has(place) || !seqLe(other.segment.seq, segment.ack) || !seqGt(other.end, segment.ack)) continue;
    const later = watch.upcoming[from];
    const first = later.findIndex((one) => seqGe(watch.fates[one]?.seen.segment.ack ?? segment.ack, other.end));
    // It came after the last segment that does not acknowledge it.
    const last = watch.fates[later[(first < 0 ? later.length : first) - 1] ?? index];
    watch.overruled.push({ place, at: first < 0 ? Infinity : (last?.leaves ?? watch.now) + JUST_AFTER, answered: later[first] ?? index });
    return;
  }
}

/** Whether a SYN that was taken for lost has met an older connection: it is answered with a RST that takes its number from the answer (RFC 9293 §3.5, Figure 9). */
function isMetBySyn(watch: Watch, { seen: { index, to, segment } }: Fate): boolean {
  const next = watch.fates[watch.upcoming[to][0] ?? -1]?.seen.segment;
  const syn = watch.fates.find(({ seen }) => seen.from === to && seen.index < index && has(seen.segment.flags, SYN) && !watch.arrived.has(seen.index));
  if (syn === undefined || next === undefined || !has(next.flags, RST) || next.seq !== segment.ack) return false;
  watch.overruled.push({ place: syn.seen.index, at: Math.min(syn.arrives, watch.now), answered: index });
  return true;
}

/** Leaves from an older connection between the same ports, which the SYN has met: half open (RFC 9293 §3.5.1), or in TIME-WAIT. */
function leavesFromOlder(watch: Watch, fate: Fate): boolean {
  const { from, index, segment } = fate.seen;
  const tcb = tcbOf(watch.hosts, from);
  const { latest } = watch;
  const arrived = latest[from];
  const isBare = segment.flags === ACK && segment.length === 0 && watch.turns[from] === 0;
  if (isBare && tcb.state === 'LISTEN' && isMetBySyn(watch, fate)) return false;
  const isFirst = tcb.state === 'SYN-RECEIVED' && isBare;
  if (!isFirst || arrived === null || segment.ack === tcb.rcv.nxt) return false;
  const older: Tcb = {
    ...tcb,
    state: 'ESTABLISHED',
    queue: [],
    timers: NO_TIMERS,
    snd: { ...tcb.snd, una: segment.seq, nxt: segment.seq },
    rcv: { ...tcb.rcv, nxt: segment.ack, owed: 'nothing' },
  };
  force(watch, from, { type: 'STATUS' }, older);
  watch.pending[from] = [];
  react(watch, from, { type: 'SEGMENT ARRIVES', segment: arrived }, null, reactionTo(watch, from, arrived));
  if (!leaves(watch, fate)) return false;
  remark(watch, index, { type: 'older connection' }, 'RFC 9293 §3.5.1');
  return true;
}

/** How much too early, ms, the estimate of an arrival may be late. */
const EARLY = 10;

/** The event that a segment stands for where no rule gives it. */
function eventOf({ segment }: Fate['seen'], tcb: Tcb): TcpEvent {
  const { flags, length, seq } = segment;
  if (has(flags, RST)) return { type: 'ABORT' };
  if (has(flags, SYN)) return { type: 'OPEN', mode: 'active' };
  if (segLen(segment) > 0 && seqLt(seq, tcb.snd.nxt)) return { type: 'RETRANSMISSION TIMEOUT' };
  if (has(flags, FIN)) return { type: 'CLOSE' };
  return length > 0 ? { type: 'SEND', length } : { type: 'DELAYED ACK TIMEOUT' };
}

/** Whether the rules of another system send it, in answer to what came last or by themselves. */
function habitOf(watch: Watch, fate: Fate): ProfileName | null {
  const { from, segment } = fate.seen;
  const tcb = tcbOf(watch.hosts, from);
  const answer = watch.last[from];
  const answered = (profile: Profile): boolean => answer?.(profile).some((one) => isSameSegment(one, segment)) === true;
  // What the rules have answered with already is no second answer of others.
  const isNews = !answered(watch.profiles[from]);
  for (const name of PROFILE_NAMES) {
    if (name === watch.profiles[from].name) continue;
    const profile = observedProfile(name, watch.settings[from]);
    const ways = waysTo(fate.seen, tcb, nextData(watch, from, tcb));
    if (ways.some((way) => sends(tried(watch, from, way, profile), segment))) return name;
    if (isNews && answered(profile)) return name;
  }
  return null;
}

/** The host forgot everything: it opens again with another number (RFC 9293 §3.5.1). */
function crash(watch: Watch, host: HostId): void {
  const { window } = watch.settings[host].setup;
  const before = tcbOf(watch.hosts, host);
  watch.hosts[host] = crashed(watch.hosts[host], window);
  watch.pending[host] = [];
  watch.moments.push({ kind: 'crash', index: watch.moments.length, at: watch.now, host, before, after: closedTcb(window), forgot: [before] });
}

function leavesAnyway(watch: Watch, fate: Fate, wanted: readonly Segment[]): void {
  const { from, index, segment } = fate.seen;
  const tcb = tcbOf(watch.hosts, from);
  const again = segLen(segment) > 0 && seqLt(segment.seq, tcb.snd.nxt) && !has(segment.flags, RST);
  const isBare = segLen(segment) === 0 && !has(segment.flags, RST) && segment.seq === tcb.snd.nxt && segment.ack === tcb.rcv.nxt;
  const transmission = again ? transmissionsOf(tcb, fate.seen) + 1 : 1;
  // Other octets together than before, or sooner than by the timer: what is sent again, and how soon, is the host's affair.
  const isRepeat = again && seqLe(fate.seen.end, tcb.snd.nxt) && seqGe(segment.seq, tcb.snd.una);
  // So is what it offers.
  const isWindow = isBare && windowOf(fate.seen, tcb) !== tcb.rcv.wnd;
  const habit = isRepeat || isWindow ? null : habitOf(watch, fate);
  const after = isRepeat ? repeated(tcb, fate.seen, watch.now) : shownBy(tcb, fate.seen, watch.now, watch.profiles[from]);
  const event: TcpEvent = isWindow ? { type: 'RECEIVE', length: Math.max(0, windowOf(fate.seen, tcb) - tcb.rcv.wnd) } : eventOf(fate.seen, tcb);
  const moment = force(watch, from, event, after);
  const sent = moment.sent as number[];
  leaveAs(watch, fate, { segment, transmission, at: watch.now, sent });
  if (isRepeat || isWindow || (isBare && watch.unknown.has(from))) return;
  const noticed: Noticed = habit === null ? { type: isBare ? 'unasked' : 'unexpected' } : { type: 'habit', profile: habit };
  remark(watch, index, noticed, NOT_ITS_OWN, wanted);
}

/** A host sends a captured segment: by which of its rules, after which call or timer, and what it shows of the hosts. */
export function emitted(watch: Watch, fate: Fate): void {
  const { seen, copyOf } = fate;
  const { from, segment, index } = seen;
  if (copyOf !== null) {
    const original = watch.flightOf.get(copyOf) ?? null;
    const flight = launch(watch, index, 'copy', 1, original);
    noteWire(watch, 'copied', flight.id);
    remark(watch, index, { type: 'copy', of: watch.fates[copyOf]?.seen.captured.frame ?? 0 }, 'RFC 9293 §3.4');
    return;
  }
  if (has(segment.flags, ACK) && !has(segment.flags, RST)) {
    arriveEarlier(watch, fate, (other) => segLen(other.seen.segment) > 0 && other.fate !== 'lost' && seqLe(other.seen.end, segment.ack) && seqGt(other.seen.end, tcbOf(watch.hosts, from).rcv.nxt));
  }
  if (!(has(segment.flags, RST) && goesOn(watch, fate) && !expected(watch, fate)) && (leaves(watch, fate) || leavesByDeed(watch, fate))) return settle(watch, from);
  if (arriveEarlier(watch, fate, (other) => other.fate === 'delivered' && other.arrives - watch.now < EARLY) && (leaves(watch, fate) || leavesByDeed(watch, fate))) return settle(watch, from);
  if (leavesByLost(watch, fate)) return settle(watch, from);
  if (leavesFromOlder(watch, fate)) return settle(watch, from);
  noteLate(watch, fate);
  const wanted = watch.pending[from].map((one) => one.segment);
  const tcb = tcbOf(watch.hosts, from);
  if (has(segment.flags, SYN) && !has(segment.flags, ACK) && tcb.state !== 'SYN-SENT' && !goesOn(watch, fate) && segment.seq !== tcb.iss) {
    crash(watch, from);
    if (leavesByDeed(watch, fate)) return settle(watch, from);
  }
  const older = oldOf(watch, fate);
  if (older !== null) return leavesOld(watch, fate, older);
  if (isForeign(watch, fate)) return leavesForeign(watch, fate, wanted);
  fillIn(watch, fate);
  fillGap(watch, fate);
  if (leaves(watch, fate) || leavesByDeed(watch, fate)) return settle(watch, from);
  leavesAnyway(watch, fate, wanted);
  settle(watch, from);
}

/** Makes the remarks that had to wait until their segment was a flight. */
function settle(watch: Watch, host: HostId): void {
  watch.unknown.delete(host);
  for (const { place, noticed } of watch.owing.splice(0)) remark(watch, place, noticed, 'RFC 9293 §3.8.1');
}
