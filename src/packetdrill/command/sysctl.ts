import type { Profile } from '../../tcp/profile.ts';
import { asOn } from '../stack/engine.ts';
import type { Settings } from '../stack/settings.ts';

/** What a setting of a system makes of the host; a text says why it cannot be made. */
type Change = (settings: Settings, value: string) => Settings | string;

function withProfile(settings: Settings, change: Partial<Settings['profile']>): Settings {
  return { ...settings, profile: { ...settings.profile, ...change } };
}

/** Settings that change nothing here, at any value. */
const IDLE: Change = (settings) => settings;

/** A setting that may only have these values, at which the engine behaves so anyway. */
function only(...values: readonly string[]): Change {
  return (settings, value) => (values.includes(value) ? settings : 'is not something that the engine has at this value');
}

function numeric(change: (settings: Settings, value: number) => Settings): Change {
  return (settings, value) => (/^\d+$/.test(value) ? change(settings, Number(value)) : 'is no number');
}

/** The shift that lets a window field reach `most` octets. */
function shiftFor(most: number): number {
  let shift = 0;
  while (shift < 14 && 0xffff * 2 ** shift < most) shift += 1;
  return shift;
}

/** `kern.ipc.maxsockbuf` where the script does not set it, octets. */
const MAX_SOCKBUF = 2_097_152;

function highPerformance(settings: Settings, on: boolean): Settings {
  const wscale = on ? (settings.profile.wscale ?? shiftFor(MAX_SOCKBUF)) : null;
  return withProfile(settings, { timestamps: on, wscale });
}

const ECN_MODES: readonly Profile['ecn'][] = ['off', 'ask', 'if asked'];

/** Linux and FreeBSD number the ways of ECN alike; what goes beyond RFC 3168 is not something that the engine has. */
function ecnMode(settings: Settings, value: string): Settings | string {
  const ecn = ECN_MODES[Number(value)];
  return ecn === undefined ? 'is not something that the engine has' : withProfile(settings, { ecn });
}

const FREEBSD: readonly (readonly [string, Change])[] = [
  ['net.inet.tcp.rfc1323', numeric((settings, value) => highPerformance(settings, value !== 0))],
  ['net.inet.tcp.sack.enable', numeric((settings, value) => withProfile(settings, { sack: value !== 0 }))],
  ['kern.ipc.maxsockbuf', numeric((settings, value) => (settings.profile.wscale === null ? settings : withProfile(settings, { wscale: shiftFor(value) })))],
  ['net.inet.tcp.recvspace', numeric((settings, value) => ({ ...settings, rcvbuf: value }))],
  ['net.inet.tcp.sendspace', IDLE],
  ['net.inet.tcp.hostcache.purgenow', IDLE],
  ['net.inet.tcp.hostcache.enable', IDLE],
  ['net.inet.tcp.icmp_may_rst', IDLE],
  ['net.inet.tcp.path_mtu_discovery', IDLE],
  ['net.inet.tcp.tso', IDLE],
  ['net.inet.tcp.log_debug', IDLE],
  ['net.inet.tcp.msl', numeric((settings, value) => withProfile(settings, { msl: value }))],
  ['net.inet.tcp.rexmit_initial', numeric((settings, value) => withProfile(settings, { rtoInitial: value }))],
  ['net.inet.tcp.rexmit_min', numeric((settings, value) => withProfile(settings, { rtoMin: value }))],
  ['net.inet.tcp.initcwnd_segments', numeric((settings, value) => withProfile(settings, { initialWindow: value }))],
  ['net.inet.tcp.drop_synfin', numeric((settings, value) => withProfile(settings, { listenSynFin: value === 0 ? 'take' : 'drop' }))],
  ['net.inet.tcp.rexmit_slop', only('200')],
  ['net.inet.tcp.rexmit_drop_options', only('0')],
  ['net.inet.tcp.blackhole', only('0')],
  ['net.inet.tcp.ecn.enable', ecnMode],
  ['net.inet.tcp.ecn.maxretries', numeric((settings, value) => withProfile(settings, { ecnSynTries: value + 1 }))],
  ['net.inet.tcp.insecure_rst', only('0')],
  ['net.inet.tcp.insecure_syn', only('0')],
  ['net.inet.tcp.insecure_ack', only('0')],
  ['net.inet.tcp.nolocaltimewait', only('0')],
  ['net.inet.tcp.syncookies', only('0', '1')],
  ['net.inet.tcp.syncookies_only', only('0')],
  ['net.inet.tcp.always_keepalive', only('0')],
  ['net.inet.tcp.tolerate_missing_ts', only('0')],
  ['net.inet.tcp.pmtud_blackhole_detection', only('0')],
  ['net.inet.tcp.fast_finwait2_recycle', only('0')],
  ['net.inet.tcp.fastopen.client_enable', only('0')],
  ['net.inet.tcp.fastopen.server_enable', only('0')],
  ['net.inet.tcp.cc.algorithm', only('newreno')],
];

