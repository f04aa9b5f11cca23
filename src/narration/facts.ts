import { segLen, type Segment } from '../tcp/segment.ts';
import { seqAdd } from '../tcp/seq.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { peerOf } from '../simulation/scenario.ts';
import type { EndpointMoment, Trace } from '../simulation/trace.ts';
import { flagsText, segmentText } from './segment-text.ts';
import type { Sentence } from './sentence.ts';

function segmentFacts(segment: Segment): Sentence['params'] {
  const length = segLen(segment);
  return {
    segment: segmentText(segment),
    flags: flagsText(segment.flags),
    seq: segment.seq,
    ack: segment.ack,
    length: segment.length,
    segLen: length,
    segEnd: seqAdd(segment.seq, length),
    segWnd: segment.wnd,
  };
}

/** The TCB that can name the connection's numbers: the one after the moment, unless the moment has deleted it. */
function living({ before, after }: EndpointMoment): Tcb {
  return after.state === 'CLOSED' || after.state === 'LISTEN' ? before : after;
}

/** Every number and name that a sentence about the moment may use: SEG.* as arrived (or `length` of a SEND), the TCB before and after it. */
export function factsOf(moment: EndpointMoment, trace: Trace): Sentence['params'] {
  const { event, before, after } = moment;
  const arrived = event.type === 'SEGMENT ARRIVES' ? segmentFacts(event.segment) : {};
  const handed = event.type === 'SEND' ? { length: event.length } : {};
  const reply = moment.effects.find((effect) => effect.type === 'emit');
  const replied = reply === undefined ? {} : { replySeq: reply.segment.seq };
  const tcb = living(moment);
  return {
    ...arrived,
    ...handed,
    ...replied,
    host: trace.scenario.hosts[moment.host].name,
    peer: trace.scenario.hosts[peerOf(moment.host)].name,
    stateBefore: before.state,
    stateAfter: after.state,
    iss: tcb.iss,
    irs: tcb.irs,
    rcvNxt: before.rcv.nxt,
    rcvNxtAfter: tcb.rcv.nxt,
    rcvWnd: before.rcv.wnd,
    rcvEnd: seqAdd(before.rcv.nxt, before.rcv.wnd),
    sndUna: before.snd.una,
    sndNxt: before.snd.nxt,
    sndNxtAfter: tcb.snd.nxt,
    sndWnd: tcb.snd.wnd,
    sndMss: tcb.snd.mss,
    transmissions: before.queue[0]?.transmissions ?? 0,
    rto: after.rto.rto,
  };
}
