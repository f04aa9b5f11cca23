import { findingsOf, type Finding } from '../../src/narration/findings.ts';
import { FIN, RST, SYN, has } from '../../src/tcp/flags.ts';
import { segLen } from '../../src/tcp/segment.ts';
import { seqAdd, seqGt, seqLt } from '../../src/tcp/seq.ts';
import type { Trace } from '../../src/simulation/trace.ts';
import type { Sighting } from '../../src/wire/capture-of.ts';

/** What Wireshark calls what we find; null: it has no name for it, since nothing in a capture shows it. */
export const SAME: Readonly<Record<Finding, string | null>> = {
  retransmission: 'retransmission',
  'fast-retransmission': 'fast_retransmission',
  // The Identification of its IP header would tell, but Wireshark goes by the numbers of TCP.
  copy: 'retransmission',
  forged: null,
  'nothing-new': 'spurious_retransmission',
  'out-of-order': 'out_of_order',
  hole: 'lost_segment',
  'acks-unsent': 'ack_lost_segment',
  'duplicate-ack': 'duplicate_ack',
  'window-update': 'window_update',
  'zero-window': 'zero_window',
  'window-full': 'window_full',
  'window-probe': 'zero_window_probe',
  // A probe without data has the number before the next one, as a keep-alive has: Wireshark has one name for both.
  'empty-window-probe': 'keep_alive',
  'window-probe-answer': 'zero_window_probe_ack',
  'keep-alive': 'keep_alive',
  'keep-alive-answer': 'keep_alive_ack',
  'ports-reused': 'reused_ports',
};

/** A segment of a capture, with all that a capture can know: what passed before it. */
export interface Seen {
  readonly trace: Trace;
  readonly one: Sighting;
  /** What passed before it on its connection, in order. */
  readonly before: readonly Sighting[];
  /** Whether the capture has an older conversation of the same ports. */
  readonly hasOlder: boolean;
}

/** Why Wireshark says otherwise than we do. */
export interface Difference {
  /** What we find; null: nothing. */
  readonly ours: Finding | null;
  /** What Wireshark finds instead; null: nothing. */
  readonly theirs: string | null;
  readonly why: string;
  /** Met only in recordings, of which we know what an observer can find: it may come to know better. */
  readonly isRecorded?: true;
  readonly holds: (seen: Seen) => boolean;
}

const endOf = ({ flight: { segment } }: Sighting) => seqAdd(segment.seq, segLen(segment));
const isOf = (from: string) => ({ flight }: Sighting) => flight.from === from;
const flagged = (flag: typeof SYN) => ({ flight }: Sighting) => has(flight.segment.flags, flag);

/** What passed before from the same sender, and from its peer. */
const own = ({ one, before }: Seen) => before.filter(isOf(one.flight.from));
const other = ({ one, before }: Seen) => before.filter(isOf(one.flight.to));

/** Whether a segment with some of its numbers has passed before. */
function hasPassed(seen: Seen): boolean {
  const { one } = seen;
  return own(seen).some((earlier) => segLen(earlier.flight.segment) > 0 && seqLt(earlier.flight.segment.seq, endOf(one)) && seqGt(endOf(earlier), one.flight.segment.seq));
}

/** Whether something behind it has passed before. */
function isBehind(seen: Seen): boolean {
  return own(seen).some((earlier) => seqGt(endOf(earlier), endOf(seen.one)) || (earlier.flight.segment.seq === endOf(seen.one) && segLen(earlier.flight.segment) === 0));
}

/** What passed since the sender's last SYN. */
function sinceSyn(seen: Seen): readonly Sighting[] {
  return seen.before.slice(seen.before.findLastIndex((earlier) => isOf(seen.one.flight.from)(earlier) && flagged(SYN)(earlier)) + 1);
}

/** Whether the ACK that it repeats passed before, its receiver's SYN not since. */
function hasRepeated(seen: Seen): boolean {
  const { ack, wnd } = seen.one.flight.segment;
  const at = seen.before.findLastIndex(({ flight }) => flight.from === seen.one.flight.from && flight.segment.ack === ack && flight.segment.wnd === wnd && !has(flight.segment.flags, SYN));
  return at >= 0 && !seen.before.slice(at).some((later) => isOf(seen.one.flight.to)(later) && flagged(SYN)(later));
}

/** Whether we find one of these in another segment of the capture. */
function finds({ trace }: Seen, one: Sighting, ...what: readonly Finding[]): boolean {
  return findingsOf(trace)(one).some((finding) => what.includes(finding));
}

const isProbe = (seen: Seen, one: Sighting) => finds(seen, one, 'window-probe', 'empty-window-probe', 'keep-alive');
/** What the peer sent last is a probe. */
const answersProbe = (seen: Seen) => other(seen).slice(-1).some((last) => isProbe(seen, last));
/** An octet that was a probe, and is sent once more because its timer expired. */
const isProbeAgain = (seen: Seen, one: Sighting) => one.flight.segment.length === 1 && one.flight.transmission > 1 && seen.before.some((earlier) => finds(seen, earlier, 'window-probe') && earlier.flight.segment.seq === one.flight.segment.seq);

