import type { HostEnv } from '../simulation/host/host-env.ts';
import { newHost, type Connection, type Host } from '../simulation/host/host.ts';
import type { Reaction } from '../simulation/host/reaction.ts';
import type { KeepAlive } from '../tcp/keep-alive.ts';
import type { Profile, ProfileName } from '../tcp/profile.ts';
import { PROFILES } from '../tcp/profiles.ts';
import type { Segment } from '../tcp/segment.ts';
import { alterations, type Alteration } from './alteration.ts';
import { FRESH, optionOf, profileFor, settingsFor, type AppSocket } from './app-socket.ts';
import { flowKey, flowOf, otherSide, sideOf, type Flow } from './flow.ts';
import { keepAliveUnder, profileUnder, settingsOf } from './kernel-settings.ts';
import type { Recorded, Recording, Side } from './recording.ts';
import { isRecorded } from './recorded-segment.ts';

/** A segment that a host of the engine sent, or that was injected. */
export interface Sent {
  /** When it left, ms since the recording's first segment. */
  readonly at: number;
  readonly from: Side;
  readonly flow: Flow;
  readonly segment: Segment;
  /** The recorded segment that it is; null: the recording has none that is like it. */
  readonly recorded: Recorded | null;
}

/** A segment on its way to a host. */
export interface Arrival {
  readonly at: number;
  readonly to: Side;
  readonly flow: Flow;
  readonly segment: Segment;
}

/** Something that is done at an hour, ms. */
export interface Act {
  readonly at: number;
  readonly go: () => void;
}

/** A recording on its way through the engine; the one mutable thing of this room. */
export interface Play {
  readonly recording: Recording;
  readonly bases: Readonly<Record<Side, Profile>>;
  readonly keepAlive: Readonly<Record<Side, KeepAlive>>;
  readonly fastOpen: Readonly<Record<Side, number>>;
  readonly hosts: Record<Side, Host>;
  now: number;
  /** The recorded segments that the engine has not sent yet. */
  readonly left: { readonly line: Recorded; readonly from: Side; readonly key: string }[];
  readonly wire: Arrival[];
  /** The recorded segments that the wire altered. */
  readonly altered: ReadonlyMap<Recorded, Alteration>;
  readonly agenda: Act[];
  readonly sent: Sent[];
  /** The sockets of each host's applications, by name. */
  readonly sockets: Record<Side, Map<string, AppSocket>>;
  /** When each running timer was set, ms, by host, place and name. */
  readonly setAt: Map<string, number>;
  /** The Fast Open cookie that each host has from its peer. */
  readonly cookies: Record<Side, string | null>;
  /** Options that were set and that the replay does not know. */
  readonly unknown: Set<string>;
}

/** The recording with nothing played yet, its two hosts under the habits of the profile and the settings that they had. */
export function beginning(recording: Recording, profile: ProfileName): Play {
  const sides = <Value>(of: (side: Side) => Value): Record<Side, Value> => ({ A: of('A'), B: of('B') });
  const settings = sides((side) => settingsOf(recording, side));
  const bases = sides((side) => profileUnder(PROFILES[profile], settings[side]));
  return {
    recording,
    bases,
    keepAlive: sides((side) => keepAliveUnder(bases[side], settings[side])),
    fastOpen: sides((side) => Number(settings[side]('tcp_fastopen') ?? 0)),
    hosts: sides((side) => newHost(recording.hosts[side].ip)),
    now: -Infinity,
    left: recording.ladder.flatMap((line) => (line.fate === 'injected' ? [] : [{ line, from: sideOf(line), key: flowKey(flowOf(line, recording)) }])),
    wire: [],
    altered: alterations(recording),
    agenda: [],
    sent: [],
    sockets: sides(() => new Map()),
    setAt: new Map(),
    cookies: sides(() => null),
    unknown: new Set(),
  };
}

/** The flow of a connection of a host. */
export function flowAt({ recording }: Play, side: Side, { local, remote }: Pick<Connection, 'local' | 'remote'>): Flow {
  const own = { address: recording.hosts[side].ip, port: local };
  return side === 'A' ? { A: own, B: remote } : { A: remote, B: own };
}

