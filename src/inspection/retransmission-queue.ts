import type { HostId } from '../simulation/scenario.ts';
import { tcbAfter } from '../simulation/tcb-after.ts';
import type { Trace } from '../simulation/trace.ts';
import { flagNames, type FlagName } from '../tcp/flags.ts';
import { hasArrived } from '../tcp/in-flight.ts';
import { segLen } from '../tcp/segment.ts';
import { seqLe, seqLt } from '../tcp/seq.ts';
import type { Tcb, Unacknowledged } from '../tcp/tcb.ts';
import { rangeFrom, type OctetRange } from './octet-range.ts';

/** A segment that was sent and is not acknowledged. */
export interface QueuedSegment extends OctetRange {
  /** SEG.LEN: SYN and FIN counted. */
  readonly length: number;
  readonly flags: readonly FlagName[];
  /** When it was sent last, ms. */
  readonly sentAt: number;
  /** How often it has been sent, 1 or more. */
  readonly transmissions: number;
  /** `sacked`: the peer has reported it; `lost`: it counts as lost and is still to be sent again; else null. */
  readonly mark: 'sacked' | 'lost' | null;
}

function markOf(tcb: Tcb, entry: Unacknowledged): QueuedSegment['mark'] {
  if (hasArrived(tcb, entry)) return 'sacked';
  const { lost } = tcb.congestion;
  const isLost = entry.loss === 'lost' || (lost !== null && seqLe(lost.next, entry.seq) && seqLt(entry.seq, lost.to));
  return isLost ? 'lost' : null;
}

/** The retransmission queue of the host's endpoint of the connection after the first `shown` moments (RFC 9293 §3.8.1), in order of SEQ. */
export function retransmissionQueue(trace: Trace, host: HostId, shown: number, connection = 0): readonly QueuedSegment[] {
  const tcb = tcbAfter(trace, host, shown, connection);
  return tcb.queue.map((entry) => {
    const length = segLen(entry);
    return { ...rangeFrom(entry.seq, length), length, flags: flagNames(entry.flags), sentAt: entry.sentAt, transmissions: entry.transmissions, mark: markOf(tcb, entry) };
  });
}
