import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultyScenario } from './arbitrary.ts';
import { packed, unpacked } from './packed.ts';
import { run } from './run.ts';

const ANY = faultyScenario({ A: 100, B: 300 });

test('any run is unpacked as it was packed, in less text', () => {
  fc.assert(
    fc.property(ANY, (scenario) => {
      const trace = run(scenario);
      const text = packed(trace);
      expect(unpacked(text)).toEqual(trace);
      expect(text.length).toBeLessThan(JSON.stringify(trace).length * (trace.moments.length > 4 ? 0.7 : 1));
    }),
    { numRuns: 200 },
  );
});

test('an endpoint that is as it was a moment before is one and the same when it is unpacked', () => {
  const [scenario] = fc.sample(ANY.filter((one) => run(one).moments.length > 4), { seed: 9293, numRuns: 1 });
  const trace = unpacked(packed(run(scenario!)));
  for (const host of ['A', 'B'] as const) {
    const own = trace.moments.filter((moment) => moment.kind === 'endpoint').filter((moment) => moment.host === host && moment.connection === 0);
    for (const [at, { before }] of own.slice(1).entries()) if (JSON.stringify(before) === JSON.stringify(own[at]?.after)) expect(before).toBe(own[at]?.after);
  }
});