/** The largest receive buffer of Linux's `tcp_rmem` decides its window scale: one less than the octets need beyond 15 bits. */
function linuxBuffers(settings: Settings, value: string): Settings | string {
  const [, usual, most] = value.trim().split(/\s+/).map(Number);
  if (usual === undefined || most === undefined || Number.isNaN(usual) || Number.isNaN(most)) return 'is not three numbers';
  const scaled = settings.profile.wscale === null ? null : Math.min(14, Math.max(0, Math.floor(Math.log2(most)) - 15));
  return withProfile({ ...settings, rcvbuf: usual }, { wscale: scaled });
}

const LINUX: readonly (readonly [string, Change])[] = [
  ['net.ipv4.tcp_timestamps', numeric((settings, value) => withProfile(settings, { timestamps: value !== 0 }))],
  ['net.ipv4.tcp_sack', numeric((settings, value) => withProfile(settings, { sack: value !== 0 }))],
  ['net.ipv4.tcp_window_scaling', numeric((settings, value) => withProfile(settings, { wscale: value === 0 ? null : (settings.profile.wscale ?? 8) }))],
  ['net.ipv4.tcp_rmem', linuxBuffers],
  ['net.ipv4.tcp_rfc1337', numeric((settings, value) => withProfile(settings, { rstInTimeWait: value === 0 ? 'close' : 'ignore' }))],
  ['net.ipv4.tcp_invalid_ratelimit', numeric((settings, value) => withProfile(settings, { challengeInterval: value }))],
  ['net.ipv4.tcp_wmem', IDLE],
  ['net.ipv4.tcp_min_tso_segs', IDLE],
  ['net.ipv4.tcp_tso_win_divisor', IDLE],
  ['net.ipv4.tcp_pacing_ss_ratio', IDLE],
  ['net.ipv4.tcp_pacing_ca_ratio', IDLE],
  ['net.ipv4.tcp_no_metrics_save', IDLE],
  ['net.ipv4.tcp_ecn', ecnMode],
  ['net.ipv4.tcp_congestion_control', only('reno')],
  ['net.ipv4.tcp_syncookies', only('0', '1')],
  ['net.ipv4.tcp_fastopen', only('0')],
];

const CHANGES: ReadonlyMap<string, Change> = new Map([...FREEBSD, ...LINUX]);

/** A script that sets a system's switches tells whose options it expects, and in which order; the RFC leaves the order open. */
function onSystem(settings: Settings, name: string): Settings {
  if (settings.profile.name !== 'rfc9293') return settings;
  const linux = name.startsWith('net.ipv4.');
  return { ...settings, padding: linux ? 'linux' : 'bsd', profile: asOn(linux ? 'linux' : 'freebsd', settings.profile) };
}

/** The host after `name=value`; a text says why the engine cannot be made so. */
export function applySysctl(settings: Settings, name: string, value: string): Settings | string {
  const change = CHANGES.get(name);
  if (change === undefined) return `the setting ${name} is not one that the engine has`;
  const changed = change(onSystem(settings, name), value);
  return typeof changed === 'string' ? `the setting ${name}=${value} ${changed}` : changed;
}

/** What the scripts of Linux's own suite call `defaults.sh`. */
export function linuxDefaults(settings: Settings): Settings {
  const system = onSystem(settings, 'net.ipv4.');
  return withProfile({ ...system, rcvbuf: 540_000 }, { timestamps: true, sack: true, wscale: 8 });
}
