import type { TcpEvent, UserCall } from '../../tcp/event.ts';
import { SYNCHRONIZED } from '../../tcp/state.ts';
import { TIMERS, type Tcb, type TimerName } from '../../tcp/tcb.ts';
import type { HostId } from '../scenario.ts';
import { TIMEOUTS } from '../../tcp/timeout.ts';
import { endpointsOf } from './endpoints.ts';
import type { Exploration, Happening } from './exploration.ts';
import { interned } from './interned.ts';
import { carrierOf, type Toward } from './toward.ts';
import type { Traffic } from './traffic.ts';

/** One of the two halves of a configuration: a host's endpoint, the calls that its user may still make, and what is on its way to it. */
interface Side {
  readonly endpoint: number;
  /** A bit for each of the exploration's calls, by its index. */
  readonly calls: number;
  /** The number of what is on its way. */
  readonly toward: number;
}

/** Something that can happen at a side. */
export interface Move {
  readonly event: Happening['event'];
  /** For an arrival, the number of the segment. */
  readonly took: number | null;
  /** The number of the side afterwards. */
  readonly to: number;
  /** The number of the list of segments that leave for the other side; 0: none. */
  readonly sent: number;
  /** Happens only when nothing is under way. */
  readonly patient: boolean;
  /** Leaves the side as it was: the host only sends. */
  readonly silent: boolean;
  readonly changes: readonly string[];
  readonly broken: readonly string[];
  /** Whether it changes a state or breaks an invariant. */
  readonly notable: boolean;
}

/** All that one host's side has been in an exploration, by number. */
export interface Sides {
  readonly first: number;
  readonly tcbAt: (side: number) => Tcb;
  readonly endpointAt: (side: number) => number;
  readonly movesAt: (side: number) => readonly Move[];
  /** The side once these have been sent to it, by the number of their list. */
  readonly receiving: (side: number, sent: number) => number;
  /** Whether a segment is under way that will arrive, but for faults. */
  readonly expects: (side: number) => boolean;
  /** Whether no timer runs. */
  readonly idle: (side: number) => boolean;
  /** The list of all that the side's silent moves send. */
  readonly said: (side: number) => number;
  /** The side after one of the calls that begin the exploration, by its index. */
  readonly opened: (side: number, opening: number) => Pick<Move, 'to' | 'sent'>;
}

/** Timers that send again: nothing of this kind happens while a segment that could stop them is under way, unless the wire is lossy. */
const AGAIN: readonly TimerName[] = ['retransmission', 'persist', 'keep-alive', 'user'];

/** The room for endpoints in a side's key: no exploration that anyone waits for has as many. */
const MOST_ENDPOINTS = 2 ** 20;

