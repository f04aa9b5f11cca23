import { HOST_IDS, type HostId } from '../../simulation/scenario.ts';
import { stateAfter } from '../../simulation/state-after.ts';
import type { Trace } from '../../simulation/trace.ts';
import type { State } from '../../tcp/state.ts';

/** A time that an endpoint spends in one state. */
export interface StateSpan {
  readonly host: HostId;
  /** The place of its connection in `Trace.connections`. */
  readonly connection: number;
  readonly state: State;
  /** The place in `Trace.moments` of what brought it there; −1: it began there. */
  readonly from: number;
  /** The place of what took it out; null: nothing did. */
  readonly until: number | null;
}

/** The states of every endpoint from the beginning to the end of the trace. */
export function stateSpans(trace: Trace): readonly StateSpan[] {
  return HOST_IDS.flatMap((host) => {
    const changes = trace.moments.filter((moment) => 'host' in moment && moment.host === host && moment.before.state !== moment.after.state);
    return trace.connections.flatMap((_connection, connection) => {
      const spans: StateSpan[] = [{ host, connection, state: stateAfter(trace, host, 0, connection), from: -1, until: null }];
      for (const { index } of changes) {
        const last = spans.at(-1);
        const state = stateAfter(trace, host, index + 1, connection);
        if (last === undefined || last.state === state) continue;
        spans[spans.length - 1] = { ...last, until: index };
        spans.push({ host, connection, state, from: index, until: null });
      }
      return spans;
    });
  });
}
