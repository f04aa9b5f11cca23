import { flightSize } from '../../tcp/congestion.ts';
import { hasArrived, windowInSegments } from '../../tcp/in-flight.ts';
import type { Rack } from '../../tcp/rack.ts';
import type { State } from '../../tcp/state.ts';
import type { Tcb } from '../../tcp/tcb.ts';
import type { Connection } from '../stack/host.ts';

/** The numbers of the states in `tcpi_state`, as Linux has them, with FreeBSD's names beside Linux's; packetdrill also knows those with `TCPI_`. */
const STATES: Readonly<Record<State, readonly [number, string, string]>> = {
  ESTABLISHED: [1, 'TCP_ESTABLISHED', 'TCPS_ESTABLISHED'],
  'SYN-SENT': [2, 'TCP_SYN_SENT', 'TCPS_SYN_SENT'],
  'SYN-RECEIVED': [3, 'TCP_SYN_RECV', 'TCPS_SYN_RECEIVED'],
  'FIN-WAIT-1': [4, 'TCP_FIN_WAIT1', 'TCPS_FIN_WAIT_1'],
  'FIN-WAIT-2': [5, 'TCP_FIN_WAIT2', 'TCPS_FIN_WAIT_2'],
  'TIME-WAIT': [6, 'TCP_TIME_WAIT', 'TCPS_TIME_WAIT'],
  CLOSED: [7, 'TCP_CLOSE', 'TCPS_CLOSED'],
  'CLOSE-WAIT': [8, 'TCP_CLOSE_WAIT', 'TCPS_CLOSE_WAIT'],
  'LAST-ACK': [9, 'TCP_LAST_ACK', 'TCPS_LAST_ACK'],
  LISTEN: [10, 'TCP_LISTEN', 'TCPS_LISTEN'],
  CLOSING: [11, 'TCP_CLOSING', 'TCPS_CLOSING'],
};

const TIMESTAMPS = 1;
const SACK = 2;
const WSCALE = 4;
const ECN = 8;
const SYN_DATA = 32;

/** The numbers of `tcpi_ca_state`, as Linux has them. */
const PHASES: Readonly<Record<Rack['phase'], number>> = { open: 0, disorder: 1, recovery: 3, loss: 4 };

/** The threshold of slow start where nothing has been lost yet. */
const INFINITE = 0x7fff_ffff;

const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ...Object.values(STATES).flatMap(([value, linux, freebsd]): [string, number][] => [[linux, value], [freebsd, value], [freebsd.replace('TCPS_', 'TCPI_'), value]]),
  ['TCPI_OPT_TIMESTAMPS', TIMESTAMPS], ['TCPI_OPT_SACK', SACK], ['TCPI_OPT_WSCALE', WSCALE],
  ['TCPI_OPT_ECN', ECN], ['TCPI_OPT_ECN_SEEN', 16], ['TCPI_OPT_SYN_DATA', SYN_DATA],
  ['TCP_CA_Open', 0], ['TCP_CA_Disorder', 1], ['TCP_CA_CWR', 2], ['TCP_CA_Recovery', 3], ['TCP_CA_Loss', 4],
  ['True', 1], ['False', 0],
]);

function options({ scaled, sack, ts, ecn }: Tcb['agreed'], synData: boolean): number {
  return (synData ? SYN_DATA : 0) | (ts === null ? 0 : TIMESTAMPS) | (sack ? SACK : 0) | (scaled ? WSCALE : 0) | (ecn === null ? 0 : ECN);
}

/** What is counted in segments only where losses are found by time. */
function countsOf(tcb: Tcb, rack: Rack): readonly [string, number][] {
  const { ssthresh } = tcb.congestion;
  const lost = tcb.queue.filter((entry) => entry.loss !== undefined);
  return [
    ['tcpi_ca_state', PHASES[rack.phase]],
    ['tcpi_snd_cwnd', windowInSegments(tcb)],
    ['tcpi_snd_ssthresh', ssthresh >= INFINITE ? INFINITE : Math.floor(ssthresh / tcb.snd.mss)],
    ['tcpi_unacked', tcb.queue.length],
    ['tcpi_sacked', tcb.queue.filter((entry) => hasArrived(tcb, entry)).length + rack.dupes],
    ['tcpi_lost', lost.length],
    ['tcpi_retrans', lost.filter(({ loss }) => loss === 'resent').length],
    ['tcpi_reordering', rack.reordering],
    ['tcpi_min_rtt', Math.round((rack.minRtt ?? 0) * 1000)],
  ];
}

/** What an assertion may name: the fields of TCP_INFO that the engine knows, times in µs, and the constants to compare them with. */
export function infoOf({ tcb, synData }: Connection): ReadonlyMap<string, number> {
  const { snd, rcv, rto, agreed, congestion } = tcb;
  return new Map([
    ...CONSTANTS,
    ['tcpi_state', STATES[tcb.state][0]],
    ['tcpi_options', options(agreed, synData)],
    ['tcpi_snd_mss', snd.mss],
    ['tcpi_snd_wscale', snd.shift],
    ['tcpi_rcv_wscale', rcv.shift],
    ['tcpi_snd_wnd', snd.wnd],
    ['tcpi_rto', Math.round(rto.rto * 1000)],
    ['tcpi_rtt', Math.round((rto.srtt ?? 0) * 1000)],
    ['tcpi_rttvar', Math.round(rto.rttvar * 1000)],
    ['tcpi_notsent_bytes', snd.unsent],
    ['tcpi_bytes_acked', Math.max(0, flightSize({ ...tcb, snd: { ...snd, nxt: snd.una, una: tcb.iss } }) - (tcb.state === 'SYN-SENT' ? 0 : 1))],
    ...(congestion.rack === null ? [] : countsOf(tcb, congestion.rack)),
  ]);
}
