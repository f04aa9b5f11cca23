import type { Env } from './env.ts';
import { ACK, CWR, ECE, flagsOf, has } from './flags.ts';
import type { Segment } from './segment.ts';
import type { EcnState, Tcb } from './tcb.ts';

/** What happens to ECN beside another rule. */
export const ECN_ASKED = { id: 'ecn.asked', cite: 'RFC 3168 §6.1.1' } as const;
/** Both SYNs have agreed on ECN. */
export const ECN_AGREED = { id: 'ecn.agreed', cite: 'RFC 3168 §6.1.1' } as const;
/** An offer that nobody answers is withdrawn. */
export const ECN_GIVEN_UP = { id: 'ecn.given-up', cite: 'RFC 3168 §6.1.1.1' } as const;

/** Whether a SYN that has been sent `sent` times so far offers ECN when it leaves now. */
export function offersEcn(sent: number, { profile }: Env): boolean {
  return profile.ecn === 'ask' && sent < profile.ecnSynTries;
}

/** Whether these are the flags of a SYN that offers ECN: ECE and CWR; a SYN,ACK agrees with ECE alone (RFC 3168 §6.1.1). */
function isSetup({ flags }: Segment): boolean {
  return has(flags, ECE) && has(flags, CWR) !== has(flags, ACK);
}

/** What a SYN or SYN,ACK says of ECN, to an endpoint in LISTEN or SYN-SENT: null where the connection goes without. */
export function ecnFrom({ state, queue }: Tcb, seg: Segment, { profile }: Env): EcnState | null {
  if (profile.ecn === 'off' || !isSetup(seg)) return null;
  const asked = state === 'LISTEN' || profile.ecn === 'ask';
  const sends = state === 'LISTEN' || (queue[0]?.transmissions ?? 1) <= profile.ecnSynTries;
  // A late answer to the first SYN finds a host that has also sent one without: it only echoes.
  return asked && (sends || has(seg.flags, ACK)) ? { sends, echo: false, reduced: null, cwr: false } : null;
}

/** What the outcome of a SYN adds where it agrees on ECN. */
export function agreesOnEcn({ agreed }: Tcb): readonly string[] {
  return agreed.ecn === null ? [] : [ECN_AGREED.id];
}

/** Whether a SYN that came again no longer offers ECN (RFC 3168 §6.1.1.1). */
export function withdrawsEcn(tcb: Tcb, seg: Segment): boolean {
  return tcb.agreed.ecn !== null && seg.seq === tcb.irs && !isSetup(seg);
}

/** The TCB with the ECN of its connection changed. */
export function withEcn(tcb: Tcb, ecn: EcnState | null): Tcb {
  return { ...tcb, agreed: { ...tcb.agreed, ecn } };
}

/** The TCB after its congestion window was reduced, for whatever reason: the next new data says so (RFC 3168 §6.1.2). */
export function windowReduced(tcb: Tcb): Tcb {
  const { ecn } = tcb.agreed;
  return ecn === null ? tcb : withEcn(tcb, { ...ecn, reduced: tcb.snd.nxt, cwr: true });
}

/** New data as it leaves: it may be marked, and says where the window was reduced. A probe of a closed window does neither (RFC 3168 §6.1.6). */
export function asNewData({ agreed, snd }: Tcb, segment: Segment): Segment {
  const { ecn } = agreed;
  if (ecn === null || !ecn.sends || segment.length === 0 || snd.wnd === 0) return segment;
  return { ...segment, ecn: 'ECT', flags: ecn.cwr ? flagsOf(segment.flags, CWR) : segment.flags };
}

/** The TCB once new data has left: CWR is said once. */
export function dataSent(tcb: Tcb, segment: Segment): Tcb {
  const { ecn } = tcb.agreed;
  return ecn !== null && has(segment.flags, CWR) ? withEcn(tcb, { ...ecn, cwr: false }) : tcb;
}

/** Whether the ACK tells the sender of congestion. */
export function tellsCongestion(tcb: Tcb, seg: Segment): boolean {
  return tcb.agreed.ecn !== null && has(seg.flags, ECE);
}
