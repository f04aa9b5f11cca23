import type { Effect } from '../../tcp/effect.ts';
import type { Tcb } from '../../tcp/tcb.ts';
import type { Host } from './host.ts';

/** What one event did to a host, and to the one endpoint that it happened to. */
export interface Reaction {
  readonly host: Host;
  /** The place of the connection among the host's; null: none was concerned, or none is left. */
  readonly connection: number | null;
  readonly before: Tcb;
  readonly after: Tcb;
  /** What that endpoint does, in order. */
  readonly effects: readonly Effect[];
  /** The ids of the rules that fired, in order. */
  readonly because: readonly string[];
}
