import { windowReduced } from '../ecn.ts';
import type { Env } from '../env.ts';
import { detectLoss, overdue } from '../loss-detection.ts';
import type { Rack } from '../rack.ts';
import { afterLossTimeout, intoProportionalRecovery, proportional } from '../reduction.ts';
import { backedOff } from '../retransmission.ts';
import type { Outcome, Rule } from '../rule.ts';
import { segmentRoom } from '../sack.ts';
import { seqDiff } from '../seq.ts';
import type { Tcb, TimerName } from '../tcb.ts';
import type { TIMEOUTS } from '../timeout.ts';
import { sendAgain } from './again.ts';
import { timeoutAt, withTimer } from './loss-timer.ts';
import { sendData } from './output.ts';

type Timeout = (typeof TIMEOUTS)[TimerName];

/** What is overdue is lost, and the first of it goes out again; the rest follows with the ACKs (RFC 8985 §6.3). */
export function retransmitOverdue(tcb: Tcb, rack: Rack, env: Env): Outcome {
  const queue = overdue(tcb, rack, env);
  const [front] = queue;
  if (front === undefined) return { tcb, stop: true };
  const marked = { ...tcb, queue };
  const again = sendAgain({ ...marked, congestion: afterLossTimeout(marked, rack, front.transmissions === 1, env) }, front, env);
  const rto = backedOff(tcb.rto, front, env.profile);
  const timers = { ...again.tcb.timers, retransmission: env.now + rto.rto };
  return { tcb: windowReduced({ ...again.tcb, rto, timers }), effects: [again.effect], stop: true };
}

/** The last segment once more, or the first new one: its ACK tells whether the tail is lost (RFC 8985 §7.3). */
function probe(tcb: Tcb, rack: Rack, env: Env): Outcome {
  const fresh = Math.min(tcb.snd.unsent, segmentRoom(tcb));
  const room = tcb.snd.wnd - seqDiff(tcb.snd.nxt, tcb.snd.una);
  const last = tcb.queue.at(-1);
  if (last === undefined) return { tcb, stop: true };
  const one = fresh > 0 && fresh <= room ? sendData(tcb, fresh, env) : sendAgain(tcb, last, env);
  const sent = { ...rack, timer: 'retransmission' as const, probe: { end: one.tcb.snd.nxt, again: fresh === 0 || fresh > room } };
  return { tcb: withTimer(one.tcb, sent, env.now + tcb.rto.rto), effects: [one.effect], stop: true };
}

/** What the retransmission timer does where it waited for something else than its own timeout. */
export const LOSS_TIMEOUT_RULES: readonly Rule<Timeout>[] = [
  {
    id: 'timeout.reordering',
    cite: 'RFC 8985 §6.2',
    fire: (tcb, event, env) => {
      const { rack } = tcb.congestion;
      if (event.type !== 'RETRANSMISSION TIMEOUT' || rack?.timer !== 'reordering' || tcb.queue.length === 0) return null;
      const { queue, at } = detectLoss(tcb, rack, env);
      const known = { ...rack, timer: 'retransmission' as const, reorderingAt: at };
      const found = withTimer({ ...tcb, queue, congestion: { ...tcb.congestion, rack: known } }, known, timeoutAt(tcb, env));
      const lost = queue.some((entry) => entry.loss === 'lost');
      if (!lost || rack.phase === 'recovery' || rack.phase === 'loss') return { tcb: found, stop: true };
      const congestion = intoProportionalRecovery(found, found.congestion.rack ?? known, env);
      return { tcb: { ...found, congestion: proportional({ ...found, congestion }, congestion.rack ?? known, 1, false) }, stop: true };
    },
  },
  {
    id: 'timeout.tail-probe',
    cite: 'RFC 8985 §7.3',
    fire: (tcb, event, env) => {
      const { rack } = tcb.congestion;
      if (event.type !== 'RETRANSMISSION TIMEOUT' || rack?.timer !== 'tail' || tcb.queue.length === 0) return null;
      return probe(tcb, rack, env);
    },
  },
];
