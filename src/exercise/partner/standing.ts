import type { Trace, Moment } from '../../simulation/trace.ts';
import { endpointOf, type World } from '../../simulation/world.ts';
import { peerOf, type HostId } from '../../simulation/scenario.ts';
import { takenBeyond } from './follow.ts';
import { after, type Conversation } from './settle.ts';
import type { Standing } from './task.ts';

/** The rules by which a connection ends as both users wanted. */
const IN_ORDER = ['other.ack.last-ack', 'timeout.time-wait'];

/** How the host's endpoint became CLOSED last; null: it has been so from the beginning. */
function ending(moments: readonly Moment[], host: HostId): Moment | null {
  return moments.findLast((moment) => 'host' in moment && moment.host === host && moment.before.state !== 'CLOSED' && moment.after.state === 'CLOSED') ?? null;
}

/** How a host that is CLOSED got there: never open, closed in order, fallen over by a crash, or the connection broken. */
function closedBy({ moments }: Pick<Trace, 'moments'>, host: HostId): 'never' | 'in order' | 'crash' | 'broken' {
  const moment = ending(moments, host);
  if (moment === null) return 'never';
  if (moment.kind !== 'endpoint') return 'crash';
  return moment.because.some((rule) => IN_ORDER.includes(rule)) ? 'in order' : 'broken';
}

function isBroken(world: World, host: HostId): boolean {
  return endpointOf(world, host, 0).state === 'CLOSED' && closedBy(world, host) === 'broken';
}

/** Whether both sides know the same numbers and nothing is left to be said. */
function isOpen({ world, task: { reader } }: Conversation): boolean {
  const own = endpointOf(world, reader, 0);
  const peer = endpointOf(world, peerOf(reader), 0);
  const agree = own.snd.nxt === peer.rcv.nxt && peer.snd.nxt === own.rcv.nxt;
  return own.state === 'ESTABLISHED' && peer.state === 'ESTABLISHED' && agree;
}

function isClosed({ world, task: { reader } }: Conversation): boolean {
  const peer = endpointOf(world, peerOf(reader), 0).state;
  const gone = endpointOf(world, reader, 0).state === 'CLOSED' && closedBy(world, reader) === 'in order';
  return gone && (peer === 'TIME-WAIT' || (peer === 'CLOSED' && closedBy(world, peerOf(reader)) === 'in order'));
}

/** How the conversation stands now that the wire is silent. */
export function standingOf(conversation: Conversation): Standing {
  const { task, world, cues, due } = conversation;
  const peer = peerOf(task.reader);
  if (task.goal === 'reset' && isBroken(world, peer)) return endpointOf(world, task.reader, 0).state === 'CLOSED' ? 'reset' : 'wrecked';
  if (isBroken(world, peer) || isBroken(world, task.reader)) return 'wrecked';
  // The peer acknowledges what this side has never had: from now on both only repeat themselves.
  if (takenBeyond(endpointOf(world, task.reader, 0), endpointOf(world, peer, 0)) > 0) return 'wrecked';
  if (due.length > 0 || world.wire.length > 0) return 'goes on';
  if (cues === task.cues.length) {
    if (task.goal === 'open' && isOpen(conversation)) return 'open';
    if (task.goal === 'closed' && isClosed(conversation)) return 'closed';
  }
  return after(conversation) === null ? 'wrecked' : 'goes on';
}

/** Why nothing can save the connection: a side has given it up, the peer has taken what was never handed over, or nothing more can happen. */
export type Wreck = 'peer' | 'reader' | 'numbers' | 'stuck';

/** Why the connection is wrecked, where it is. */
export function wreckOf({ world, task: { reader } }: Conversation): Wreck {
  if (isBroken(world, reader)) return 'reader';
  if (isBroken(world, peerOf(reader))) return 'peer';
  return takenBeyond(endpointOf(world, reader, 0), endpointOf(world, peerOf(reader), 0)) > 0 ? 'numbers' : 'stuck';
}
