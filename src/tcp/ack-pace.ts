import type { Env } from './env.ts';
import { isKept } from './receive-memory.ts';
import type { AckPace, ReceiveSpace, Tcb } from './tcb.ts';

/** How long an ACK may wait for company, ms: as the host is set, else as its profile has it; 0: not at all. */
function ackDelay({ delayedAck, profile }: Env): number {
  return delayedAck ?? profile.ackDelay;
}

/** How long the ACK that may wait now does so, ms; 0: until the user has had a chance to answer, within the same instant. */
export function waitFor({ rcv }: Tcb, env: Env): number {
  return paces(env) && rcv.pace === null ? 0 : ackDelay(env);
}

/** Whether the host chooses by itself, from what happens, which ACK waits. */
function paces({ delayedAck, profile }: Env): boolean {
  return delayedAck === null && profile.quickAcks > 0;
}

/** ACKs that go out at once when data begins to flow: for half the window in segments, up to the profile's bound, and two where the window is small. */
function quickAcks(rcv: ReceiveSpace, mss: number, env: Env): number {
  return Math.min(env.profile.quickAcks, Math.floor(rcv.wnd / (2 * mss)) || 2);
}

/** The pace once `length` octets have come in order, in one segment; null where the host keeps none. */
function pacedAfter(tcb: Tcb, length: number, pushed: boolean, env: Env): AckPace | null {
  if (!paces(env)) return null;
  const { pace } = tcb.rcv;
  const fresh = pace === null || env.now - pace.heardAt > tcb.rto.rto;
  const quick = fresh ? Math.max(pace?.quick ?? 0, quickAcks(tcb.rcv, tcb.snd.mss, env)) : pace.quick;
  return { quick, answers: pace?.answers ?? false, heardAt: env.now, octets: (pace?.octets ?? 0) + length, pushed: (pace?.pushed ?? false) || pushed || (length > 0 && length < tcb.snd.mss) };
}

/** By the pace: more than a whole segment is never kept waiting, and nothing is while ACKs are quick or the user empties the buffer of what was pushed. */
function mayWait({ quick, answers, octets, pushed }: AckPace, tcb: Tcb, env: Env): boolean {
  const { memory } = tcb.rcv;
  if (octets > tcb.snd.mss && (memory === undefined || isKept({ rcv: tcb.rcv, memory }))) return false;
  const due = tcb.timers['delayed-ack'];
  // One that would leave soon anyway leaves now, with what has come.
  if (due !== null && due - env.now <= ackDelay(env) / 4) return false;
  return answers || (quick === 0 && !(tcb.rcv.reading && pushed));
}

/**
 * What is owed once `length` octets have come in order, `pushed` or not: an ACK may wait if the host delays ACKs (RFC 9293 §3.8.6.3, SHLD-18),
 * none waits already (SHLD-19) and nothing is missing.
 */
export function owedAfterData(tcb: Tcb, length: number, pushed: boolean, env: Env): Pick<ReceiveSpace, 'owed' | 'pace'> {
  const { owed, beyond } = tcb.rcv;
  const pace = pacedAfter(tcb, length, pushed, env);
  const waits = ackDelay(env) > 0 && beyond.length === 0 && owed !== 'now' && (pace === null ? owed === 'nothing' : mayWait(pace, tcb, env));
  return { owed: waits ? 'later' : 'now', pace };
}

/** What is owed once the user has read: an ACK that waited for company waits no longer where the buffer is empty, on a host that paces its ACKs and has not answered. */
export function owedAfterReading({ owed, pace, unread }: ReceiveSpace): ReceiveSpace['owed'] {
  return owed === 'later' && pace !== null && !pace.answers && pace.pushed && unread === 0 ? 'now' : owed;
}

/** What is owed for a FIN: as for data, but a host that paces its ACKs waits for the user's own FIN, where no data came before only for an instant; `length`: octets in the FIN's segment. */
export function owedAfterFin(tcb: Tcb, length: number, env: Env): Pick<ReceiveSpace, 'owed' | 'pace'> {
  const { pace, owed } = tcb.rcv;
  if (!paces(env)) return owedAfterData(tcb, 0, false, env);
  if (pace === null) return { owed: 'later', pace };
  const urgent = pace.octets > tcb.snd.mss || (owed === 'now' && length === 0);
  return { owed: urgent ? 'now' : 'later', pace: { ...pace, answers: true } };
}

/** The pace once data has been sent: soon after data came, it was an answer, and the next ACK may ride on an answer too. */
export function answered(tcb: Tcb, env: Env): Tcb {
  const { pace } = tcb.rcv;
  if (pace === null || pace.answers || env.now - pace.heardAt >= ackDelay(env)) return tcb;
  return { ...tcb, rcv: { ...tcb.rcv, pace: { ...pace, answers: true } } };
}

/** The pace when something is amiss or data waits behind the handshake: ACKs are quick again. */
export function quickened(tcb: Tcb, env: Env): Tcb {
  if (!paces(env)) return tcb;
  const pace = { quick: quickAcks(tcb.rcv, tcb.snd.mss, env), answers: false, heardAt: tcb.rcv.pace?.heardAt ?? env.now, octets: tcb.rcv.pace?.octets ?? 0, pushed: tcb.rcv.pace?.pushed ?? false };
  return { ...tcb, rcv: { ...tcb.rcv, pace } };
}

/** The pace once an ACK that was owed has gone out. */
export function paceAfterAck({ pace }: ReceiveSpace): AckPace | null {
  return pace === null ? null : { ...pace, quick: Math.max(0, pace.quick - 1), octets: 0, pushed: false };
}
