import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../scenario/parse.ts';
import { wildScenario } from '../simulation/arbitrary.ts';
import { ACK } from '../tcp/flags.ts';
import type { Deed, HandAction, WireDeed } from './deed.ts';
import { after, begin, changesIn, shownCount, traceOf, type Session } from './session.ts';

const TEXTS = ['server listens\nclient connects\n', 'lose server SYN,ACK\nserver listens\nclient connects\n', ''];

/** A deed, given the session that it is done in. */
type Choice = (session: Session) => Deed;

const ms = fc.integer({ min: 1, max: 3000 });
const what: fc.Arbitrary<WireDeed> = fc.oneof(fc.record({ type: fc.constantFrom('lose', 'hold', 'release', 'deliver', 'restore') }), fc.record({ type: fc.constantFrom('delay', 'duplicate'), ms }));
const action: fc.Arbitrary<HandAction> = fc.oneof(
  fc.record({ type: fc.constantFrom('listen', 'connect', 'close', 'abort', 'crash', 'stopReading', 'readOn'), host: fc.constantFrom('A', 'B') }),
  fc.record({ type: fc.constant('send'), host: fc.constantFrom('A', 'B'), length: fc.integer({ min: 1, max: 5000 }) }),
  fc.constant({ type: 'inject', to: 'B', segment: { flags: ACK, seq: 101, ack: 301, length: 5, wnd: 400 } }),
);
/** Anything that a reader may do; numbers choose among what there is. */
const choice: fc.Arbitrary<Choice> = fc.oneof(
  fc.constantFrom<Deed>({ type: 'step' }, { type: 'back' }, { type: 'start' }, { type: 'end' }, { type: 'undo' }, { type: 'redo' }, { type: 'reset' }).map((deed) => () => deed),
  fc.nat().map((n): Choice => (now) => ({ type: 'go', shown: n % (traceOf(now).moments.length + 1) })),
  fc.tuple(fc.nat(), what).map(([n, deed]): Choice => (now) => ({ type: 'wire', flight: n % Math.max(1, traceOf(now).flights.length), what: deed })),
  action.map((one): Choice => () => ({ type: 'do', action: one })),
  fc.tuple(fc.nat(), fc.constantFrom('branch', 'close')).map(([n, type]): Choice => ({ place: { branches } }) => ({ type, branch: branches[n % branches.length]?.id ?? 1 })),
  fc.nat().map((n): Choice => (now) => {
    const { added } = changesIn(now);
    const line = added[n % Math.max(1, added.length)];
    return line === undefined ? { type: 'step' } : { type: 'drop', line };
  }),
);

function repeated(from: Session, deed: Deed, times: number): Session {
  return Array.from({ length: times }, () => deed).reduce(after, from);
}

describe('whatever a reader does', () => {
  const scenario = fc.oneof(fc.constantFrom(...TEXTS).map((text) => parse(text).scenario), wildScenario({ A: 100, B: 300 }));
  const deeds = fc.array(choice, { maxLength: 12 });

  it('a change leaves the moments before it, and every branch but the one on view, as they were', () => {
    fc.assert(
      fc.property(scenario, deeds, (from, choices) => {
        let now = begin(from, true);
        for (const choose of choices) {
          const before = now;
          const deed = choose(now);
          now = after(now, deed);
          for (const branch of now.place.branches) {
            const old = before.place.branches.find(({ id }) => id === branch.id);
            const grew = now.place.branches.length > before.place.branches.length;
            const mayReplace = (branch.id === before.place.current && !grew) || deed.type === 'reset' || deed.type === 'undo' || deed.type === 'redo';
            if (old !== undefined && !mayReplace) expect(branch.trace).toBe(old.trace);
            if (branch.from === null) continue;
            const { from: { branch: origin, shown } } = branch;
            const grewFrom = now.place.branches.find(({ id }) => id === origin);
            const told = (trace: typeof branch.trace) => JSON.stringify(trace.moments.slice(0, shown));
            // What it grew from may itself have changed later, behind all that was seen of it.
            if (grewFrom !== undefined) expect(told(branch.trace)).toBe(told(grewFrom.trace));
          }
          const shown = shownCount(now);
          expect(shown).toBeGreaterThanOrEqual(0);
          expect(shown).toBeLessThanOrEqual(traceOf(now).moments.length);
        }
      }),
      { numRuns: 600, seed: 9293 },
    );
  }, 120_000);

  it('going back n steps and forward n steps gives the identical trace and place', () => {
    fc.assert(
      fc.property(scenario, deeds, fc.nat(20), (from, choices, n) => {
        const now = choices.reduce((one, choose) => after(one, choose(one)), begin(from, true));
        const stepped = after(now, { type: 'go', shown: shownCount(now) });
        const steps = Math.min(n, shownCount(stepped));
        const there = repeated(stepped, { type: 'back' }, steps);
        expect(shownCount(there)).toBe(shownCount(stepped) - steps);
        const again = repeated(there, { type: 'step' }, steps);
        expect(again.place).toEqual(stepped.place);
        expect(traceOf(again)).toBe(traceOf(stepped));
      }),
      { numRuns: 400, seed: 9293 },
    );
  }, 120_000);

  it('undoing everything gives the beginning back', () => {
    fc.assert(
      fc.property(scenario, deeds, (from, choices) => {
        const now = choices.reduce((one, choose) => after(one, choose(one)), begin(from, true));
        const back = now.past.reduce<Session>((one) => after(one, { type: 'undo' }), now);
        expect(traceOf(back).scenario).toBe(from);
      }),
      { numRuns: 400, seed: 9293 },
    );
  }, 120_000);
});
