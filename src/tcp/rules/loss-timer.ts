import type { Env } from '../env.ts';
import { hasArrived, withRack } from '../in-flight.ts';
import type { Rack } from '../rack.ts';
import type { Rule } from '../rule.ts';
import type { Tcb } from '../tcb.ts';

/** How long an answer may be late beyond two round trips before a tail is probed, ms; and where one segment is out, whose ACK may be delayed. */
const PROBE_SLACK = 2;
const DELAYED_ACK = 200;

/** The retransmission timer set for `at`, ms, for what is outstanding now. */
export function withTimer(tcb: Tcb, rack: Rack, at: number): Tcb {
  const armed = { una: tcb.snd.una, nxt: tcb.snd.nxt };
  return { ...withRack(tcb, { ...rack, armed }), timers: { ...tcb.timers, retransmission: at } };
}

/** The retransmission timeout counted from when the first segment was sent. */
export function timeoutAt(tcb: Tcb, env: Env): number {
  const front = tcb.queue[0];
  return front === undefined ? env.now : Math.max(env.now + 1, front.sentAt + tcb.rto.rto);
}

/** When the tail is to be probed, ms; null: it is not (RFC 8985 §7.2). */
function probeAt(tcb: Tcb, rack: Rack, env: Env): number | null {
  const { srtt } = tcb.rto;
  if (!tcb.agreed.sack || rack.phase !== 'open' || srtt === null || rack.probe !== null) return null;
  if (tcb.queue.some((entry) => hasArrived(tcb, entry))) return null;
  const late = env.now + 2 * srtt + (tcb.queue.length === 1 ? DELAYED_ACK : PROBE_SLACK);
  return Math.min(late, timeoutAt(tcb, env));
}

/** Which timer runs for what is outstanding, where losses are found by time. */
export const LOSS_TIMER_RULES: readonly Rule<null>[] = [
  {
    id: 'output.loss-timer',
    cite: 'RFC 8985 §6.2, §7.2',
    fire: (tcb, _none, env) => {
      const { rack } = tcb.congestion;
      if (rack === null || tcb.queue.length === 0) return null;
      if (rack.reorderingAt !== null) {
        const waits = rack.timer === 'reordering' && tcb.timers.retransmission === rack.reorderingAt;
        return waits ? null : { tcb: withTimer(tcb, { ...rack, timer: 'reordering' }, rack.reorderingAt) };
      }
      const same = rack.armed !== null && rack.armed.una === tcb.snd.una && rack.armed.nxt === tcb.snd.nxt;
      if (same && rack.timer !== 'reordering') return null;
      const at = probeAt(tcb, rack, env);
      if (at !== null) return { tcb: withTimer(tcb, { ...rack, timer: 'tail' }, at) };
      if (rack.timer === 'retransmission') return null;
      const moved = rack.armed?.una !== tcb.snd.una;
      const again = withTimer(tcb, { ...rack, timer: 'retransmission' }, moved ? env.now + tcb.rto.rto : timeoutAt(tcb, env));
      return { tcb: again };
    },
  },
];
