import { ACK, CWR, ECE, FIN, RST, SYN, URG, flagsOf, has } from '../../tcp/flags.ts';
import { segLen, type Segment } from '../../tcp/segment.ts';
import { seqAdd, seqDiff, seqGt, seqLe, seqLt } from '../../tcp/seq.ts';
import type { Tcb } from '../../tcp/tcb.ts';
import { bareAck, coreFlags, endOf, freshlyDue, readerNext, type Due } from './due.ts';

/** `right`: TCP sends it now; `possible`: TCP may send it, though nothing asks for it. */
export type Fitting = 'right' | 'possible';

/** Bits that are not this exercise's: nothing urgent is handed over, and ECN was not offered. */
const FOREIGN = flagsOf(URG, ECE, CWR);

/** Whether two segments say the same; PSH may differ, and ACK counts only with its bit. */
export function isSame(one: Segment, other: Segment): boolean {
  return coreFlags(one) === coreFlags(other) && one.seq === other.seq && one.length === other.length && (!has(one.flags, ACK) || one.ack === other.ack);
}

/** A SYN or SYN,ACK that has been sent and not been acknowledged may be sent again. */
function isSynAgain(segment: Segment, { state, iss, rcv, queue }: Tcb): boolean {
  const front = queue[0];
  if (front === undefined || !has(front.flags, SYN) || segment.length > 0 || segment.seq !== iss) return false;
  if (state === 'SYN-SENT') return coreFlags(segment) === SYN;
  return state === 'SYN-RECEIVED' && coreFlags(segment) === flagsOf(SYN, ACK) && segment.ack === rcv.nxt;
}

/** How much the user has handed over that the reader has not sent, and whether CLOSE stands behind it. */
function handedOver(due: readonly Due[], { snd }: Tcb): { readonly octets: number; readonly closed: boolean; readonly finDue: boolean } {
  const { octets, fin } = freshlyDue(due);
  return { octets: octets + snd.unsent, closed: snd.fin !== 'no', finDue: fin || snd.fin === 'queued' };
}

/** The most octets that the peer's window and MSS leave for a segment at this SEQ. */
export function roomAt(segment: Segment, { snd }: Tcb): number {
  return Math.max(0, Math.min(snd.mss, seqDiff(seqAdd(snd.una, snd.wnd), segment.seq)));
}

/** What the reader sends for the first time: as much as the user has handed over, in segments of any size, the FIN behind all of it. */
function asNew(segment: Segment, due: readonly Due[], tcb: Tcb): Fitting | null {
  const { octets, closed, finDue } = handedOver(due, tcb);
  const fin = has(segment.flags, FIN);
  if (segment.length > roomAt(segment, tcb)) return null;
  if (fin) return finDue && segment.length === octets ? 'right' : null;
  if (segment.length <= octets) return 'right';
  return closed || (tcb.state !== 'ESTABLISHED' && tcb.state !== 'CLOSE-WAIT') ? null : 'possible';
}

/** What the reader sends once more: any part of what has not been acknowledged. */
function asAgain(segment: Segment, due: readonly Due[], tcb: Tcb): Fitting | null {
  const next = readerNext(due, tcb);
  const { una, nxt, fin } = tcb.snd;
  const sentFin = fin === 'sent' && next === nxt;
  const endOfData = sentFin ? seqAdd(nxt, -1) : next;
  const dataEnd = seqAdd(segment.seq, segment.length);
  const first = una === tcb.iss ? seqAdd(una, 1) : una;
  if (seqLt(segment.seq, first) || seqGt(dataEnd, endOfData)) return null;
  if (has(segment.flags, FIN) && !(sentFin && dataEnd === endOfData)) return null;
  const isDue = due.some((one) => one.again && seqLe(segment.seq, one.segment.seq) && seqLt(one.segment.seq, endOf(segment)));
  return isDue ? 'right' : 'possible';
}

/** Whether a TCP with what the reader knows could send the segment now; null: it could not, whatever its user did except CLOSE and ABORT. */
export function couldSend(segment: Segment, due: readonly Due[], tcb: Tcb): Fitting | null {
  if (due.some((one) => isSame(one.segment, segment))) return 'right';
  if (isSynAgain(segment, tcb)) return 'possible';
  const bare = bareAck(due, tcb);
  const { flags } = segment;
  if (bare === null || !has(flags, ACK) || has(flags, flagsOf(SYN, RST, FOREIGN)) || segment.ack !== bare.ack) return null;
  if (segLen(segment) === 0) return segment.seq === bare.seq ? 'possible' : null;
  if (tcb.state === 'SYN-RECEIVED') return null;
  return segment.seq === bare.seq ? asNew(segment, due, tcb) : asAgain(segment, due, tcb);
}
