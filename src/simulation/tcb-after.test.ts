import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomScenario } from '../../test/random-scenarios.ts';
import { run } from './run.ts';
import { EMPTY_SCENARIO, HOST_IDS, type Act, type Action } from './scenario.ts';
import { stateAfter } from './state-after.ts';
import { tcbAfter } from './tcb-after.ts';

/** Acts that each wait until all is quiet. */
function acts(...actions: readonly Action[]): readonly Act[] {
  return actions.map((action) => ({ when: { type: 'quiet' }, action }));
}

describe('tcbAfter', () => {
  test('ends where the run ends, begins where it begins; a closed connection is no listener', () => {
    fc.assert(
      fc.property(randomScenario, (scenario) => {
        const trace = run(scenario);
        for (const [at, { start, end }] of trace.connections.entries()) {
          for (const host of HOST_IDS) {
            expect(tcbAfter(trace, host, 0, at)).toEqual(start[host]);
            const last = tcbAfter(trace, host, trace.moments.length, at);
            if (last.state !== 'CLOSED') expect(last).toEqual(end[host]);
            else expect(['CLOSED', 'LISTEN']).toContain(end[host].state);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a listener says nothing of a connection that was open before', () => {
    const script = acts({ type: 'listenOn', host: 'B', port: 80, backlog: 1 }, { type: 'connect', host: 'A', from: 50_001 });
    const trace = run({ ...EMPTY_SCENARIO, established: true, script });
    expect(trace.moments[0]).toMatchObject({ event: { type: 'LISTEN' }, connection: 0 });
    expect([0, 1].map((connection) => stateAfter(trace, 'B', 1, connection))).toEqual(['ESTABLISHED', 'LISTEN']);
  });

  test('a crash ends every connection of the host, and leaves the other alone', () => {
    const script = acts({ type: 'listenOn', host: 'B', port: 80, backlog: 2 }, { type: 'connect', host: 'A', from: 50_001 }, { type: 'connect', host: 'A', from: 50_002 }, { type: 'crash', host: 'B' });
    const trace = run({ ...EMPTY_SCENARIO, script });
    const all = trace.moments.length;
    expect([0, 1].map((connection) => [stateAfter(trace, 'B', all - 1, connection), stateAfter(trace, 'B', all, connection), stateAfter(trace, 'A', all, connection)])).toEqual([
      ['ESTABLISHED', 'CLOSED', 'ESTABLISHED'],
      ['ESTABLISHED', 'CLOSED', 'ESTABLISHED'],
    ]);
  });
});
