import type { ProfileName } from '../tcp/profile.ts';
import type { Segment } from '../tcp/segment.ts';
import type { Seq } from '../tcp/seq.ts';
import type { HostId } from '../simulation/scenario.ts';
import type { WireFault } from '../wire/packet/wire-fault.ts';

/** What does not fit the rules, or what the capture cannot show. */
export type Noticed =
  /** It was sent again in frame `again`, and nothing had acknowledged it: it was lost, or the ACK of it was. */
  | { readonly type: 'lost'; readonly again: number }
  /** The other side sent again, in frame `again`, what this one acknowledges: it was lost, or the other side took no notice. */
  | { readonly type: 'ack lost'; readonly again: number }
  /** It left before frame `by` of the same sender and was captured after it, on its way or by the capture itself. */
  | { readonly type: 'overtaken'; readonly by: number }
  /** It reached the other side `by` ms later than others: only frame `answered` answers it. */
  | { readonly type: 'delayed'; readonly by: number; readonly answered: number }
  /** The same segment once more, too soon for a timer: the network or the capture has it twice; frame `of` is the first. */
  | { readonly type: 'copy'; readonly of: number }
  /** The same numbers as frame `of`, which has been acknowledged since: it was on its way for long, or somebody replays it. */
  | { readonly type: 'old duplicate'; readonly of: number }
  /** It acknowledges octets of the other side that no frame shows: `length` of them from `from` on were not captured. */
  | { readonly type: 'not captured'; readonly from: Seq; readonly length: number }
  /** Before it `length` octets from `from` on of the same sender were not captured. */
  | { readonly type: 'gap'; readonly from: Seq; readonly length: number }
  /** It is of an older connection between the same ports, which its sender still has, half open or in TIME-WAIT: the SYN has met that. */
  | { readonly type: 'older connection' }
  /** Nobody who follows the rules sends it with these numbers: it is not of this connection, or somebody forged it. */
  | { readonly type: 'foreign' }
  /** The rules of the profile that fits best send something else here, those of `profile` send this. */
  | { readonly type: 'habit'; readonly profile: ProfileName }
  /** An ACK that says nothing new, and nothing in the capture asks for it: it answers what was not captured. */
  | { readonly type: 'unasked' }
  /** No rule sends it now, whatever the user may have called. */
  | { readonly type: 'unexpected' }
  /** More data than a segment to the peer may have, `mss` octets: captured before the network card cut it, or after it was joined. */
  | { readonly type: 'offloaded'; readonly mss: number }
  /** The capture begins inside the connection: what came before is not known. */
  | { readonly type: 'began before' }
  /** Something is wrong with it on the wire. */
  | { readonly type: 'fault'; readonly fault: WireFault };

/** A remark on one segment of a conversation. */
export interface Remark {
  /** The segment's place in `Trace.flights`. */
  readonly flight: number;
  /** The number of its frame. */
  readonly frame: number;
  readonly noticed: Noticed;
  /** What the rules would have sent there; empty: nothing. */
  readonly expected: readonly Segment[];
  /** The clause that is concerned, e.g. `RFC 9293 §3.8.1`. */
  readonly cite: string;
}

/** A host, and the profile whose rules explain most of what it sends, and of those the one whose timers do; where several explain as much, RFC 9293. */
export interface Habits {
  readonly host: HostId;
  readonly profile: ProfileName;
  /** How many of its segments each profile does not explain. */
  readonly unexplained: Readonly<Record<ProfileName, number>>;
  /** How many of the others came at another time than the timers of each profile have it. */
  readonly untimely: Readonly<Record<ProfileName, number>>;
}