const isSynOnly = ({ one }: Seen) => has(one.flight.segment.flags, SYN);
const wasClosed = (seen: Seen) => sinceSyn(seen).some((earlier) => flagged(RST)(earlier) || flagged(FIN)(earlier));
const lastWindow = (seen: Seen, whose: (seen: Seen) => readonly Sighting[]) => whose(seen).at(-1)?.flight.segment.wnd;

/** Where Wireshark and we differ: the kinds, each with what makes it so; everything else is said alike. */
export const DIFFERENCES: readonly Difference[] = [
  {
    ours: 'retransmission', theirs: null,
    why: 'The transmissions before it were lost before they came here, and a capture knows only what it has seen.',
    holds: (seen) => seen.one.way === 'in' && !hasPassed(seen) && !isBehind(seen),
  },
  {
    ours: 'retransmission', theirs: 'out_of_order',
    why: 'The transmissions before it were lost before they came here, while something behind it did come; within a round trip Wireshark takes that for the work of the network.',
    holds: (seen) => seen.one.way === 'in' && !hasPassed(seen) && isBehind(seen),
  },
  {
    ours: 'retransmission', theirs: 'out_of_order',
    why: 'It has been acknowledged already: Wireshark remembers what is not, and takes what comes again within a round trip for something late.',
    isRecorded: true,
    holds: (seen) => seen.one.way === 'in' && hasPassed(seen) && other(seen).some(({ flight: { segment } }) => segment.ack === endOf(seen.one)),
  },
  {
    ours: 'retransmission', theirs: 'reused_ports',
    why: 'A SYN behind a RST or a FIN is taken for the beginning of another connection, also where it is sent again.',
    holds: (seen) => isSynOnly(seen) && wasClosed(seen),
  },
  {
    ours: 'retransmission', theirs: 'zero_window_probe',
    why: 'The octet of a probe is in the retransmission queue and sent again by its timer; to Wireshark every single octet before a closed window is a probe.',
    holds: (seen) => isProbeAgain(seen, seen.one) && lastWindow(seen, other) === 0,
  },
  {
    ours: null, theirs: 'zero_window_probe_ack',
    why: 'It answers the octet of a probe that was sent again.',
    holds: (seen) => other(seen).slice(-1).some((last) => isProbeAgain(seen, last)),
  },
  {
    ours: 'retransmission', theirs: 'fast_retransmission',
    why: 'Whatever comes within 20 ms of duplicate ACKs is a fast retransmission to Wireshark, also several small segments that a kernel has joined to one.',
    isRecorded: true,
    holds: (seen) => {
      const repeated = other(seen).filter((earlier) => finds(seen, earlier, 'duplicate-ack'));
      return repeated.length >= 2 && repeated.slice(-1).some((last) => seen.one.at - last.at < 20);
    },
  },
  {
    ours: 'fast-retransmission', theirs: 'retransmission',
    why: 'Wireshark calls it fast within 20 ms of the duplicate ACKs; at their sender a whole round trip lies between.',
    holds: (seen) => seen.one.way === 'in' && other(seen).every((earlier) => !finds(seen, earlier, 'duplicate-ack') || seen.one.at - earlier.at >= 20),
  },
  {
    ours: 'nothing-new', theirs: null,
    why: 'Wireshark calls spurious what repeats octets of data; a SYN or FIN alone is a plain retransmission to it.',
    holds: ({ one: { flight: { segment } } }) => segment.length === 0,
  },
  {
    ours: 'forged', theirs: 'retransmission',
    why: 'Old numbers that somebody else uses look like those of the sender.',
    isRecorded: true,
    holds: (seen) => hasPassed(seen) || isBehind(seen),
  },
  {
    ours: 'forged', theirs: 'reused_ports',
    why: 'Any SYN with another number begins another connection, whoever sent it.',
    isRecorded: true,
    holds: isSynOnly,
  },
  {
    ours: null, theirs: 'ack_lost_segment',
    why: 'It answers a segment with SYN and FIN, which take a number each (RFC 9293 §3.4); Wireshark counts one.',
    isRecorded: true,
    holds: (seen) => other(seen).some((earlier) => flagged(SYN)(earlier) && flagged(FIN)(earlier) && seqAdd(earlier.flight.segment.seq, 2) === seen.one.flight.segment.ack),
  },
  {
    ours: null, theirs: 'retransmission',
    why: 'A first transmission that was overtaken by a later one comes as what has been seen already.',
    holds: (seen) => seen.one.way === 'in' && seen.before.some(({ flight }) => flight.id > seen.one.flight.id && flight.from === seen.one.flight.from && flight.segment.seq === seen.one.flight.segment.seq),
  },
  {
    ours: null, theirs: 'retransmission',
    why: 'What somebody has forged has taken the numbers of the true octets, or later ones.',
    holds: (seen) => own(seen).some((earlier) => earlier.flight.origin === 'injected' && seqGt(endOf(earlier), seen.one.flight.segment.seq)),
  },
  {
    ours: null, theirs: 'retransmission',
    why: 'In a simultaneous open the SYN goes out once more, now with an ACK: the same number, but another segment (RFC 9293, Figure 7).',
    holds: (seen) => isSynOnly(seen) && own(seen).some((earlier) => flagged(SYN)(earlier) && earlier.flight.segment.ack !== seen.one.flight.segment.ack),
  },
  {
    ours: 'hole', theirs: null,
    why: 'It is the first segment of its sender in the capture: nothing says what came before.',
    holds: (seen) => own(seen).length === 0,
  },
  {
    ours: 'duplicate-ack', theirs: null,
    why: 'The ACK that it repeats did not come here, or came before a SYN with which Wireshark begins to count anew.',
    holds: (seen) => !hasRepeated(seen),
  },
  {
    ours: null, theirs: 'duplicate_ack',
    why: 'An acknowledgment number of 0 is also what Wireshark begins with.',
    holds: ({ one: { flight: { segment } } }) => segment.ack === 0,
  },
  {
    ours: null, theirs: 'window_update',
    why: 'The window of a SYN is not scaled, that of the next segment is: the field changes, and the window hardly.',
    holds: (seen) => own(seen).every(flagged(SYN)) && (seen.trace.connections[seen.one.flight.connection]?.end.A.rcv.shift ?? 0) > 0,
  },
  {
    ours: 'window-full', theirs: null,
    why: 'Without the SYN in the capture nobody knows by how much the window is scaled.',
    holds: (seen) => !other(seen).some(flagged(SYN)),
  },
  {
    ours: 'window-full', theirs: null,
    why: 'Where it arrives, another window has been sent meanwhile, which its sender did not know.',
    holds: (seen) => seen.one.way === 'in' && other(seen).slice(-1).some(({ flight: { from, connection, segment } }) => {
      const shift = seen.trace.connections[connection]?.end[from].rcv.shift ?? 0;
      return seqAdd(segment.ack, segment.wnd << shift) !== endOf(seen.one);
    }),
  },
  {
    ours: 'window-probe', theirs: null,
    why: 'Where it arrives, the window is open again: its sender has not heard of it.',
    holds: (seen) => seen.one.way === 'in' && lastWindow(seen, other) !== 0,
  },
  {
    ours: 'keep-alive', theirs: 'duplicate_ack',
    why: 'The capture begins in the middle of a quiet connection: Wireshark does not know the next number, and a keep-alive repeats the one before.',
    holds: (seen) => own(seen).length > 0 && own(seen).every((earlier) => segLen(earlier.flight.segment) === 0 && isProbe(seen, earlier)),
  },
  {
    ours: 'keep-alive', theirs: null,
    why: 'The capture begins with it: Wireshark does not know the next number.',
    holds: (seen) => own(seen).length === 0,
  },
  {
    ours: 'window-probe-answer', theirs: 'window_update',
    why: 'An answer that opens the window is a window update to Wireshark.',
    holds: (seen) => lastWindow(seen, own) === 0 && seen.one.flight.segment.wnd > 0,
  },
  {
    ours: 'window-probe-answer', theirs: 'duplicate_ack',
    why: 'It answers a probe without data, and something else of the prober passed between: what it answers is no longer seen.',
    holds: (seen) => !answersProbe(seen),
  },
  {
    ours: 'window-probe-answer', theirs: 'keep_alive_ack',
    why: 'It answers a probe without data, which Wireshark takes for a keep-alive.',
    holds: (seen) => answersProbe(seen),
  },
  {
    ours: 'window-probe-answer', theirs: null,
    why: 'It answers a probe that Wireshark does not know as one: without data, or behind an open window; where it keeps the window closed, that is all that is said.',
    holds: (seen) => seen.one.flight.segment.wnd === 0 || lastWindow(seen, own) !== 0,
  },
  {
    ours: 'keep-alive-answer', theirs: null,
    why: 'An answer that keeps the window closed is a zero window and no more.',
    isRecorded: true,
    holds: (seen) => seen.one.flight.segment.wnd === 0,
  },
  {
    ours: 'ports-reused', theirs: null,
    why: 'The SYN that it answers has begun the new connection already.',
    holds: (seen) => sinceSyn(seen).some((earlier) => isOf(seen.one.flight.to)(earlier) && flagged(SYN)(earlier)),
  },
  {
    ours: null, theirs: 'reused_ports',
    why: 'The SYN that begins a conversation has the ports of an older one.',
    isRecorded: true,
    holds: (seen) => isSynOnly(seen) && seen.before.length === 0 && seen.hasOlder,
  },
  {
    ours: null, theirs: 'reused_ports',
    why: 'A SYN behind a RST or a FIN, also behind one that refused the other side or that somebody forged, is taken for the beginning of another connection, and so is one behind a forged SYN.',
    holds: (seen) => isSynOnly(seen) && (wasClosed(seen) || own(seen).some((earlier) => flagged(SYN)(earlier) && earlier.flight.origin === 'injected')),
  },
];
