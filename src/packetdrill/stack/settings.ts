import type { Profile, ProfileName } from '../../tcp/profile.ts';
import { PROFILES } from '../../tcp/profiles.ts';

/** How the host under test is made: by the profile, the script's options and its sysctl commands. */
export interface Settings {
  readonly profile: Profile;
  /** Whose way of padding options is used. */
  readonly padding: 'bsd' | 'linux';
  /** The MSS to announce, octets. */
  readonly mss: number;
  /** The receive buffer of a new socket, octets. */
  readonly rcvbuf: number;
  /** The send buffer of a new socket, octets; null: without bound. */
  readonly sndbuf: number | null;
  /** The octets not sent yet above which a socket does not count as writable (TCP_NOTSENT_LOWAT). */
  readonly notsentLowat: number;
  /** How long an ACK may wait for company, ms; null: as the profile has it. */
  readonly delayedAck: number | null;
  /** How long an attempt to connect may take, ms; null: as long as the SYN is retransmitted. */
  readonly openTimeout: number | null;
  /** Who uses Fast Open, as the bits of Linux's `tcp_fastopen`: 1 clients, 2 servers, 0x200 servers without asking for a cookie, 0x400 every listener. */
  readonly fastOpen: number;
  /** The Fast Open cookie that the host gives: whichever the script expects, for nobody can foretell it who does not know the key. */
  readonly cookie: string;
  /** The first ISS that the host chooses. */
  readonly iss: number;
  /** How far a time may be off, µs and percent of the time since the event before; the larger one holds. */
  readonly tolerance: { readonly us: number; readonly percent: number };
  /** How long one unit of the script's timestamps is, µs; null: timestamps are not compared with the clock. */
  readonly tick: number | null;
}

const HEADERS = { ipv4: 40, ipv6: 60 } as const;

/** The MSS that fits an MTU, octets: without IP and TCP header. */
export function mssFor(mtu: number, ip: 'ipv4' | 'ipv6'): number {
  return Math.max(1, mtu - HEADERS[ip]);
}

/** The window scale that Linux offers for so many octets: one less than they need beyond 15 bits. */
export function linuxShift(octets: number): number {
  return Math.min(14, Math.max(0, Math.floor(Math.log2(Math.max(1, octets))) - 15));
}

/** The host of a profile before a script says more. `iss`: where its sequence numbers begin. */
export function settingsOf(name: ProfileName, iss: number): Settings {
  return {
    profile: PROFILES[name],
    padding: name === 'linux' ? 'linux' : 'bsd',
    mss: PROFILES[name].mss,
    rcvbuf: name === 'linux' ? 540_000 : 65_536,
    sndbuf: null,
    notsentLowat: Infinity,
    delayedAck: null,
    openTimeout: name === 'freebsd' ? 75_000 : null,
    fastOpen: name === 'linux' ? 1 : 0,
    cookie: '5eed000a5eed001a',
    iss,
    tolerance: { us: 4000, percent: 12.5 },
    tick: null,
  };
}