/** The socket whose connection is at this place of the host; where no application has it yet, the listener's. */
export function socketAt({ sockets, hosts }: Play, side: Side, place: number | null, port: number): AppSocket {
  const all = [...sockets[side].values()];
  const owner = place === null ? undefined : all.find((socket) => socket.place === place);
  if (owner !== undefined) return owner;
  return hosts[side].listeners.some((listener) => listener.port === port) ? (all.find((socket) => socket.port === port && socket.options.has('listens')) ?? FRESH) : FRESH;
}

/** The largest segment that the socket announces, octets: what the link carries, or what was asked for. */
export function mssOf({ recording }: Play, side: Side, socket: AppSocket): number {
  const { ip, mtu } = recording.hosts[side];
  const most = mtu - (ip.includes(':') ? 60 : 40);
  return Math.min(most, optionOf(socket, 'TCP_MAXSEG') ?? most);
}

/** The initial sequence numbers that the host was recorded with in the flow. */
function issIn({ recording }: Play, side: Side, flow: Flow): readonly number[] {
  const key = flowKey(flow);
  const own = recording.ladder.filter((line) => line.fate !== 'injected' && sideOf(line) === side && line.flags.includes('SYN') && flowKey(flowOf(line, recording)) === key);
  return [...new Set(own.map(({ seq }) => seq))];
}

/** What an event of this flow at the host may know: the numbers that the real host chose are the engine's too. */
export function envAt(play: Play, side: Side, place: number | null, flow: Flow): HostEnv {
  const host = play.hosts[side];
  const socket = socketAt(play, side, place, flow[side].port);
  const next = issIn(play, side, flow).find((number) => !play.sent.some(({ from, segment }) => from === side && segment.seq === number)) ?? 1;
  return {
    now: play.now,
    profile: profileFor(play.bases[side], socket),
    issRule: { type: 'list', numbers: [...host.connections.map(() => next), ...Array.from({ length: host.issChosen + 1 }, () => next)] },
    mss: mssOf(play, side, socket),
    delayedAck: null,
    sendBuffer: null,
    fastOpen: fastOpenAt(play, side, socket),
    ...settingsFor(socket, play.keepAlive[side]),
  };
}

/** The cookies that the two hosts give each other. */
const GIVEN = { A: 'a0a0a0a0a0a0a0a0', B: 'b0b0b0b0b0b0b0b0' } as const;

function fastOpenAt({ fastOpen, cookies }: Play, side: Side, socket: AppSocket): HostEnv['fastOpen'] {
  const asks = (fastOpen[side] & 1) !== 0 && socket.options.has('TCP_FASTOPEN_CONNECT');
  const gives = (fastOpen[side] & 2) !== 0 && (optionOf(socket, 'TCP_FASTOPEN') ?? 0) > 0;
  return asks || gives ? { gives: GIVEN[side], has: asks ? cookies[side] : null, mss: 1460 } : null;
}

/** Takes what an event did to a host: its segments go on the wire. */
export function heed(play: Play, side: Side, reaction: Reaction, flow: Flow): void {
  play.hosts[side] = reaction.host;
  for (const effect of reaction.effects) {
    if (effect.type === 'timer' && reaction.connection !== null) play.setAt.set(`${side}${reaction.connection}${effect.timer}`, play.now);
    if (effect.type === 'cookie') play.cookies[side] = effect.cookie;
    if (effect.type === 'emit') launch(play, side, flow, effect.segment);
  }
}

/** The first recorded segment that is like this one, and that the engine has not sent yet. */
export function likeIt({ left }: Play, side: Side, flow: Flow, segment: Segment): Recorded | null {
  const key = flowKey(flow);
  return left.find((one) => one.from === side && one.key === key && isRecorded(one.line, segment))?.line ?? null;
}

/** A segment leaves: what became of the recorded one becomes of it, and what the recording does not have arrives after the usual delay. */
function launch(play: Play, side: Side, flow: Flow, segment: Segment): void {
  const line = likeIt(play, side, flow, segment);
  if (line !== null) play.left.splice(play.left.findIndex((one) => one.line === line), 1);
  play.sent.push({ at: play.now, from: side, flow, segment, recorded: line });
  const delays = line === null ? [play.recording.oneWayDelaySec] : line.tRecv.map((arrived) => arrived - line.t);
  const altered = line === null ? undefined : play.altered.get(line);
  if (altered === 'damaged') return;
  const arriving: Segment = altered === 'marked' && segment.ecn === 'ECT' ? { ...segment, ecn: 'CE' } : segment;
  for (const delay of delays) play.wire.push({ at: play.now + delay * 1000, to: otherSide(side), flow, segment: arriving });
}