/** The sides of one host. */
export function sidesOf(exploration: Exploration, host: HostId, traffic: Traffic): Sides {
  const carrier = carrierOf(exploration.wire);
  const endpoints = endpointsOf(exploration, host, traffic);
  const calls = exploration.calls[host];
  const towards = interned<string, Toward>();
  const all = interned<number, Side>();
  const moves: (readonly Move[])[] = [];
  const said: number[] = [];
  const received: Map<number, number>[] = [];

  const everyCall = 2 ** calls.length - 1;

  const numberOf = (endpoint: number, left: number, toward: number): number => {
    if (endpoint >= MOST_ENDPOINTS) throw new RangeError('Too many endpoints to explore');
    const key = (toward * MOST_ENDPOINTS + endpoint) * (everyCall + 1) + left;
    return all.known(key) ?? all.idOf(key, { endpoint, calls: left, toward });
  };

  const towardOf = (toward: Toward): number => {
    const { segments, lose, duplicate, overtake } = toward;
    return towards.idOf(`${segments.join()} ${lose} ${duplicate} ${overtake}`, toward);
  };

  const bitsOf = (wanted: (call: UserCall) => boolean) => calls.reduce((bits, call, index) => (wanted(call) ? bits | (1 << index) : bits), 0);
  const openings = bitsOf(({ type }) => type === 'OPEN');
  const closings = bitsOf(({ type }) => type === 'SEND' || type === 'CLOSE');

  /** From a synchronized state nothing leads back to LISTEN: there OPEN only gives an error, and after CLOSE so do SEND and CLOSE. */
  const callable = ({ state, snd }: Tcb, left: number): number => {
    if (!SYNCHRONIZED.includes(state)) return left;
    return left & ~openings & (snd.fin === 'no' ? ~0 : ~closings);
  };

  /** An event befalls the endpoint of a side; `left` is what remains of the side's calls and of what was on its way. */
  const befalls = (side: Side, left: Omit<Side, 'endpoint'>, key: number, event: TcpEvent): Omit<Move, 'event' | 'took' | 'patient'> => {
    const made = endpoints.happens(side.endpoint, key, event);
    const tcb = endpoints.at(made.endpoint);
    // Each endpoint has one life: one that is CLOSED again stays so.
    const over = tcb.state === 'CLOSED' && endpoints.at(side.endpoint).state !== 'CLOSED';
    const to = numberOf(made.endpoint, over ? 0 : callable(tcb, left.calls), left.toward);
    const silent = made.endpoint === side.endpoint && left === side;
    return { to, sent: made.sent, silent, changes: made.changes, broken: made.broken, notable: made.changes.length + made.broken.length > 0 };
  };

  const passings = (side: Side): readonly Move[] => {
    const now = towards.at(side.toward);
    return carrier.passings(now).map(({ what, segment: took, left }): Move => {
      const segment = traffic.segmentAt(took);
      const toward = left === now ? side.toward : towardOf(left);
      if (what === 'arrives') {
        const event = { type: 'SEGMENT ARRIVES', segment } as const;
        return { event, took, patient: false, ...befalls(side, toward === side.toward ? side : { calls: side.calls, toward }, took, event) };
      }
      const to = numberOf(side.endpoint, side.calls, toward);
      return { event: { type: what === 'lost' ? 'LOST' : 'COPIED', segment }, took: null, patient: false, to, sent: 0, silent: false, changes: [], broken: [], notable: false };
    });
  };

  /** The calls of which something comes: the key of a call is negative, and odd. */
  const callsOf = (side: Side): readonly Move[] =>
    calls.flatMap((event, index): readonly Move[] => {
      if ((side.calls & (1 << index)) === 0) return [];
      const left = { calls: side.calls & ~(1 << index), toward: side.toward };
      const move = { event, took: null, patient: false, ...befalls(side, left, -2 * index - 1, event) };
      const refused = move.sent === 0 && all.at(move.to).endpoint === side.endpoint;
      return refused && move.broken.length === 0 ? [] : [move];
    });

  const expiries = (side: Side): readonly Move[] =>
    endpoints.running(side.endpoint).map((timer): Move => {
      const event = TIMEOUTS[timer];
      return { event, took: null, patient: carrier.patient && AGAIN.includes(timer), ...befalls(side, side, -2 * TIMERS.indexOf(timer) - 2, event) };
    });

  const movesOf = (id: number): readonly Move[] => {
    const side = all.at(id);
    // What changes nothing is no move.
    return [...passings(side), ...callsOf(side), ...expiries(side)].filter(({ to, sent, broken }) => to !== id || sent !== 0 || broken.length > 0);
  };

  const movesAt = (id: number): readonly Move[] => (moves[id] ??= movesOf(id));

  return {
    first: numberOf(endpoints.first, everyCall, towardOf(carrier.empty)),
    tcbAt: (id) => endpoints.at(all.at(id).endpoint),
    endpointAt: (id) => all.at(id).endpoint,
    movesAt,
    receiving: (id, sent) => {
      if (sent === 0) return id;
      const known = (received[id] ??= new Map<number, number>());
      const found = known.get(sent);
      if (found !== undefined) return found;
      const { endpoint, calls: left, toward } = all.at(id);
      const to = numberOf(endpoint, left, towardOf(carrier.put(towards.at(toward), traffic.inList(sent))));
      known.set(sent, to);
      return to;
    },
    expects: (id) => carrier.patient && towards.at(all.at(id).toward).segments.length > 0,
    idle: (id) => endpoints.running(all.at(id).endpoint).length === 0,
    said: (id) => (said[id] ??= traffic.listOfNumbers([...new Set(movesAt(id).filter(({ silent }) => silent).flatMap(({ sent }) => traffic.inList(sent)))])),
    opened: (id, index) => {
      const call = exploration.opening[index]?.call;
      return call === undefined ? { to: id, sent: 0 } : befalls(all.at(id), all.at(id), -2 * (calls.length + index) - 1, call);
    },
  };
}
