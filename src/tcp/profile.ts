/** What differs between systems, as data: rules read it and never contain a system's habit. */
export interface Profile {
  readonly name: ProfileName;
  /** Maximum segment lifetime, ms (RFC 9293 §3.4.2: 2 minutes). */
  readonly msl: number;
  /** RTO before the first RTT sample, ms (RFC 6298 §2.1). */
  readonly rtoInitial: number;
  /** Least RTO, ms (RFC 6298 §2.4). */
  readonly rtoMin: number;
  /** Largest RTO, ms (RFC 6298 §2.5: at least 60 s). */
  readonly rtoMax: number;
  /** Clock granularity G, ms (RFC 6298 §2). */
  readonly clockGranularity: number;
  /** R2 for a SYN: how long it is retransmitted, ms (RFC 9293 §3.8.3: at least 3 minutes). */
  readonly r2Syn: number;
  /** R2 for anything else, ms (RFC 9293 §3.8.3: at least 100 s). */
  readonly r2: number;
  /** The MSS option sent on a SYN, octets (RFC 9293 §3.7.1). */
  readonly mss: number;
  /** Take Table 6 of RFC 9293 §3.10.7.4 to the letter, so that the SYN,ACK of Figure 7, line 6, is refused. */
  readonly literalTable6: boolean;
}

/** The names of the profiles. */
export const PROFILE_NAMES = ['rfc9293'] as const;

/** The name of a profile. */
export type ProfileName = (typeof PROFILE_NAMES)[number];

/** Every profile by name. */
export const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  rfc9293: {
    name: 'rfc9293',
    msl: 120_000,
    rtoInitial: 1000,
    rtoMin: 1000,
    rtoMax: 60_000,
    clockGranularity: 1,
    r2Syn: 180_000,
    r2: 100_000,
    mss: 1460,
    literalTable6: false,
  },
};
