import type { Expectation } from './scenario.ts';
import type { Trace } from './trace.ts';

/** Something that the author said of a run and that did not come true. */
export type Unmet =
  /** `index`: its place in the scenario's `expect`; `found`: what was so instead. */
  | { readonly type: 'expectation'; readonly index: number; readonly expectation: Expectation; readonly found: string }
  /** An act whose time or condition never came; `index`: its place in the script. */
  | { readonly type: 'act'; readonly index: number }
  /** The run did not come to an end within the bound on moments. */
  | { readonly type: 'endless' };

function found(expectation: Expectation, trace: Trace): string | null {
  switch (expectation.type) {
    case 'state': {
      const { state } = trace.end[expectation.host];
      return state === expectation.state ? null : state;
    }
    case 'told': {
      const told = trace.told[expectation.host];
      return told.includes(expectation.signal) ? null : told.join('; ');
    }
    case 'received': {
      const received = trace.received[expectation.host];
      return received === expectation.length ? null : String(received);
    }
  }
}

/** What the author said of the run and did not come true; empty where the scenario keeps its word. */
export function unmet(trace: Trace): readonly Unmet[] {
  const endless: readonly Unmet[] = trace.ended === 'bounded' ? [{ type: 'endless' }] : [];
  const acts = trace.scenario.script.slice(trace.actsDone).map((_act, offset): Unmet => ({ type: 'act', index: trace.actsDone + offset }));
  const expectations = trace.scenario.expect.flatMap((expectation, index): readonly Unmet[] => {
    const instead = found(expectation, trace);
    return instead === null ? [] : [{ type: 'expectation', index, expectation, found: instead }];
  });
  return [...endless, ...acts, ...expectations];
}
