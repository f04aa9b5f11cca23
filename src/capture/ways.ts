import { ACK, FIN, RST, SYN, has } from '../tcp/flags.ts';
import { segLen } from '../tcp/segment.ts';
import { seqDiff, seqLt } from '../tcp/seq.ts';
import type { Tcb } from '../tcp/tcb.ts';
import type { Seen } from './course.ts';
import type { Deed, Way } from './attempt.ts';

const RETRANSMISSION: Deed = { event: { type: 'RETRANSMISSION TIMEOUT' } };
const CLOSE: Deed = { event: { type: 'CLOSE' } };
const ABORT: Deed = { event: { type: 'ABORT' } };

/** The endpoint with room for so many octets now: how much it may send at once is its own affair, and how large the card lets a segment be. */
function withRoom(length: number): (tcb: Tcb) => Tcb {
  return (tcb) => {
    const mss = Math.max(tcb.snd.mss, length);
    const flight = seqDiff(tcb.snd.nxt, tcb.snd.una);
    const segments = tcb.queue.length + 2;
    const cwnd = Math.max(tcb.congestion.cwnd, flight + length, segments * mss);
    return { ...tcb, snd: { ...tcb.snd, mss }, congestion: { ...tcb.congestion, cwnd } };
  };
}

/** The endpoint with its own segment size again. */
function withMss(mss: number): (tcb: Tcb) => Tcb {
  return (tcb) => ({ ...tcb, snd: { ...tcb.snd, mss } });
}

const withoutRoom = (tcb: Tcb): Tcb => ({ ...tcb, congestion: { ...tcb.congestion, cwnd: 0 } });

function sending(length: number, { snd }: Tcb): Deed {
  return { event: { type: 'SEND', length }, given: withRoom(length), then: withMss(snd.mss) };
}

/** New data, and the FIN behind it: the user sends, and closes. */
function newOctets({ segment: { length, flags } }: Seen, tcb: Tcb): Way {
  if (!has(flags, FIN)) return [sending(length, tcb)];
  if (length === 0) return [CLOSE];
  // They leave together, so that the first waits for the second.
  return [
    { event: { type: 'SEND', length }, given: withoutRoom },
    { ...CLOSE, given: withRoom(length), then: withMss(tcb.snd.mss) },
  ];
}

/** What the user must have handed over for a closed window to be probed: `length` octets, the next ones of the capture. */
function probing(length: number, { snd }: Tcb): Way {
  const probe: Deed = { event: { type: 'PERSIST TIMEOUT' } };
  return snd.unsent > 0 ? [probe] : [{ event: { type: 'SEND', length: Math.max(1, length) } }, probe];
}

const KEEP_ALIVE = { idle: 7_200_000, interval: 75_000, probes: 1_000_000 };

const noKeepAlive = (tcb: Tcb): Tcb => ({ ...tcb, timers: { ...tcb.timers, 'keep-alive': null } });

/** The user reads `length` octets that waited, and the window opens. */
function reading(length: number): Deed {
  return {
    event: { type: 'RECEIVE', length },
    given: (tcb) => ({ ...tcb, rcv: { ...tcb.rcv, buffer: tcb.rcv.wnd + length, unread: length, reading: false } }),
    env: (env) => ({ ...env, profile: { ...env.profile, windowNews: 1 } }),
    then: (tcb) => ({ ...tcb, rcv: { ...tcb.rcv, reading: true } }),
  };
}

/** The window that a segment offers, octets. */
export function windowOf({ segment: { wnd, flags } }: Seen, { rcv }: Tcb): number {
  return has(flags, SYN) ? wnd : wnd * 2 ** rcv.shift;
}

function bareAck(seen: Seen, tcb: Tcb, next: number): readonly Way[] {
  const { segment } = seen;
  const ways: Way[] = [];
  if (tcb.rcv.owed === 'later') ways.push([{ event: { type: 'DELAYED ACK TIMEOUT' } }]);
  const more = windowOf(seen, tcb) - tcb.rcv.wnd;
  if (segment.seq === tcb.snd.nxt && more > 0) ways.push([reading(more)]);
  if (seqLt(segment.seq, tcb.snd.nxt)) {
    if (tcb.snd.wnd === 0) ways.push(probing(next, tcb));
    const first = tcb.probed === 0;
    ways.push([{ event: { type: 'KEEP-ALIVE TIMEOUT' }, env: (env) => ({ ...env, keepAlive: KEEP_ALIVE }), then: first ? (after) => ({ ...noKeepAlive(after), probed: 1 }) : noKeepAlive }]);
  }
  return ways;
}

function reset(tcb: Tcb): readonly Way[] {
  const ways: Way[] = [];
  if (tcb.probed > 0) ways.push([{ event: { type: 'KEEP-ALIVE TIMEOUT' }, env: (env) => ({ ...env, keepAlive: { ...KEEP_ALIVE, probes: tcb.probed } }) }]);
  return [...ways, [ABORT]];
}

function opening({ segment: { length } }: Seen, { state }: Tcb): readonly Way[] {
  if (state === 'CLOSED' || state === 'LISTEN') return [[{ event: length > 0 ? { type: 'OPEN', mode: 'active', length } : { type: 'OPEN', mode: 'active' } }]];
  return [[RETRANSMISSION]];
}

/**
 * The ways in which a segment may have come about that nothing before it asked for, the likeliest first: what the user
 * must have called, or which timer expired. `next`: octets of the next new data that the host will send, 0: none.
 */
export function waysTo(seen: Seen, tcb: Tcb, next: number): readonly Way[] {
  const { segment, end } = seen;
  const { flags, seq } = segment;
  if (has(flags, RST)) return reset(tcb);
  if (has(flags, SYN)) return has(flags, ACK) ? [[RETRANSMISSION]] : opening(seen, tcb);
  if (segLen(segment) === 0) return bareAck(seen, tcb, next);
  if (seq === tcb.snd.nxt && tcb.snd.unsent > 0) {
    const left = segment.length - tcb.snd.unsent;
    return [[{ event: { type: 'PERSIST TIMEOUT' } }], newOctets({ ...seen, segment: { ...segment, length: Math.max(0, left) } }, tcb), newOctets(seen, tcb)];
  }
  if (seq === tcb.snd.nxt) return [newOctets(seen, tcb)];
  if (!seqLt(seq, tcb.snd.nxt)) return [];
  const again: Way[] = [[RETRANSMISSION], [RETRANSMISSION, RETRANSMISSION]];
  // Sent again with what is new behind it.
  if (seqLt(tcb.snd.nxt, end)) return [];
  return again;
}
