import { nextTimer, type DueTimer } from '../../tcp/timeout.ts';
import type { Host } from './host.ts';

/** A running timer of a host's connection. */
export interface HostTimer extends DueTimer {
  /** The place of the connection among the host's. */
  readonly connection: number;
}

/** The timer of the host that expires first; of several at once, that of the connection that comes first; null: none runs. */
export function nextTimeout({ connections }: Host): HostTimer | null {
  let first: HostTimer | null = null;
  let connection = 0;
  for (const { tcb } of connections) {
    const due = nextTimer(tcb);
    if (due !== null && (first === null || due.at < first.at)) first = { connection, timer: due.timer, at: due.at };
    connection += 1;
  }
  return first;
}
