import { ACK, RST, SYN, has } from '../tcp/flags.ts';
import type { Profile } from '../tcp/profile.ts';
import type { Segment } from '../tcp/segment.ts';
import { seqAdd } from '../tcp/seq.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { arrive } from '../simulation/host/arrive.ts';
import type { Host } from '../simulation/host/host.ts';
import type { Reaction } from '../simulation/host/reaction.ts';
import type { HostId } from '../simulation/scenario.ts';
import { adopt, tried, type Tried, type Way } from './attempt.ts';
import type { Fate } from './fates.ts';
import { isSameSegment } from './same-segment.ts';
import { envOf, react, tcbOf, withTcb, type Watch } from './watch.ts';

/** How soon a host answers a segment that it refuses, ms. */
const AT_ONCE = 100;

/** The segment as its receiver's clock reads it: what it echoes stands for when that left. */
function byClock({ stamps }: Watch, to: HostId, segment: Segment): Segment {
  const { ts } = segment.options;
  if (ts === undefined) return segment;
  const left = stamps[to].get(ts.ecr);
  // An echo of 0 says nothing; so does one of a time that is not known.
  const ecr = left === undefined ? 0 : Math.max(1, Math.round(left));
  return { ...segment, options: { ...segment.options, ts: { val: ts.val, ecr } } };
}

/** What a segment does at a host. */
export function reactionTo(watch: Watch, to: HostId, segment: Segment, host: Host = watch.hosts[to], profile?: Profile): Reaction {
  const [connection] = host.connections;
  if (connection === undefined) throw new Error('An observed host has one connection');
  const { local, remote } = connection;
  return arrive(host, { local, remote, segment: byClock(watch, to, segment) }, envOf(watch, to, profile));
}

function answers(reaction: Reaction, segment: Segment): boolean {
  return reaction.effects.some((effect) => effect.type === 'emit' && isSameSegment(effect.segment, segment));
}

/** What may have happened at a host unseen, so that it answers with RST: its user is gone. */
function unseen(tcb: Tcb): readonly Way[] {
  const both: Way = [{ event: { type: 'CLOSE', both: true } }];
  const ways: Way[] = [];
  if (tcb.state === 'SYN-SENT' || tcb.state === 'LISTEN') ways.push([{ event: { type: 'ABORT' } }]);
  if (tcb.snd.fin === 'no') ways.push(both);
  if (tcb.state === 'FIN-WAIT-2') ways.push([{ event: { type: 'TIME-WAIT TIMEOUT' } }]);
  return ways;
}

/** The RST that the host sends next, where it does at once. */
function nextReset(watch: Watch, host: HostId): Segment | null {
  const next = watch.fates[watch.upcoming[host][0] ?? -1];
  if (next === undefined || !has(next.seen.segment.flags, RST) || next.leaves - watch.now > AT_ONCE) return null;
  return next.seen.segment;
}

/** What the host's CLOSE was is known now. */
function closedBothWays({ moments }: Watch, host: HostId): void {
  const at = moments.findLastIndex((moment) => moment.kind === 'endpoint' && moment.host === host && moment.event.type === 'CLOSE');
  const moment = moments[at];
  if (moment?.kind === 'endpoint') moments[at] = { ...moment, event: { type: 'CLOSE', both: true } };
}

/** Data that leaves with the third segment of the handshake was handed over before. */
function queueEarly(watch: Watch, host: HostId, segment: Segment): void {
  const next = watch.fates[watch.upcoming[host][0] ?? -1];
  const { state, snd, queue } = tcbOf(watch.hosts, host);
  // Data that went with the SYN may come again.
  if (next === undefined || state !== 'SYN-SENT' || snd.unsent > 0 || queue.some(({ length }) => length > 0)) return;
  const { length, ack, flags } = next.seen.segment;
  const isThird = length > 0 && !has(flags, RST) && ack === seqAdd(segment.seq, 1) && has(segment.flags, SYN) && next.leaves - watch.now < AT_ONCE;
  if (!isThird) return;
  const early = tried(watch, host, [{ event: { type: 'SEND', length } }]);
  if (early.emitted.length === 0) adopt(watch, host, early);
}

/** A RST that the rules do not give as an answer: whether something unseen explains it. Then that happened. */
function explainReset(watch: Watch, host: HostId, segment: Segment, rst: Segment): Reaction | null {
  const tcb = tcbOf(watch.hosts, host);
  if (tcb.snd.fin !== 'no') {
    // The CLOSE was one of both ways.
    const deaf = withTcb(watch.hosts[host], { ...tcb, rcv: { ...tcb.rcv, deaf: true } });
    const reaction = reactionTo(watch, host, segment, deaf);
    if (answers(reaction, rst)) {
      closedBothWays(watch, host);
      return reaction;
    }
  }
  for (const way of unseen(tcb)) {
    const one: Tried = tried(watch, host, way);
    const last = one.steps.at(-1);
    if (last === undefined || one.emitted.length > 0) continue;
    const reaction = reactionTo(watch, host, segment, last.reaction.host);
    if (!answers(reaction, rst)) continue;
    for (const { deed, reaction: step } of one.steps) react(watch, host, deed.event, null, step);
    return reaction;
  }
  return null;
}

function isSynAck(fate: Fate | undefined): boolean {
  return fate !== undefined && has(fate.seen.segment.flags, SYN) && has(fate.seen.segment.flags, ACK);
}

/** The host's user listens. */
export function listen(watch: Watch, host: HostId): void {
  adopt(watch, host, tried(watch, host, [{ event: { type: 'OPEN', mode: 'passive' } }]));
}

/** A captured segment reaches its host. */
export function land(watch: Watch, place: number): void {
  const found = watch.fates[place];
  const id = watch.flightOf.get(place);
  const flight = id === undefined ? undefined : watch.flights[id];
  if (found === undefined || id === undefined || flight === undefined || watch.arrived.has(place)) return;
  watch.arrived.add(place);
  const { to, segment } = found.seen;
  watch.flights[id] = { ...flight, fate: 'delivered', arrivesAt: watch.now };
  if (tcbOf(watch.hosts, to).state === 'CLOSED' && isSynAck(watch.fates[watch.upcoming[to][0] ?? -1])) listen(watch, to);
  queueEarly(watch, to, segment);
  const plain = reactionTo(watch, to, segment);
  const rst = nextReset(watch, to);
  const known = rst === null || answers(plain, rst) || watch.pending[to].some((one) => isSameSegment(one.segment, rst));
  const reaction = known ? plain : (explainReset(watch, to, segment, rst) ?? plain);
  const host = watch.hosts[to];
  watch.latest[to] = segment;
  watch.last[to] = (profile) => reactionTo(watch, to, segment, host, profile).effects.flatMap((effect) => (effect.type === 'emit' ? [effect.segment] : []));
  react(watch, to, { type: 'SEGMENT ARRIVES', segment }, id, reaction);
}

/** A segment that the rules have sent, and that nobody captured, reaches the other host: what that host sends shows it. */
export function landUnseen(watch: Watch, to: HostId, segment: Segment): void {
  react(watch, to, { type: 'SEGMENT ARRIVES', segment }, null, reactionTo(watch, to, segment));
}

