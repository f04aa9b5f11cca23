import type { TcpEvent, UserCall } from '../../tcp/event.ts';
import type { ProfileName } from '../../tcp/profile.ts';
import type { Segment } from '../../tcp/segment.ts';
import type { HostId } from '../scenario.ts';

/** A wire that keeps the order, but for so many faults in each direction. */
export interface Faults {
  /** Segments that may be lost. */
  readonly lose: number;
  /** Segments of which a second copy may come, behind all that is under way. */
  readonly duplicate: number;
  /** Segments that may overtake all that is under way. */
  readonly overtake: number;
}

/** Everything arrives, in order. */
export const IN_ORDER: Faults = { lose: 0, duplicate: 0, overtake: 0 };

/** What to explore. */
export interface Exploration {
  readonly profile: ProfileName;
  /** `lossy`: any segment may be lost, repeated and overtaken, any number of times. */
  readonly wire: 'lossy' | Faults;
  readonly iss: Readonly<Record<HostId, number>>;
  /** Calls made before the exploration begins, e.g. B listens and A connects. */
  readonly opening: readonly { readonly host: HostId; readonly call: UserCall }[];
  /** Calls that each user may make at any moment, each once; one that would only be answered by an error is not made. */
  readonly calls: Readonly<Record<HostId, readonly UserCall[]>>;
  /** The exploration ends, `bounded`, when it knows so many configurations. */
  readonly bound: number;
  /**
   * On a lossy wire what leaves an endpoint as it was and only makes it send is done at once, and is no step of its own;
   * `every`: it is, as everything else. The same is found either way, but for the number of configurations.
   */
  readonly every: boolean;
}

/** One thing that happens: at a host, or to a segment on its way to the host. */
export interface Happening {
  readonly host: HostId;
  readonly event: TcpEvent | { readonly type: 'LOST'; readonly segment: Segment } | { readonly type: 'COPIED'; readonly segment: Segment };
}

/** From the start to somewhere, one thing after the other. */
export type Way = readonly Happening[];
