import { closedTcb, type Tcb } from '../tcp/tcb.ts';
import { emptyMemory } from '../tcp/receive-memory.ts';
import { optionOf, type AppSocket } from './app-socket.ts';
import { settingsOf } from './kernel-settings.ts';
import type { Play } from './play.ts';
import type { Side } from './recording.ts';

/** The endpoint of a socket before it is opened. What its user does not take waits in a receive buffer, which Linux measures in memory: of twice what was asked for, half is the first window. */
export function closedAt({ recording, bases }: Play, side: Side, socket: AppSocket): Tcb {
  const usual = Number(settingsOf(recording, side)('tcp_rmem')?.split(/\s+/u)[1] ?? 131_072);
  const asked = optionOf(socket, 'SO_RCVBUF') ?? optionOf(socket, 'SO_RCVBUFFORCE');
  const memory = asked === null ? usual : Math.max(asked * 2, 2304);
  const closed = closedTcb(memory / 2);
  return { ...closed, rcv: { ...closed.rcv, reading: false, ...(bases[side].name === 'linux' ? { memory: emptyMemory(memory) } : {}) } };
}
