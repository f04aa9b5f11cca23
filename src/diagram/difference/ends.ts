import { HOST_IDS, type HostId } from '../../simulation/scenario.ts';
import type { Trace } from '../../simulation/trace.ts';
import type { Signal } from '../../tcp/effect.ts';
import type { State } from '../../tcp/state.ts';
import { sameData } from './same-data.ts';

interface Both<Kind extends string, Value> {
  readonly what: Kind;
  readonly one: Value;
  readonly other: Value;
  readonly same: boolean;
}

/** One thing that can be said of the end of both runs. */
export type End =
  /** The state of a host's endpoint, of several connections with the port that names its own; null where a run has no such connection. */
  | (Both<'state', State | null> & { readonly host: HostId; readonly port: number | null })
  /** What the user was told, in order. */
  | (Both<'told', readonly Signal[]> & { readonly host: HostId })
  /** Octets delivered to the user. */
  | (Both<'received', number> & { readonly host: HostId })
  | Both<'segments', number>
  /** When the last moment was, ms. */
  | Both<'time', number>
  | Both<'ended', Trace['ended']>;

/** What both runs came to: states of each host, what its user was told and received, how many segments, when and how they ended. */
export function endsOf(one: Trace, other: Trace): readonly End[] {
  const longer = one.connections.length < other.connections.length ? other : one;
  const states = HOST_IDS.flatMap((host) =>
    longer.connections.map(({ name }, at): End => {
      const [a, b] = [one.connections[at]?.end[host].state ?? null, other.connections[at]?.end[host].state ?? null];
      return { what: 'state', host, port: longer.connections.length < 2 ? null : name, one: a, other: b, same: a === b };
    }),
  );
  const users = HOST_IDS.flatMap((host): readonly End[] => [
    { what: 'told', host, ...both(one.told[host], other.told[host]) },
    { what: 'received', host, ...both(one.received[host], other.received[host]) },
  ]);
  return [
    ...states,
    ...users,
    { what: 'segments', ...both(one.flights.length, other.flights.length) },
    { what: 'time', ...both(one.endedAt, other.endedAt) },
    { what: 'ended', ...both(one.ended, other.ended) },
  ];
}

function both<Value>(one: Value, other: Value): Pick<Both<string, Value>, 'one' | 'other' | 'same'> {
  return { one, other, same: sameData(one, other) };
}
