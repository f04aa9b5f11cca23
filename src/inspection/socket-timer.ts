import type { HostId } from '../simulation/scenario.ts';
import { tcbAfter } from '../simulation/tcb-after.ts';
import type { Trace } from '../simulation/trace.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { timeAfter } from './time-after.ts';

/** A time as `ss` writes it: `200ms`, `1.500sec`, `59sec`, `3min59sec`, `119min`; nothing where nothing is left (`print_ms_timer` of iproute2's misc/ss.c). */
export function ssTime(ms: number): string {
  const all = Math.floor(ms / 1000);
  const minutes = Math.floor(all / 60);
  const secs = minutes > 9 ? 0 : all % 60;
  const rest = minutes > 0 || secs > 9 ? 0 : Math.floor(ms % 1000);
  const padded = String(rest).padStart(3, '0');
  const minute = minutes > 0 ? `${String(minutes)}min` : '';
  if (secs > 0) return `${minute}${String(secs)}${rest > 0 ? `.${padded}` : ''}sec`;
  return rest > 0 ? `${minute}${padded}ms` : minute;
}

/** How often the retransmission timer has expired since the peer acknowledged something last. */
function timeouts({ moments }: Trace, host: HostId, shown: number, connection: number): number {
  let count = 0;
  for (let index = Math.min(shown, moments.length) - 1; index >= 0; index -= 1) {
    const moment = moments[index];
    if (moment?.kind !== 'endpoint' || moment.host !== host || moment.connection !== connection) continue;
    const { before, after, event } = moment;
    if (before.snd.una !== after.snd.una) break;
    const { rack } = before.congestion;
    if (event.type === 'RETRANSMISSION TIMEOUT' && (rack === null || rack.timer === 'retransmission')) count += 1;
  }
  return count;
}

function running(trace: Trace, host: HostId, shown: number, connection: number, { timers, probed }: Tcb): readonly [name: string, at: number, retrans: number] | null {
  if (timers['time-wait'] !== null) return ['timewait', timers['time-wait'], 0];
  if (timers.retransmission !== null) return ['on', timers.retransmission, timeouts(trace, host, shown, connection)];
  if (timers.persist !== null) return ['persist', timers.persist, probed];
  return timers['keep-alive'] === null ? null : ['keepalive', timers['keep-alive'], probed];
}

/**
 * The timer of the host's socket as `ss -o` shows it, `timer:(<timer_name>,<expire_time>,<retrans>)`, after the first `shown`
 * moments; null where none of them runs. The kernel reports one timer of a socket, in this order: that of TIME-WAIT,
 * retransmission (`on`), persist, keep-alive; delayed ACKs are not shown (ss(8), and `inet_sk_diag_fill` of Linux).
 */
export function socketTimer(trace: Trace, host: HostId, shown: number, connection = 0): string | null {
  const found = running(trace, host, shown, connection, tcbAfter(trace, host, shown, connection));
  if (found === null) return null;
  const [name, at, retrans] = found;
  return `timer:(${name},${ssTime(at - timeAfter(trace, shown))},${String(retrans)})`;
}
