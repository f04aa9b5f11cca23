import type { Profile } from '../../tcp/profile.ts';
import type { Host, Listener } from './host.ts';

/** How many connections of the listener are in the stage. */
function counted({ connections }: Host, { port }: Listener, stage: 'half-open' | 'waiting'): number {
  return connections.filter((connection) => connection.stage === stage && connection.local === port).length;
}

/** How many connections a backlog lets wait. */
function room(backlog: number, { backlogHolds }: Profile): number {
  switch (backlogHolds) {
    case 'n':
      return Math.max(1, backlog);
    case 'n + 1':
      return backlog + 1;
    case '3n/2 + 1':
      return Math.floor((3 * backlog) / 2) + 1;
  }
}

/** Whether no further connection can wait for an ACCEPT. */
export function isAcceptQueueFull(host: Host, listener: Listener, profile: Profile): boolean {
  return counted(host, listener, 'waiting') >= room(listener.backlog, profile);
}

/** Whether a SYN is answered with a cookie and not kept: always, or where the half-open connections leave no room. */
export function wantsCookie(host: Host, listener: Listener, profile: Profile): boolean {
  if (profile.synCookies === 'when full') return counted(host, listener, 'half-open') >= room(listener.backlog, profile);
  return profile.synCookies === 'always';
}

/** Whether a SYN finds no room. */
export function isFull(host: Host, listener: Listener, profile: Profile): boolean {
  const most = room(listener.backlog, profile);
  switch (profile.halfOpenQueue) {
    case 'together':
      return counted(host, listener, 'half-open') + counted(host, listener, 'waiting') >= most;
    case 'apart':
      return counted(host, listener, 'half-open') >= most || isAcceptQueueFull(host, listener, profile);
    case 'unbounded':
      return false;
  }
}
