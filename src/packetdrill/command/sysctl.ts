import { asOn } from '../stack/engine.ts';
import type { Settings } from '../stack/settings.ts';
import { IDLE, ecnMode, numeric, only, withProfile, type Change } from './change.ts';
import { LINUX } from './linux.ts';

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

const FREEBSD: readonly (readonly [string, Change])[] = [
  ['net.inet.tcp.rfc1323', numeric((settings, value) => highPerformance(settings, value !== 0))],
  ['net.inet.tcp.sack.enable', numeric((settings, value) => withProfile(settings, { sack: value !== 0 }))],
  ['kern.ipc.maxsockbuf', numeric((settings, value) => (settings.profile.wscale === null ? settings : withProfile(settings, { wscale: shiftFor(value) })))],
  ['net.inet.tcp.recvspace', numeric((settings, value) => ({ ...settings, rcvbuf: value }))],
  ['net.inet.tcp.delayed_ack', numeric((settings, value) => ({ ...settings, delayedAck: value === 0 ? 0 : null }))],
  ['net.inet.tcp.delacktime', numeric((settings, value) => ({ ...settings, delayedAck: Math.min(499, value) }))],
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
  ['net.inet.tcp.drop_synfin', numeric((settings, value) => withProfile(settings, value === 0 ? { listenSynFin: 'take', synSentSynFin: 'take' } : { listenSynFin: 'drop', synSentSynFin: 'drop' }))],
  ['net.inet.tcp.rexmit_slop', numeric((settings, value) => withProfile(settings, { rtoSlop: value }))],
  ['net.inet.tcp.rexmit_drop_options', numeric((settings, value) => withProfile(settings, { synOptionTries: value === 0 ? null : 3 }))],
  ['net.inet.tcp.keepinit', numeric((settings, value) => ({ ...settings, openTimeout: value }))],
  ['net.inet.tcp.blackhole', only('0')],
  ['net.inet.tcp.ecn.enable', ecnMode],
  ['net.inet.tcp.ecn.maxretries', numeric((settings, value) => withProfile(settings, { ecnSynTries: value + 1 }))],
  ['net.inet.tcp.insecure_rst', numeric((settings, value) => withProfile(settings, { rstAccepted: value === 0 ? 'exact' : 'in window' }))],
  ['net.inet.tcp.insecure_syn', numeric((settings, value) => withProfile(settings, { synInWindow: value === 0 ? 'challenge' : 'reset' }))],
  ['net.inet.tcp.insecure_ack', numeric((settings, value) => withProfile(settings, { oldAck: value === 0 ? 'challenge' : 'duplicate' }))],
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
  return withProfile({ ...system, rcvbuf: 540_000 }, { timestamps: true, sack: true, wscale: 8, restartAfterIdle: false });
}
