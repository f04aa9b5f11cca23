import type { TcpEvent, UserCall } from '../../tcp/event.ts';
import { SYNCHRONIZED } from '../../tcp/state.ts';
import type { Tcb, TimerName } from '../../tcp/tcb.ts';
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
  /** Indices of the exploration's calls. */
  readonly calls: readonly number[];
  readonly toward: Toward;
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
  /** The side after a call that begins the exploration. */
  readonly opened: (side: number, call: UserCall) => Pick<Move, 'to' | 'sent'>;
}

/** Timers that send again: nothing of this kind happens while a segment that could stop them is under way, unless the wire is lossy. */
const AGAIN: readonly TimerName[] = ['retransmission', 'persist', 'keep-alive', 'user'];

/** The sides of one host. */
export function sidesOf(exploration: Exploration, host: HostId, traffic: Traffic): Sides {
  const carrier = carrierOf(exploration.wire);
  const endpoints = endpointsOf(exploration, host, traffic);
  const calls = exploration.calls[host];
  const all = interned<Side>();
  const moves: (readonly Move[] | undefined)[] = [];
  const said: (number | undefined)[] = [];
  const received = new Map<number, Map<number, number>>();

  const numberOf = (side: Side): number => {
    const { segments, lose, duplicate, overtake } = side.toward;
    return all.idOf(`${side.endpoint} ${side.calls.join()} ${segments.join()} ${lose} ${duplicate} ${overtake}`, () => side);
  };

  /** From a synchronized state nothing leads back to LISTEN: there OPEN only gives an error, and after CLOSE so do SEND and CLOSE. */
  const callable = ({ state, snd }: Tcb, left: readonly number[]): readonly number[] => {
    if (!SYNCHRONIZED.includes(state)) return left;
    const able = left.filter((index) => {
      const type = calls[index]?.type;
      return type !== 'OPEN' && (snd.fin === 'no' || (type !== 'SEND' && type !== 'CLOSE'));
    });
    return able.length === left.length ? left : able;
  };

  /** What is left of a side's calls and wire, and the event that befalls its endpoint. */
  const befalls = (side: Side, left: Omit<Side, 'endpoint'>, key: string, event: TcpEvent): Omit<Move, 'event' | 'took' | 'patient'> => {
    const made = endpoints.happens(side.endpoint, key, event);
    const over = endpoints.at(made.endpoint).state === 'CLOSED' && endpoints.at(side.endpoint).state !== 'CLOSED';
    // Each endpoint has one life: one that is CLOSED again stays so.
    const to = numberOf({ endpoint: made.endpoint, calls: over ? [] : callable(endpoints.at(made.endpoint), left.calls), toward: left.toward });
    return { to, sent: made.sent, silent: made.endpoint === side.endpoint && left === side, changes: made.changes, broken: made.broken };
  };

  const movesOf = (side: Side): readonly Move[] => [
    ...carrier.passings(side.toward).map(({ what, segment: took, left }): Move => {
      const segment = traffic.segmentAt(took);
      const after = left === side.toward ? side : { calls: side.calls, toward: left };
      if (what === 'arrives') {
        const event = { type: 'SEGMENT ARRIVES', segment } as const;
        return { event, took, patient: false, ...befalls(side, after, `${took}`, event) };
      }
      const type = what === 'lost' ? 'LOST' : 'COPIED';
      return { event: { type, segment }, took: null, patient: false, to: numberOf({ ...side, toward: left }), sent: 0, silent: false, changes: [], broken: [] };
    }),
    ...side.calls.flatMap((index): readonly Move[] => {
      const event = calls[index];
      if (event === undefined) return [];
      const left = { calls: side.calls.filter((other) => other !== index), toward: side.toward };
      const move = { event, took: null, patient: false, ...befalls(side, left, `call ${index}`, event) };
      const refused = move.sent === 0 && all.at(move.to).endpoint === side.endpoint;
      return refused && move.broken.length === 0 ? [] : [move];
    }),
    ...endpoints.running(side.endpoint).map((timer): Move => {
      const event = TIMEOUTS[timer];
      return { event, took: null, patient: carrier.patient && AGAIN.includes(timer), ...befalls(side, side, timer, event) };
    }),
  ];

  const movesAt = (id: number): readonly Move[] => {
    // What changes nothing is no move.
    const found = moves[id] ?? movesOf(all.at(id)).filter(({ to, sent, broken }) => to !== id || sent !== 0 || broken.length > 0);
    moves[id] = found;
    return found;
  };

  const receiving = (id: number, sent: number): number => {
    if (sent === 0) return id;
    const known = received.get(id) ?? new Map<number, number>();
    received.set(id, known);
    const found = known.get(sent) ?? numberOf({ ...all.at(id), toward: carrier.put(all.at(id).toward, traffic.inList(sent)) });
    known.set(sent, found);
    return found;
  };

  return {
    first: numberOf({ endpoint: endpoints.first, calls: calls.map((_call, index) => index), toward: carrier.empty }),
    tcbAt: (id) => endpoints.at(all.at(id).endpoint),
    endpointAt: (id) => all.at(id).endpoint,
    movesAt,
    receiving,
    expects: (id) => carrier.patient && all.at(id).toward.segments.length > 0,
    idle: (id) => endpoints.running(all.at(id).endpoint).length === 0,
    said: (id) => {
      const found = said[id] ?? traffic.listOfNumbers([...new Set(movesAt(id).filter(({ silent }) => silent).flatMap(({ sent }) => traffic.inList(sent)))]);
      said[id] = found;
      return found;
    },
    opened: (id, call) => befalls(all.at(id), all.at(id), JSON.stringify(call), call),
  };
}
