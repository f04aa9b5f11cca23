import type { Env } from '../tcp/env.ts';
import type { TcpEvent, UserCall } from '../tcp/event.ts';
import type { ProfileName } from '../tcp/profile.ts';
import { PROFILES } from '../tcp/profiles.ts';
import type { Segment } from '../tcp/segment.ts';
import { seq } from '../tcp/seq.ts';
import type { State } from '../tcp/state.ts';
import { step } from '../tcp/step.ts';
import { closedTcb, type Tcb } from '../tcp/tcb.ts';
import { broken, type Broken } from './invariant.ts';
import { HOST_IDS, peerOf, type HostId } from './scenario.ts';

/** Two endpoints and the wire between them, times left out: what an exploration knows of a moment. */
export interface Configuration {
  readonly endpoints: Readonly<Record<HostId, Tcb>>;
  /** Segments on their way to each host: on a `fifo` wire the queue, on a `lossy` one all that were ever sent. */
  readonly toward: Readonly<Record<HostId, readonly Segment[]>>;
  /** The calls that each user may still make, each once. */
  readonly calls: Readonly<Record<HostId, readonly UserCall[]>>;
}

/** What to explore. */
export interface Exploration {
  readonly profile: ProfileName;
  /** `fifo`: everything arrives, in order. `lossy`: any segment may be lost, repeated and overtaken, any number of times. */
  readonly wire: 'fifo' | 'lossy';
  readonly iss: Readonly<Record<HostId, number>>;
  /** Calls made before the exploration begins, e.g. B listens and A connects. */
  readonly opening: readonly { readonly host: HostId; readonly call: UserCall }[];
  /** Calls that each user may make at any moment, each once. */
  readonly calls: Configuration['calls'];
  /** The exploration ends, `bounded`, when it knows so many configurations. */
  readonly bound: number;
}

/** Two states, in alphabetical order: `CLOSED|LISTEN`. */
export type Pair = `${State}|${State}`;

/** What an exploration found. */
export interface Explored {
  /** Distinct configurations. */
  readonly configurations: number;
  readonly bounded: boolean;
  /** Each pair of states that was reached, with the shortest way there, as words. */
  readonly pairs: ReadonlyMap<Pair, readonly string[]>;
  /** Each change of state of one endpoint: `SYN-SENT>ESTABLISHED`. */
  readonly transitions: ReadonlySet<string>;
  readonly broken: readonly (Broken & { readonly way: readonly string[] })[];
}

const WINDOW = 1000;

interface Node {
  readonly at: Configuration;
  readonly before: Node | null;
  readonly by: string;
}

function segmentKey(segment: Segment): string {
  return `${segment.flags}.${segment.seq}.${segment.ack}.${segment.length}`;
}

function endpointKey({ state, opened, snd, rcv, queue, timers }: Tcb): string {
  const queued = queue.map((entry) => `${entry.flags}.${entry.seq}.${entry.length}`).join();
  const beyond = rcv.beyond.map((run) => `${run.seq}.${run.length}.${String(run.fin)}`).join();
  return `${state}${opened[0] ?? ''} ${snd.una} ${snd.nxt} ${snd.wnd} ${snd.unsent}${snd.fin[0] ?? ''} ${rcv.nxt}${rcv.owed[0] ?? ''} ${queued};${beyond};${timers['time-wait'] === null ? '' : 't'}`;
}

/** Equal for configurations that behave alike; on a lossy wire the order of the segments does not count. */
function keyOf({ endpoints, toward, calls }: Configuration, wire: Exploration['wire']): string {
  const wires = HOST_IDS.map((host) => {
    const keys = toward[host].map(segmentKey);
    return (wire === 'lossy' ? keys.sort() : keys).join();
  });
  return `${endpointKey(endpoints.A)}|${endpointKey(endpoints.B)}|${wires.join('|')}|${calls.A.length}${calls.B.length}`;
}

function pairOf({ endpoints }: Configuration): Pair {
  const [one, other] = [endpoints.A.state, endpoints.B.state];
  return one < other ? `${one}|${other}` : `${other}|${one}`;
}

function sentOn(wire: Exploration['wire'], waiting: readonly Segment[], segment: Segment): readonly Segment[] {
  if (wire === 'fifo') return [...waiting, segment];
  const key = segmentKey(segment);
  return waiting.some((other) => segmentKey(other) === key) ? waiting : [...waiting, segment];
}

interface Happened {
  readonly at: Configuration;
  /** The changes of state on the way, `SYN-SENT>ESTABLISHED`. */
  readonly changes: readonly string[];
}

