import type { KeepAlive } from '../tcp/keep-alive.ts';
import type { Profile } from '../tcp/profile.ts';
import type { Recording, Side } from './recording.ts';

/** The value of a setting of the kernel at one host; null: the recording does not say it. */
export type Setting = (name: string) => string | null;

/** The settings of a host, as it had them while it was recorded. */
export function settingsOf({ sysctls, sysctlsChanged }: Recording, side: Side): Setting {
  return (name) => {
    const value = sysctlsChanged[side][name] ?? sysctls[name];
    if (value === undefined) return null;
    const own = typeof value === 'object' ? value[side] : value;
    return own === undefined ? null : String(own);
  };
}

/** How long something is tried again that is sent `tries` times more, each wait twice the one before it, ms. */
export function doublings(tries: number, first: number, most: number): number {
  let sum = 0;
  for (let at = 0; at <= tries; at += 1) sum += Math.min(most, first * 2 ** at);
  return sum;
}

/** The window scale that Linux offers for the largest buffer that it may come to, 0…14. */
function scaleFor(most: number): number {
  return Math.min(14, Math.max(0, Math.floor(Math.log2(most)) - 15));
}

/** What is agreed on with the peer, which any profile can do. */
function offers(setting: Setting, base: Profile): Partial<Profile> {
  const on = (name: string, usual: boolean): boolean => (setting(name) ?? (usual ? '1' : '0')) !== '0';
  const most = Number(setting('tcp_rmem')?.split(/\s+/u)[2] ?? 6_291_456);
  const ecn = setting('tcp_ecn');
  return {
    wscale: on('tcp_window_scaling', base.wscale !== null) ? scaleFor(most) : null,
    sack: on('tcp_sack', base.sack),
    dsack: on('tcp_dsack', base.dsack),
    timestamps: on('tcp_timestamps', base.timestamps),
    ...(ecn === null ? {} : { ecn: ecn === '1' ? ('ask' as const) : ecn === '2' ? ('if asked' as const) : ('off' as const) }),
  };
}

/** How often things are tried again. */
function patience(setting: Setting, { rtoMin, rtoMax }: Profile): Partial<Profile> {
  const count = (name: string): number | null => (setting(name) === null ? null : Number(setting(name)));
  const [syn, synAck, data] = [count('tcp_syn_retries'), count('tcp_synack_retries'), count('tcp_retries2')];
  return {
    ...(syn === null ? {} : { r2Syn: doublings(syn, 1000, rtoMax) }),
    ...(synAck === null ? {} : { r2SynAck: doublings(synAck, 1000, rtoMax) }),
    ...(data === null ? {} : { r2: doublings(data, rtoMin, rtoMax) }),
  };
}

/** Habits of Linux that a setting switches; a profile without the habit stays without. */
function habits(setting: Setting, base: Profile): Partial<Profile> {
  const is = (name: string, value: string): boolean => setting(name) === value;
  const cookies = setting('tcp_syncookies');
  const linear = setting('tcp_syn_linear_timeouts');
  const orphan = setting('tcp_fin_timeout');
  const least = setting('tcp_rto_min_us');
  const limit = setting('tcp_invalid_ratelimit');
  return {
    ...(cookies === null ? {} : { synCookies: cookies === '0' ? ('off' as const) : cookies === '2' ? ('always' as const) : ('when full' as const) }),
    ...(linear === null ? {} : { synLinear: Number(linear) }),
    ...(is('tcp_abort_on_overflow', '1') ? { acceptQueueFull: 'reset' as const } : {}),
    ...(is('tcp_rfc1337', '1') ? { rstInTimeWait: 'ignore' as const } : {}),
    ...(base.finWait2 === null || orphan === null ? {} : { finWait2: Number(orphan) * 1000 }),
    ...(least === null ? {} : { rtoMin: Number(least) / 1000, varianceMin: Number(least) / 1000 }),
    ...(limit === null ? {} : { challengeInterval: Number(limit) }),
    ...(is('tcp_congestion_control', 'reno') ? { lossFactor: 0.5 } : {}),
    ...(is('tcp_slow_start_after_idle', '0') ? { restartAfterIdle: false } : {}),
  };
}

/** The profile with what the kernel's settings change in it. */
export function profileUnder(base: Profile, setting: Setting): Profile {
  return { ...base, ...offers(setting, base), ...patience(setting, base), ...(base.name === 'linux' ? habits(setting, base) : {}) };
}

/** How the host probes a silent connection where its application does not say how. */
export function keepAliveUnder({ keepAlive }: Profile, setting: Setting): KeepAlive {
  return {
    idle: Number(setting('tcp_keepalive_time') ?? keepAlive.idle / 1000) * 1000,
    interval: Number(setting('tcp_keepalive_intvl') ?? keepAlive.interval / 1000) * 1000,
    probes: Number(setting('tcp_keepalive_probes') ?? keepAlive.probes),
  };
}
