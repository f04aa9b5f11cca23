import type { Effect } from '../tcp/effect.ts';
import { placeNamed } from './connections.ts';
import type { Expectation } from './scenario.ts';
import type { Trace } from './trace.ts';

/** Something that the author said of a run and that did not come true. */
export type Unmet =
  /** `index`: its place in the scenario's `expect`; `found`: what was so instead. */
  | { readonly type: 'expectation'; readonly index: number; readonly expectation: Expectation; readonly found: string }
  /** An act whose time or condition never came; `index`: its place in the script. */
  | { readonly type: 'act'; readonly index: number }
  /** An intervention whose moment never came; `index`: its place among the scenario's. */
  | { readonly type: 'intervention'; readonly index: number }
  /** The run did not come to an end within the bound on moments. */
  | { readonly type: 'endless' };

/** Everything that the host's endpoint of the named connection did, or where none is named all of its endpoints. */
function effectsOn({ moments, connections }: Trace, { host, on }: Expectation): readonly Effect[] {
  const meant = on === undefined ? null : placeNamed(connections, on);
  return moments.flatMap((moment) => (moment.kind === 'endpoint' && moment.host === host && (meant === null || moment.connection === meant) ? moment.effects : []));
}

function found(expectation: Expectation, trace: Trace): string | null {
  switch (expectation.type) {
    case 'state': {
      const { state } = (trace.connections[placeNamed(trace.connections, expectation.on)] ?? trace).end[expectation.host];
      return state === expectation.state ? null : state;
    }
    case 'told': {
      const told = effectsOn(trace, expectation).flatMap((effect) => (effect.type === 'tell' ? [effect.signal] : []));
      return told.includes(expectation.signal) ? null : told.join('; ');
    }
    case 'received': {
      const received = effectsOn(trace, expectation).reduce((sum, effect) => (effect.type === 'deliver' ? sum + effect.length : sum), 0);
      return received === expectation.length ? null : String(received);
    }
  }
}

/** What the author said of the run and did not come true; empty where the scenario keeps its word. */
export function unmet(trace: Trace): readonly Unmet[] {
  const endless: readonly Unmet[] = trace.ended === 'bounded' ? [{ type: 'endless' }] : [];
  const acts = trace.scenario.script.slice(trace.actsDone).map((_act, offset): Unmet => ({ type: 'act', index: trace.actsDone + offset }));
  const interventions = trace.undone.map((one): Unmet => ({ type: 'intervention', index: trace.scenario.interventions.indexOf(one) }));
  const expectations = trace.scenario.expect.flatMap((expectation, index): readonly Unmet[] => {
    const instead = found(expectation, trace);
    return instead === null ? [] : [{ type: 'expectation', index, expectation, found: instead }];
  });
  return [...endless, ...acts, ...interventions, ...expectations];
}
