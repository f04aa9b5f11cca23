import { SYN, has } from '../tcp/flags.ts';
import { segLen, type Segment } from '../tcp/segment.ts';
import { seqAdd } from '../tcp/seq.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { hasOtherPorts } from '../simulation/named.ts';
import { peerOf } from '../simulation/scenario.ts';
import type { EndpointMoment, Trace } from '../simulation/trace.ts';
import { flagsText, segmentText } from './segment-text.ts';
import type { Sentence } from './sentence.ts';

/** The octets that the SACK option reports, first to last: `301–400, 501–600`. */
function sackedText({ options }: Segment): string {
  return (options.sack ?? []).map(({ left, right }) => `${String(left)}–${String(seqAdd(right, -1))}`).join(', ');
}

/** SEG.* as it arrived; `shift`: what its window field is shifted by. */
function segmentFacts(segment: Segment, shift: number): Sentence['params'] {
  const length = segLen(segment);
  return {
    segment: segmentText(segment),
    flags: flagsText(segment.flags),
    seq: segment.seq,
    ack: segment.ack,
    length: segment.length,
    segLen: length,
    segEnd: seqAdd(segment.seq, length),
    segWnd: has(segment.flags, SYN) ? segment.wnd : segment.wnd << shift,
    tsVal: segment.options.ts?.val ?? 0,
    sacked: sackedText(segment),
  };
}

/** The TCB that can name the connection's numbers: the one after the moment, unless the moment has deleted it. */
function living({ before, after }: EndpointMoment): Tcb {
  return after.state === 'CLOSED' || after.state === 'LISTEN' ? before : after;
}

/** The port of the listener that the moment is about, or that of the peer where ports are named at all. */
function portFacts({ host, connection, event }: EndpointMoment, trace: Trace): Sentence['params'] {
  if (event.type === 'LISTEN') return { port: event.port, backlog: event.backlog };
  if (event.type === 'ACCEPT') return { port: event.port };
  const port = hasOtherPorts(trace) ? trace.connections[connection ?? 0]?.ports[peerOf(host)] : undefined;
  return port === undefined ? {} : { port };
}

/** Every number and name that a sentence about the moment may use: SEG.* as arrived (or `length` of a SEND or RECEIVE), `port` of the peer or of the listener, the TCB before and after it. */
export function factsOf(moment: EndpointMoment, trace: Trace): Sentence['params'] {
  const { event, before, after } = moment;
  const arrived = event.type === 'SEGMENT ARRIVES' ? segmentFacts(event.segment, before.snd.shift) : {};
  const asked = event.type === 'SEND' || event.type === 'RECEIVE' ? { length: event.length } : {};
  const delivered = moment.effects.find((effect) => effect.type === 'deliver');
  const reply = moment.effects.find((effect) => effect.type === 'emit');
  const replied = reply === undefined ? {} : { replySeq: reply.segment.seq };
  const tcb = living(moment);
  const { keepAlive, userTimeout } = trace.scenario.hosts[moment.host];
  return {
    ...arrived,
    ...asked,
    ...portFacts(moment, trace),
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
    handed: delivered?.length ?? 0,
    unreadBefore: before.rcv.unread,
    unread: tcb.rcv.unread,
    rcvWndAfter: tcb.rcv.wnd,
    urgentEnd: tcb.rcv.up ?? 0,
    tsRecent: before.agreed.ts?.recent ?? 0,
    cwnd: tcb.congestion.cwnd,
    ssthresh: tcb.congestion.ssthresh,
    dupAcks: tcb.congestion.dupAcks,
    probed: before.probed,
    idle: keepAlive?.idle ?? 0,
    userTimeout: userTimeout ?? 0,
    transmissions: before.queue[0]?.transmissions ?? 0,
    rto: after.rto.rto,
  };
}
