import type { SegmentPart } from '../../diagram/shown.ts';
import type { HostId } from '../../simulation/scenario.ts';
import type { EndpointMoment, Trace } from '../../simulation/trace.ts';
import type { Segment } from '../../tcp/segment.ts';
import { seqAdd } from '../../tcp/seq.ts';
import { SYNCHRONIZED } from '../../tcp/state.ts';
import { afterArrival, afterSending, mistakeIn, type Sender } from './impossible-sender.ts';

/** A segment that no TCP would send after what its host had sent and received, and the part in which that shows. */
export interface Misfit {
  /** Its place in `Trace.flights`. */
  readonly flight: number;
  readonly part: SegmentPart;
}

function begun({ start }: Trace, host: HostId): Sender {
  const { iss, snd, rcv, state } = start[host];
  const open = SYNCHRONIZED.includes(state);
  return { iss: open ? iss : null, answered: false, una: snd.una, nxt: snd.nxt, expects: open ? rcv.nxt : null, expected: [], beyond: [], handed: snd.nxt, closed: false, unknown: false };
}

function afterCall(sender: Sender, { event }: EndpointMoment): Sender {
  switch (event.type) {
    case 'CLOSE':
      return { ...sender, closed: true };
    case 'SEND':
      return { ...sender, handed: seqAdd(sender.handed, event.length) };
    case 'OPEN':
      return { ...sender, handed: seqAdd(sender.handed, event.length ?? 0), unknown: sender.unknown || sender.iss !== null };
    default:
      return sender;
  }
}

/** The first segment of the run before the moment `until` that cannot be, each as `shown` has it; null: all of them can. */
export function firstMisfit(trace: Trace, until: number, shown: (flight: number) => Segment | undefined): Misfit | null {
  const senders = { A: begun(trace, 'A'), B: begun(trace, 'B') };
  for (const moment of trace.moments.slice(0, until)) {
    if (moment.kind !== 'endpoint') continue;
    const { host, arrived, sent, event } = moment;
    let sender = afterCall(senders[host], moment);
    const segment = arrived === null ? undefined : shown(arrived);
    if (segment !== undefined) sender = afterArrival(sender, segment);
    for (const flight of sent) {
      const leaving = shown(flight);
      if (leaving === undefined) continue;
      const part = mistakeIn(sender, leaving, { byTimer: event.type.endsWith('TIMEOUT'), hasTaken: arrived !== null && moment.before.state !== moment.after.state });
      if (part !== null) return { flight, part };
      sender = afterSending(sender, leaving);
    }
    senders[host] = sender;
  }
  return null;
}
