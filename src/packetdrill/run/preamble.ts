import type { Obstacle, Script, ScriptOption } from '../script.ts';
import { mssFor, type Settings } from '../stack/settings.ts';

/** Options that say how packetdrill reaches a real machine, or that the reader has already followed. */
const IDLE: readonly string[] = [
  'define', 'local_ip', 'remote_ip', 'gateway_ip', 'netmask_ip', 'bind_port', 'connect_port', 'speed', 'mss', 'verbose', 'non_fatal',
  'init_scripts', 'initscripts', 'code_command', 'code_format', 'code_sockopt', 'send_omit_free', 'log_file', 'strict_segments',
];

const IP_VERSIONS: Readonly<Record<string, 'ipv4' | 'ipv6'>> = { ipv4: 'ipv4', ipv6: 'ipv6', 'ipv4-mapped-ipv6': 'ipv4' };

const MTU = 1500;

function numberIn({ name, value, line }: ScriptOption): number | Obstacle {
  const number = Number(value);
  if (value !== null && /^\d+(\.\d+)?$/.test(value)) return number;
  return { line, kind: 'contradiction', reason: `--${name} needs a number, not “${value ?? ''}”` };
}

function follow(settings: Settings, option: ScriptOption): Settings | Obstacle {
  const { name, line } = option;
  if (IDLE.includes(name) || name === 'ip_version' || name === 'mtu') return settings;
  const unknown: Obstacle = { line, kind: 'unsupported', reason: `the option --${name} is not one that is known here` };
  const { tolerance } = settings;
  const number = numberIn(option);
  switch (name) {
    case 'tolerance_usecs':
      return typeof number === 'number' ? { ...settings, tolerance: { ...tolerance, us: number } } : number;
    case 'tolerance_percent':
      return typeof number === 'number' ? { ...settings, tolerance: { ...tolerance, percent: number } } : number;
    case 'tcp_ts_tick_usecs':
      return typeof number === 'number' ? { ...settings, tick: number === 0 ? null : number } : number;
    case 'dry_run':
      return { line, kind: 'unsupported', reason: 'the script asks to be read only (--dry_run)' };
    default:
      return unknown;
  }
}

/** The MSS that an MTU and the kind of IP header leave; IPv6 has a longer one. */
function sized(settings: Settings, options: readonly ScriptOption[]): Settings | Obstacle {
  const version = options.findLast(({ name }) => name === 'ip_version');
  const ip = version === undefined ? 'ipv4' : IP_VERSIONS[version.value ?? ''];
  if (ip === undefined) return { line: version?.line ?? 1, kind: 'unsupported', reason: `--ip_version=${version?.value ?? ''} is not one that is known here` };
  const mtu = options.findLast(({ name }) => name === 'mtu');
  if (mtu === undefined && ip === 'ipv4') return settings;
  const octets = mtu === undefined ? MTU : numberIn(mtu);
  return typeof octets === 'number' ? { ...settings, mss: mssFor(octets, ip) } : octets;
}

/** The host as the `--name=value` lines of a script make it, or the first of them that cannot be followed. */
export function followOptions(settings: Settings, { options }: Script): Settings | Obstacle {
  let made: Settings | Obstacle = sized(settings, options);
  for (const option of options) {
    if ('kind' in made) return made;
    made = follow(made, option);
  }
  return made;
}
