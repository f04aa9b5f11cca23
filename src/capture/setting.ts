import { ACK, CWR, ECE, RST, has } from '../tcp/flags.ts';
import type { FastOpen } from '../tcp/env.ts';
import type { Profile, ProfileName } from '../tcp/profile.ts';
import { PROFILES } from '../tcp/profiles.ts';
import type { Segment } from '../tcp/segment.ts';
import { EMPTY_SCENARIO, peerOf, type HostId, type HostSetup, type Overrides } from '../simulation/scenario.ts';
import { isSyn, type Seen } from './course.ts';
import { HOST_NAMES } from './said.ts';

/** What a conversation shows of how a host is made. */
export interface HostSetting {
  readonly setup: HostSetup;
  readonly fastOpen: FastOpen | null;
  /** Whether one of its SYNs was captured, so that it is known what it offered. */
  readonly introduced: boolean;
}

const USUAL_MSS = 1460;

/** What the SYN of a host says of it; `asked`: the SYN that it answers, for an option that was not offered may not be answered. */
function overridesOf(syn: Segment, asked: Segment | undefined): Overrides {
  const { options, flags } = syn;
  const may = (offered: boolean): boolean => asked === undefined || offered;
  const answersEcn = has(syn.flags, ACK);
  const ecn = answersEcn ? (has(flags, ECE) ? 'if asked' : 'off') : has(flags, ECE) && has(flags, CWR) ? 'ask' : 'off';
  return {
    ...(may(asked?.options.wscale !== undefined) ? { wscale: options.wscale ?? null } : {}),
    ...(may(asked?.options.sackPermitted === true) ? { sack: options.sackPermitted === true } : {}),
    ...(may(asked?.options.ts !== undefined) ? { timestamps: options.ts !== undefined } : {}),
    ecn,
  };
}

/** The most data in a segment: what no SYN has said must have been allowed. */
function largest(all: readonly Seen[]): number {
  return all.reduce((most, { segment }) => Math.max(most, segment.length), 0);
}

/** Fast Open as the SYNs show it: the cookie that the host has, and the one that it gives (RFC 7413 §4.1). */
function fastOpenOf(syns: readonly Segment[], peers: readonly Segment[]): FastOpen | null {
  const cookies = [...syns, ...peers].flatMap(({ options: { fastOpen } }) => fastOpen ?? []);
  if (cookies.length === 0) return null;
  const cookie = cookies.find((one) => one !== '');
  const own = syns.find(({ flags, options }) => !has(flags, ACK) && options.fastOpen !== undefined && options.fastOpen !== '');
  return { gives: cookie ?? '', has: own?.options.fastOpen ?? null };
}

/** How the host is made, as far as its segments show. */
export function settingOf(all: readonly Seen[], host: HostId): HostSetting {
  const synsOf = (which: HostId): readonly Segment[] => all.filter((seen) => seen.from === which && isSyn(seen) && !has(seen.segment.flags, RST)).map(({ segment }) => segment);
  const syns = synsOf(host);
  const [syn] = syns;
  const peers = synsOf(peerOf(host));
  const asked = syn !== undefined && has(syn.flags, ACK) ? peers.find(({ flags }) => !has(flags, ACK)) : undefined;
  const usual = EMPTY_SCENARIO.hosts[host];
  const setup: HostSetup = {
    ...usual,
    name: HOST_NAMES[host],
    iss: syns.length === 0 ? usual.iss : [...new Set(syns.map(({ seq }) => seq as number))],
    window: syn?.wnd ?? usual.window,
    mss: syn?.options.mss ?? (largest(all) || USUAL_MSS),
    overrides: syn === undefined ? {} : overridesOf(syn, asked),
  };
  return { setup, fastOpen: fastOpenOf(syns, peers), introduced: syn !== undefined };
}

/** How often or how long something has to last before it is expected that a host gives up: what it does is seen. */
const NEVER = Number.MAX_SAFE_INTEGER;

/**
 * The rules under which a host is observed: its habits, with what its SYN shows. How soon it sends, how much at once and
 * when it reads is its own affair, and nothing of that is expected of it.
 */
export function observedProfile(name: ProfileName, { setup }: HostSetting): Profile {
  const profile = PROFILES[name];
  return {
    ...profile,
    ...setup.overrides,
    nagle: false,
    wholeSegments: 'no',
    windowOpens: 'by a segment',
    windowNews: NEVER,
    restartAfterIdle: false,
    r2: NEVER,
    r2Syn: NEVER,
    r2SynAck: NEVER,
    emptyProbes: profile.emptyProbes === null ? null : NEVER,
  };
}
