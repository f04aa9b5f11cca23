import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultyScenario, wildScenario } from '../simulation/arbitrary.ts';
import { ADDRESSES } from '../simulation/connections.ts';
import { run } from '../simulation/run.ts';
import { HOST_IDS, type HostId } from '../simulation/scenario.ts';
import { parse } from '../scenario/parse.ts';
import { NO_OPTIONS } from '../tcp/option.ts';
import { captureOf } from '../wire/capture-of.ts';
import type { CapturedSegment } from '../wire/packet/captured-segment.ts';
import { evidenceOf, compared } from './scenario-compared.ts';
import { conversations, isOf } from './conversations.ts';
import { observe } from './observe.ts';
import { scenarioFrom } from './scenario-from.ts';

const NUMBERS = { A: 0xffff_ff00, B: 300 };

/** What captures of other places have, one segment at a time. */
type Mutation = (all: readonly CapturedSegment[], at: number) => readonly CapturedSegment[];

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'begins later': (all, at) => all.slice(at),
  'ends earlier': (all, at) => all.slice(0, at + 1),
  'misses one': (all, at) => all.filter((_one, place) => place !== at),
  'has one twice': (all, at) => all.flatMap((one, place) => (place === at ? [one, one] : [one])),
  'has all twice': (all) => all.flatMap((one) => [one, one]),
  'has two in another order': (all, at) => all.map((one, place) => ({ ...(all[place === at ? at + 1 : place === at + 1 ? at : place] ?? one), at: one.at })),
  'has two offloaded as one': (all, at) => all.flatMap((one, place) => (place === at ? [{ ...one, segment: { ...one.segment, length: one.segment.length * 2 } }] : [one])),
  'has no options': (all) => all.map((one) => ({ ...one, segment: { ...one.segment, options: NO_OPTIONS } })),
  'has the times of another clock': (all, at) => all.map((one) => ({ ...one, at: one.at * (1 + at) })),
};

test('whatever a capture has, there is a scenario or a reason, its text can be read, and it is the same where that is said', () => {
  const scenarios = fc.oneof(faultyScenario(NUMBERS), wildScenario(NUMBERS));
  const mutations = fc.array(fc.tuple(fc.constantFrom(...Object.keys(MUTATIONS)), fc.nat(30)), { maxLength: 3 });
  fc.assert(
    fc.property(scenarios, fc.constantFrom(...HOST_IDS), mutations, (scenario, view, changes) => {
      const trace = run(scenario);
      const captured = captureOf(trace, view).slice(0, 60).map(({ flight, at }, index): CapturedSegment => {
        const { ports } = trace.connections[flight.connection]!;
        const end = (host: HostId) => ({ address: ADDRESSES[host], port: ports[host] });
        return { frame: index + 1, at, from: end(flight.from), to: end(flight.to), segment: flight.segment, faults: [] };
      });
      const mutated = changes.reduce<readonly CapturedSegment[]>((all, [name, at]) => MUTATIONS[name]!(all, at), captured).map((one, index) => ({ ...one, frame: index + 1 }));
      const found = conversations();
      for (const one of mutated) found.add(one, one.frame);
      for (const conversation of found.list()) {
        const observed = observe(conversation, mutated.filter((one) => isOf(conversation, one)));
        const made = scenarioFrom(observed);
        if (typeof made === 'string') continue;
        const { scenario: read, problems } = parse(made.text);
        expect({ read, problems }).toEqual({ read: made.scenario, problems: [] });
        expect(compared(evidenceOf(observed), run(made.scenario)).parting).toEqual(made.parting);
      }
    }),
    { numRuns: 20 },
  );
});
