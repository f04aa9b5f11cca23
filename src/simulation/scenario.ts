import type { KeepAlive } from '../tcp/keep-alive.ts';
import type { Flags } from '../tcp/flags.ts';
import type { Profile, ProfileName } from '../tcp/profile.ts';
import type { Signal } from '../tcp/effect.ts';
import type { State } from '../tcp/state.ts';
import type { IssRule } from './host/iss.ts';

/** The two hosts of a scenario: A stands left in every diagram, B right. */
export type HostId = 'A' | 'B';

/** Both hosts, left to right. */
export const HOST_IDS: readonly HostId[] = ['A', 'B'];

/** The host at the other end of the wire. */
export function peerOf(host: HostId): HostId {
  return host === 'A' ? 'B' : 'A';
}

/**
 * Where a host is made otherwise than its profile says, e.g. Nagle turned off (RFC 9293 §3.7.4, MUST-17); an absent key is
 * as the profile has it. The notation has no words for the last two, which no profile has as a habit.
 */
export type Overrides = Partial<Pick<Profile, 'wscale' | 'sack' | 'timestamps' | 'ecn' | 'nagle' | 'synInWindow' | 'synSentSynFin' | 'deferAccept'>>;

/** What a host is before the scenario begins. */
export interface HostSetup {
  /** As the notation names it; `client` and `server` are shown in the reader's language, others as they are. */
  readonly name: string;
  /** The initial sequence numbers that the host chooses, in order, 0…2³²−1; the last one is repeated plus 64000 each time. */
  readonly iss: readonly number[];
  /** The rule by which the host chooses instead; absent: by the list. */
  readonly issBy?: Exclude<IssRule, { type: 'list' }>;
  /** The receive buffer and so the largest window, octets, 0…65535·2¹⁴; above 65535 only window scaling can offer all of it. */
  readonly window: number;
  /** The MSS that the host announces, octets, 1…65535. */
  readonly mss: number;
  /** TCP Fast Open: not used, used, or used with a cookie from an earlier connection, which its peer may have ceased to accept (RFC 7413). */
  readonly fastOpen: 'off' | 'on' | 'cookie' | 'old cookie';
  /** How many octets its user may hand over before they are acknowledged, 1 or more; null: any number (RFC 9293 §3.10.2). */
  readonly sendBuffer: number | null;
  /** How long the host delays an ACK that nothing hurries, ms, 0…499; 0: it acknowledges at once; null: as the profile has it (RFC 9293 §3.8.6.3). */
  readonly delayedAck: number | null;
  /** When the host probes a connection on which nothing happens; null: never (RFC 9293 §3.8.4). */
  readonly keepAlive: KeepAlive | null;
  /** How long what the host sends may stay unacknowledged, ms, 1 or more; null: as long as the profile retransmits (RFC 5482). */
  readonly userTimeout: number | null;
  readonly overrides: Overrides;
}

/**
 * Which of several connections is meant, by the port that it was opened from; absent: the first connection that the script
 * opens, and where that says more, every connection.
 */
export interface OnConnection {
  readonly on?: number;
}

/** When an act of the script happens. `quiet`: the act before it is done, and no segment is on the wire or to be retransmitted; probes do not count. */
export type When =
  | { readonly type: 'quiet' }
  /** In the same instant as the act before it. */
  | { readonly type: 'meanwhile' }
  /** `ms` after the act before it. */
  | { readonly type: 'after'; readonly ms: number }
  /** At `ms` of simulated time. */
  | { readonly type: 'at'; readonly ms: number }
  /** As soon as the host is in the state. */
  | ({ readonly type: 'state'; readonly host: HostId; readonly state: State } & OnConnection);

/** A segment of somebody else's making. */
export interface Forged {
  readonly flags: Flags;
  /** 0…2³²−1. */
  readonly seq: number;
  /** 0…2³²−1; 0 where the ACK bit is off. */
  readonly ack: number;
  /** Octets of data, 0…65495. */
  readonly length: number;
  /** The window field, 0…65535. */
  readonly wnd: number;
}

/** What happens at one act of the script. */
export type Action =
  /** A passive OPEN of one connection. */
  | ({ readonly type: 'listen'; readonly host: HostId } & OnConnection)
  /** Takes connections on the port as they come; `backlog` of them may wait for `accept`. */
  | { readonly type: 'listenOn'; readonly host: HostId; readonly port: number; readonly backlog: number }
  /** Takes the connection that has waited longest, or the next one that comes; `port`: of which listener, absent: of the first. */
  | { readonly type: 'accept'; readonly host: HostId; readonly port?: number }
  /** An active OPEN, with `length` octets for its SYN where Fast Open has a cookie (RFC 7413 §2), else for later: of the first connection, or of the one with the ports that are given; the host's own is 49152 (80 for B), the peer's 80 (49152 for A) where only the other is. */
  | { readonly type: 'connect'; readonly host: HostId; readonly from?: number; readonly to?: number; readonly length?: number }
  /** `length` octets. */
  | ({ readonly type: 'send'; readonly host: HostId; readonly length: number } & OnConnection)
  /** `length` octets, the last of them urgent. */
  | ({ readonly type: 'sendUrgently'; readonly host: HostId; readonly length: number } & OnConnection)
  /** The user leaves what arrives in the buffer. */
  | ({ readonly type: 'stopReading'; readonly host: HostId } & OnConnection)
  /** The user takes at most `length` octets of what has arrived. */
  | ({ readonly type: 'read'; readonly host: HostId; readonly length: number } & OnConnection)
  /** The user takes all that has arrived, and what comes as it comes. */
  | ({ readonly type: 'readOn'; readonly host: HostId } & OnConnection)
  | ({ readonly type: 'close'; readonly host: HostId } & OnConnection)
  /** CLOSE, and the end of reading: `close()` of a socket. */
  | ({ readonly type: 'closeBoth'; readonly host: HostId } & OnConnection)
  | ({ readonly type: 'abort'; readonly host: HostId } & OnConnection)
  /** The user asks how the connection is (RFC 9293 §3.10.6). */
  | ({ readonly type: 'askStatus'; readonly host: HostId } & OnConnection)
  /** The host loses every connection and listener and forgets; what it had sent stays on the wire. */
  | { readonly type: 'crash'; readonly host: HostId }
  /** A segment appears in front of `to` as if its peer had sent it. */
  | ({ readonly type: 'inject'; readonly to: HostId; readonly segment: Forged } & OnConnection)
  /** Lets every segment that the selector names, and that is held, go on to its destination. */
  | { readonly type: 'release'; readonly selector: Selector }
  | WireAction;

