import { ACK, FIN, RST, SYN, has } from '../tcp/flags.ts';
import type { TcpEvent } from '../tcp/event.ts';
import { seqAdd, seqDiff, seqGt } from '../tcp/seq.ts';
import { advanced } from './aligned.ts';
import { landUnseen } from './arrival.ts';
import type { Fate } from './fates.ts';
import { force, tcbOf, withTcb, type Watch } from './watch.ts';

/** What it acknowledges beyond what was captured must have come. */
export function fillIn(watch: Watch, fate: Fate): void {
  const { from, to, segment, index } = fate.seen;
  const { flags, ack } = segment;
  if (!has(flags, ACK) || has(flags, RST)) return;
  const own = tcbOf(watch.hosts, from);
  if (own.state === 'SYN-SENT' || own.state === 'LISTEN') {
    const unseen = watch.pending[to].find((one) => has(one.segment.flags, SYN) && seqAdd(one.segment.seq, 1) === ack);
    if (unseen === undefined) return;
    watch.pending[to] = watch.pending[to].filter((one) => one !== unseen);
    landUnseen(watch, from, unseen.segment);
    watch.owing.push({ place: index, noticed: { type: 'not captured', from: unseen.segment.seq, length: 1 } });
    return;
  }
  if (!seqGt(ack, own.rcv.nxt)) return;
  const peer = tcbOf(watch.hosts, to);
  const length = seqDiff(ack, own.rcv.nxt);
  if (seqGt(ack, peer.snd.nxt)) {
    if (length > 0x0100_0000 || peer.state === 'CLOSED' || peer.state === 'LISTEN' || peer.state === 'SYN-SENT') return;
    const after = advanced(peer, ack, false, watch.now, watch.profiles[to]);
    force(watch, to, { type: 'SEND', length: seqDiff(ack, peer.snd.nxt) }, after);
  }
  watch.owing.push({ place: index, noticed: { type: 'not captured', from: own.rcv.nxt, length } });
  watch.hosts[from] = withTcb(watch.hosts[from], { ...own, rcv: { ...own.rcv, nxt: ack, beyond: [] } });
}

/** Octets of its own that were not captured come before it. */
export function fillGap(watch: Watch, fate: Fate): void {
  const { from, segment, index } = fate.seen;
  const tcb = tcbOf(watch.hosts, from);
  const length = seqDiff(segment.seq, tcb.snd.nxt);
  if (length <= 0 || length > 0x0100_0000 || has(segment.flags, SYN) || has(segment.flags, RST) || tcb.state === 'CLOSED' || tcb.state === 'LISTEN' || tcb.state === 'SYN-SENT') return;
  // Its FIN may be what is missing: it comes again later.
  const fin = watch.upcoming[from].some((place) => watch.fates[place]?.seen.end === segment.seq && has(watch.fates[place].seen.segment.flags, FIN));
  const event: TcpEvent = fin ? { type: 'CLOSE' } : { type: 'SEND', length };
  force(watch, from, event, advanced(tcb, segment.seq, fin, watch.now, watch.profiles[from]));
  watch.owing.push({ place: index, noticed: { type: 'gap', from: tcb.snd.nxt, length } });
}

