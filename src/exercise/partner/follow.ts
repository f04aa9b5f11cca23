import { endpointOf, type World } from '../../simulation/world.ts';
import { peerOf, type Action } from '../../simulation/scenario.ts';
import { seqDiff } from '../../tcp/seq.ts';
import { finCame } from '../../tcp/state.ts';
import type { Tcb } from '../../tcp/tcb.ts';
import { after, sentBy, type Conversation } from './settle.ts';

const BOUND = 100;

/** The world as soon as the reader's segment with this number, from 0, has arrived, and the wire has brought all that comes before. */
function landed(conversation: Conversation, segment: number): World {
  let now = conversation;
  for (let count = 0; count < BOUND && sentBy(now)[segment]?.fate !== 'delivered'; count += 1) {
    const next = after(now);
    if (next === null) break;
    now = next;
  }
  return now.world;
}

function isOpening({ state }: Tcb): boolean {
  return state !== 'CLOSED' && state !== 'LISTEN';
}

/** How many numbers the peer has taken that the host's own TCP has not sent, on the same connection; 0 or less: none. */
export function takenBeyond(own: Tcb, peer: Tcb): number {
  const isSame = isOpening(own) && isOpening(peer) && peer.state !== 'SYN-SENT' && peer.irs === own.iss;
  return isSame ? seqDiff(peer.rcv.nxt, own.snd.nxt) : 0;
}

/**
 * What the reader's user has to have done where the peer takes more with this segment of the reader's than was handed over: what has been taken
 * counts as sent. Empty where the peer takes nothing that the host's own TCP has not sent.
 */
export function followUps(sent: Conversation, segment: number): readonly Action[] {
  const { reader } = sent.task;
  const own = endpointOf(sent.world, reader, 0);
  const peer = endpointOf(landed(sent, segment), peerOf(reader), 0);
  const more = takenBeyond(own, peer) - own.snd.unsent;
  if (more <= 0) return [];
  const fin = own.snd.fin === 'no' && finCame(peer.state) ? 1 : 0;
  const length = more - fin;
  return [...(length > 0 ? [{ type: 'send' as const, host: reader, length }] : []), ...(fin === 1 ? [{ type: 'close' as const, host: reader }] : [])];
}
