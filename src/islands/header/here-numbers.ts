import { sentence, type Sentence } from '../../narration/sentence.ts';
import type { Flight } from '../../simulation/trace.ts';
import { ACK, FIN, RST, SYN, has } from '../../tcp/flags.ts';
import { segLen, type Segment } from '../../tcp/segment.ts';
import { seq, seqAdd, seqLt, type Seq } from '../../tcp/seq.ts';
import { finCame } from '../../tcp/state.ts';
import type { Sender } from './sender.ts';

/** The keys of one number, by what it is made of. */
interface Kinds {
  readonly syn: string;
  readonly data: string;
  readonly fin: string;
}

/** How a number came from the initial one: one for the SYN, one for each octet, and one for the FIN where `fin`. */
function counted(number: Seq, initial: Seq, fin: boolean, kinds: Kinds, params: Sentence['params']): Sentence {
  const octets = seq(number - initial - (fin ? 2 : 1));
  return sentence(fin ? kinds.fin : octets === 0 ? kinds.syn : kinds.data, { ...params, octets });
}

/** A RST of a host that has no number of its own to use: it takes one from the segment that it answers (RFC 9293 §3.5.2). */
function borrows(segment: Segment, answers: Segment | null): answers is Segment {
  if (answers === null || !has(segment.flags, RST)) return false;
  return has(answers.flags, ACK) ? !has(segment.flags, ACK) && segment.seq === answers.ack : segment.seq === 0 && segment.ack === seqAdd(answers.seq, segLen(answers));
}

/** Why the sequence number is what it is. */
export function seqHere(flight: Flight, { tcb, answers }: Sender, params: Sentence['params']): Sentence {
  const { segment } = flight;
  const all = { ...params, seq: segment.seq, iss: tcb.iss, next: tcb.snd.nxt };
  if (borrows(segment, answers)) return sentence(has(answers.flags, ACK) ? 'lab.header.here.seq.answer' : 'lab.header.here.seq.answer-zero', all);
  if (has(segment.flags, SYN)) return sentence('lab.header.here.seq.iss', { ...all, next: seqAdd(segment.seq, 1) });
  if (seqLt(segment.seq, tcb.snd.una) && segLen(segment) === 0) return sentence('lab.header.here.seq.probe', all);
  const behindFin = tcb.snd.fin === 'sent' && !has(segment.flags, FIN) && segment.seq === tcb.snd.nxt;
  const kinds = { syn: 'lab.header.here.seq.syn', data: 'lab.header.here.seq.data', fin: 'lab.header.here.seq.fin' };
  return counted(segment.seq, tcb.iss, behindFin, kinds, all);
}

/** Why the acknowledgment number is what it is. */
export function ackHere({ segment }: Flight, { tcb, answers }: Sender, params: Sentence['params']): Sentence {
  const all = { ...params, ack: segment.ack, irs: tcb.irs };
  if (!has(segment.flags, ACK)) return sentence('lab.header.here.ack-number.unset', all);
  if (borrows(segment, answers)) return sentence('lab.header.here.ack-number.answer', { ...all, seq: answers.seq, length: segLen(answers) });
  const kinds = { syn: 'lab.header.here.ack-number.syn', data: 'lab.header.here.ack-number.data', fin: 'lab.header.here.ack-number.fin' };
  return counted(segment.ack, tcb.irs, finCame(tcb.state) && segment.ack === tcb.rcv.nxt, kinds, all);
}