/** What the wire does, now, to the segments that the selector names and that are under way. */
export type WireAction =
  /** It loses them, also those that are held. */
  | { readonly type: 'wireLoses'; readonly selector: Selector }
  /** They arrive `ms` later than they would, 1 or more. */
  | { readonly type: 'wireDelays'; readonly selector: Selector; readonly ms: number }
  /** A copy arrives `ms` after each, 1 or more. */
  | { readonly type: 'wireDuplicates'; readonly selector: Selector; readonly ms: number }
  /** It keeps them until a `release`. */
  | { readonly type: 'wireHolds'; readonly selector: Selector }
  /** They arrive at once, also those that are held. */
  | { readonly type: 'wireDelivers'; readonly selector: Selector };

/** One line of the script: something done, and when. */
export interface Act {
  readonly when: When;
  readonly action: Action;
}

/** Something done right after the moment with this number, from 1 (0: before anything happens), whatever the script waits for. */
export interface Intervention {
  readonly after: number;
  readonly action: Action;
}

/** Which kind of segment: `segment` is any that a host sent, `data` any of them with data, `copy` any copy that the wire made, else exactly these flags; PSH is not counted, nor are ECE and CWR unless one of them is named. */
export type Pattern = { readonly type: 'segment' } | { readonly type: 'data' } | { readonly type: 'copy' } | { readonly type: 'flags'; readonly flags: Flags };

/** Names segments by sender, kind and turn, counted from 1 among the segments of that kind from that sender, on one connection or, where none is named, on any. */
export interface Selector extends OnConnection {
  readonly from: HostId;
  readonly pattern: Pattern;
  readonly which:
    | { readonly type: 'nth'; readonly n: number }
    | { readonly type: 'first'; readonly n: number }
    | { readonly type: 'every' }
    /** So many of a hundred, 1…100, spread by a fixed rule that looks like chance. */
    | { readonly type: 'share'; readonly percent: number };
}

/** What the network does to the segments that a selector names. */
export type Fault =
  | { readonly type: 'lose'; readonly selector: Selector }
  /** Arrives `ms` later than it would. */
  | { readonly type: 'delay'; readonly selector: Selector; readonly ms: number }
  /** A copy arrives `ms` after the original, 1 or more. Where it names every copy, or a share of them, copies of copies are not meant: they would never end. */
  | { readonly type: 'duplicate'; readonly selector: Selector; readonly ms: number }
  /** Stays on the wire until the condition holds, or, without one, until a `release`. */
  | { readonly type: 'hold'; readonly selector: Selector; readonly until: Extract<When, { type: 'at' | 'state' }> | null }
  /** A router marks it as having met congestion, where its sender lets it be marked (RFC 3168 §5). */
  | { readonly type: 'mark'; readonly selector: Selector }
  /** Is overtaken by the next segment of its sender. */
  | { readonly type: 'reorder'; readonly selector: Selector };

/** What the author says of the end of the run: of the connection that is named; where none is, a state is the first connection's, and what the user has been told and has received is counted over all. */
export type Expectation =
  | ({ readonly type: 'state'; readonly host: HostId; readonly state: State } & OnConnection)
  /** The host's user has been told this. */
  | ({ readonly type: 'told'; readonly host: HostId; readonly signal: Signal } & OnConnection)
  /** The host's user has received so many octets in all. */
  | ({ readonly type: 'received'; readonly host: HostId; readonly length: number } & OnConnection);

/** A whole scenario: everything that decides a run. Plain data; equal scenarios give equal traces. */
export interface Scenario {
  readonly profile: ProfileName;
  readonly hosts: Readonly<Record<HostId, HostSetup>>;
  /** One-way delay, ms, 1 or more. */
  readonly delay: number;
  /** Whether the run begins with the connection already open, opened by A. */
  readonly established: boolean;
  readonly script: readonly Act[];
  /** What is done beside the script; of several after the same moment the first one first. */
  readonly interventions: readonly Intervention[];
  readonly faults: readonly Fault[];
  /** Where the run ends before everything is quiet. */
  readonly stop: Extract<When, { type: 'at' | 'state' }> | null;
  readonly expect: readonly Expectation[];
}

const USUAL = { window: 65535, mss: 1460, fastOpen: 'off' as const, sendBuffer: null, delayedAck: null, keepAlive: null, userTimeout: null, overrides: {} };

/** A scenario in which nothing happens yet: client and server, 50 ms apart, under RFC 9293. */
export const EMPTY_SCENARIO: Scenario = {
  profile: 'rfc9293',
  hosts: {
    A: { name: 'client', iss: [100], ...USUAL },
    B: { name: 'server', iss: [300], ...USUAL },
  },
  delay: 50,
  established: false,
  script: [],
  interventions: [],
  faults: [],
  stop: null,
  expect: [],
};
