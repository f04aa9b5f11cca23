import { linuxShift, type Settings } from '../stack/settings.ts';
import { IDLE, ecnMode, numeric, only, withProfile, type Change } from './change.ts';

/** The largest receive buffer of Linux's `tcp_rmem` decides its window scale. */
function linuxBuffers(settings: Settings, value: string): Settings | string {
  const [, usual, most] = value.trim().split(/\s+/).map(Number);
  if (usual === undefined || most === undefined || Number.isNaN(usual) || Number.isNaN(most)) return 'is not three numbers';
  const scaled = settings.profile.wscale === null ? null : linuxShift(most);
  return withProfile({ ...settings, rcvbuf: usual }, { wscale: scaled });
}

/** The share of the congestion window that a loss leaves, by the algorithm's name. */
const LOSS_FACTOR: ReadonlyMap<string, number> = new Map([['reno', 0.5], ['cubic', 717 / 1024]]);

/** What is left of the congestion window after a loss under this algorithm; undefined: it is not one that the engine has. */
export function lossFactorOf(algorithm: string): number | undefined {
  return LOSS_FACTOR.get(algorithm);
}

function congestionControl(settings: Settings, value: string): Settings | string {
  const lossFactor = lossFactorOf(value);
  return lossFactor === undefined ? 'is not something that the engine has at this value' : withProfile(settings, { lossFactor });
}

/** The bits of `tcp_fastopen` that are known; higher ones are of no kernel that is published. */
const FAST_OPEN = 0x603;

function fastOpen(settings: Settings, value: string): Settings | string {
  if (!/^(0x[0-9a-fA-F]+|\d+)$/.test(value)) return 'is no number';
  const bits = Number(value);
  return (bits & 0xfff & ~FAST_OPEN) === 0 ? { ...settings, fastOpen: bits } : 'is not something that the engine has at this value';
}

/** Linux's settings: those below `net.ipv4`, and what they make of the host. */
export const LINUX: readonly (readonly [string, Change])[] = [
  ['net.ipv4.tcp_timestamps', numeric((settings, value) => withProfile(settings, { timestamps: value !== 0 }))],
  ['net.ipv4.tcp_sack', numeric((settings, value) => withProfile(settings, { sack: value !== 0 }))],
  ['net.ipv4.tcp_window_scaling', numeric((settings, value) => withProfile(settings, { wscale: value === 0 ? null : (settings.profile.wscale ?? 8) }))],
  ['net.ipv4.tcp_rmem', linuxBuffers],
  ['net.ipv4.tcp_rfc1337', numeric((settings, value) => withProfile(settings, { rstInTimeWait: value === 0 ? 'close' : 'ignore' }))],
  ['net.ipv4.tcp_invalid_ratelimit', numeric((settings, value) => withProfile(settings, { challengeInterval: value }))],
  ['net.ipv4.tcp_congestion_control', congestionControl],
  ['net.ipv4.tcp_slow_start_after_idle', numeric((settings, value) => withProfile(settings, { restartAfterIdle: value !== 0 }))],
  ['net.ipv4.tcp_notsent_lowat', numeric((settings, value) => ({ ...settings, notsentLowat: value }))],
  ['net.ipv4.tcp_rto_max_ms', numeric((settings, value) => withProfile(settings, { rtoMax: value }))],
  ['net.ipv4.tcp_wmem', IDLE],
  ['net.core.wmem_max', IDLE],
  ['net.core.rmem_max', IDLE],
  ['net.ipv4.tcp_min_tso_segs', IDLE],
  ['net.ipv4.tcp_tso_win_divisor', IDLE],
  ['net.ipv4.tcp_limit_output_bytes', IDLE],
  ['net.ipv4.tcp_pacing_ss_ratio', IDLE],
  ['net.ipv4.tcp_pacing_ca_ratio', IDLE],
  ['net.ipv4.tcp_no_metrics_save', IDLE],
  ['net.ipv4.tcp_autocorking', IDLE],
  ['net.ipv4.tcp_moderate_rcvbuf', IDLE],
  ['net.ipv4.tcp_low_latency', IDLE],
  ['net.ipv4.tcp_fastopen_key', IDLE],
  ['net.ipv4.tcp_fastopen_cookies', IDLE],
  ['net.ipv4.tcp_fastopen_blackhole_timeout_sec', IDLE],
  ['net.ipv4.tcp_fack', IDLE],
  ['net.ipv4.tcp_dsack', numeric((settings, value) => withProfile(settings, { dsack: value !== 0 }))],
  ['net.ipv4.tcp_reordering', only('3')],
  ['net.ipv4.tcp_mtu_probing', only('0')],
  ['net.ipv4.ip_no_pmtu_disc', IDLE],
  ['net.ipv4.tcp_abort_on_overflow', only('0')],
  ['net.ipv4.tcp_ecn', ecnMode],
  ['net.ipv4.tcp_syncookies', only('0', '1')],
  ['net.ipv4.tcp_fastopen', fastOpen],
];
