import type { TcpEvent } from '../tcp/event.ts';
import type { Profile } from '../tcp/profile.ts';
import type { Segment } from '../tcp/segment.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { happen } from '../simulation/host/happen.ts';
import type { HostEnv } from '../simulation/host/host-env.ts';
import type { Host } from '../simulation/host/host.ts';
import type { Reaction } from '../simulation/host/reaction.ts';
import type { HostId } from '../simulation/scenario.ts';
import { isSameSegment } from './same-segment.ts';
import { envOf, react, withTcb, type Watch } from './watch.ts';

/** Something that may have happened at a host: a call of its user, or a timer. */
export interface Deed {
  readonly event: TcpEvent;
  /** The endpoint as it must have been for that, where the capture shows it. */
  readonly given?: (tcb: Tcb) => Tcb;
  /** What the host must have been told, e.g. to keep the connection alive. */
  readonly env?: (env: HostEnv) => HostEnv;
  /** The endpoint after it, where `given` was for this deed alone. */
  readonly then?: (tcb: Tcb) => Tcb;
}

/** A way in which a segment may have come about. */
export type Way = readonly Deed[];

/** A way that was tried. */
export interface Tried {
  readonly steps: readonly { readonly deed: Deed; readonly reaction: Reaction }[];
  readonly emitted: readonly Segment[];
}

/** What comes of a way at a host; the host itself stays as it is. */
export function tried(watch: Watch, id: HostId, way: Way, profile?: Profile): Tried {
  let host: Host = watch.hosts[id];
  const steps: { deed: Deed; reaction: Reaction }[] = [];
  const emitted: Segment[] = [];
  const env = envOf(watch, id, profile);
  for (const deed of way) {
    const [connection] = host.connections;
    if (connection === undefined) break;
    const tcb = deed.given?.(connection.tcb) ?? connection.tcb;
    const reaction = happen(host, 0, { ...connection, tcb }, deed.event, deed.env?.(env) ?? env);
    const after = deed.then?.(reaction.after) ?? reaction.after;
    host = after === reaction.after ? reaction.host : withTcb(reaction.host, after);
    steps.push({ deed, reaction: { ...reaction, host, after } });
    for (const effect of reaction.effects) if (effect.type === 'emit') emitted.push(effect.segment);
  }
  return { steps, emitted };
}

/** Whether a way sends the captured segment. */
export function sends({ emitted }: Tried, captured: Segment): boolean {
  return emitted.some((segment) => isSameSegment(segment, captured));
}

/** It happened so. */
export function adopt(watch: Watch, id: HostId, { steps }: Tried): void {
  for (const { deed, reaction } of steps) react(watch, id, deed.event, null, reaction);
}