function happened(exploration: Exploration, at: Configuration, host: HostId, event: TcpEvent): Happened {
  const env: Env = { now: 0, profile: PROFILES[exploration.profile], iss: seq(exploration.iss[host]), mss: 1460, delayedAck: 0, keepAlive: null, userTimeout: null };
  const { endpoint, effects } = step(at.endpoints[host], event, env);
  const peer = peerOf(host);
  const waiting = effects.reduce<readonly Segment[]>(
    (all, effect) => (effect.type === 'emit' ? sentOn(exploration.wire, all, effect.segment) : all),
    at.toward[peer],
  );
  const changes = effects.flatMap((effect) => (effect.type === 'state' ? [`${effect.from}>${effect.to}`] : []));
  return { at: { ...at, endpoints: { ...at.endpoints, [host]: endpoint }, toward: { ...at.toward, [peer]: waiting } }, changes };
}

function wordsOf(host: HostId, event: TcpEvent): string {
  return event.type === 'SEGMENT ARRIVES' ? `${host} receives ${segmentKey(event.segment)}` : `${host} ${event.type}`;
}

/** The calls that the user may make now: one that was opened and is CLOSED again stays so, each endpoint has one life. */
function callable(exploration: Exploration, at: Configuration, host: HostId): readonly UserCall[] {
  const opens = (calls: readonly UserCall[]) => calls.filter((call) => call.type === 'OPEN' || call.type === 'SEND').length;
  const lived = opens(at.calls[host]) < opens(exploration.calls[host]);
  return lived && at.endpoints[host].state === 'CLOSED' ? [] : at.calls[host];
}

/** Everything that can happen next, with the words for it. */
function successors(exploration: Exploration, at: Configuration): readonly (Happened & { readonly by: string })[] {
  return HOST_IDS.flatMap((host) => {
    const go = (event: TcpEvent, from: Configuration = at) => ({ ...happened(exploration, from, host, event), by: wordsOf(host, event) });
    const waiting = at.toward[host];
    const arrivals =
      exploration.wire === 'fifo'
        ? waiting.slice(0, 1).map((segment) => go({ type: 'SEGMENT ARRIVES', segment }, { ...at, toward: { ...at.toward, [host]: waiting.slice(1) } }))
        : waiting.map((segment) => go({ type: 'SEGMENT ARRIVES', segment }));
    const calls = callable(exploration, at, host).map((call) =>
      go(call, { ...at, calls: { ...at.calls, [host]: at.calls[host].filter((other) => other !== call) } }),
    );
    const { timers } = at.endpoints[host];
    const timeWait = timers['time-wait'] === null ? [] : [go({ type: 'TIME-WAIT TIMEOUT' })];
    const retransmission = exploration.wire === 'fifo' || timers.retransmission === null ? [] : [go({ type: 'RETRANSMISSION TIMEOUT' })];
    return [...arrivals, ...calls, ...timeWait, ...retransmission];
  });
}

function begin(exploration: Exploration): Configuration {
  const closed: Configuration = {
    endpoints: { A: closedTcb(WINDOW), B: closedTcb(WINDOW) },
    toward: { A: [], B: [] },
    calls: exploration.calls,
  };
  return exploration.opening.reduce((at, { host, call }) => happened(exploration, at, host, call).at, closed);
}

function wayTo(node: Node): readonly string[] {
  return node.before === null ? [] : [...wayTo(node.before), node.by];
}

/** Visits every configuration that can be reached, breadth first, so that the way to each pair is a shortest one. Pure. */
export function explore(exploration: Exploration): Explored {
  const first: Node = { at: begin(exploration), before: null, by: '' };
  const seen = new Set([keyOf(first.at, exploration.wire)]);
  const pairs = new Map<Pair, readonly string[]>([[pairOf(first.at), []]]);
  const transitions = new Set<string>();
  const wrong: (Broken & { way: readonly string[] })[] = [];
  let frontier: readonly Node[] = [first];
  while (frontier.length > 0 && seen.size < exploration.bound) {
    const next: Node[] = [];
    for (const node of frontier) {
      for (const { at, by, changes } of successors(exploration, node.at)) {
        const key = keyOf(at, exploration.wire);
        for (const change of changes) transitions.add(change);
        if (seen.has(key)) continue;
        seen.add(key);
        const reached: Node = { at, before: node, by };
        const pair = pairOf(at);
        if (!pairs.has(pair)) pairs.set(pair, wayTo(reached));
        for (const one of broken(at.endpoints)) wrong.push({ ...one, way: wayTo(reached) });
        next.push(reached);
      }
    }
    frontier = next;
  }
  return { configurations: seen.size, bounded: frontier.length > 0, pairs, transitions, broken: wrong };
}
