import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedMoments } from '../diagram/difference/shared-moments.ts';
import { anyBeginning, anyDeed, anyEdit } from './arbitrary.ts';
import type { Deed } from './deed.ts';
import { after, begin } from './session.ts';
import { shownCount, traceOf, type Session } from './stepping.ts';

function repeated(from: Session, deed: Deed, times: number): Session {
  return Array.from({ length: times }, () => deed).reduce(after, from);
}

describe('whatever a reader does', () => {
  const deeds = fc.array(fc.oneof({ weight: 12, arbitrary: anyDeed }, { weight: 1, arbitrary: anyEdit }), { maxLength: 12 });

  it('a change leaves the moments before it, and every branch but the one on view, as they were', () => {
    fc.assert(
      fc.property(anyBeginning, deeds, (from, choices) => {
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
            // What it grew from may itself have changed later, behind all that was seen of it.
            if (grewFrom !== undefined) expect(sharedMoments(branch.trace, grewFrom.trace)).toBeGreaterThanOrEqual(shown);
          }
          const shown = shownCount(now);
          expect(shown).toBeGreaterThanOrEqual(0);
          expect(shown).toBeLessThanOrEqual(traceOf(now).moments.length);
        }
      }),
      { numRuns: 200, seed: 9293 },
    );
  });

  it('going back n steps and forward n steps gives the identical trace and place', () => {
    fc.assert(
      fc.property(anyBeginning, deeds, fc.nat(20), (from, choices, n) => {
        const now = choices.reduce((one, choose) => after(one, choose(one)), begin(from, true));
        const stepped = after(now, { type: 'go', shown: shownCount(now) });
        const steps = Math.min(n, shownCount(stepped));
        const there = repeated(stepped, { type: 'back' }, steps);
        expect(shownCount(there)).toBe(shownCount(stepped) - steps);
        const again = repeated(there, { type: 'step' }, steps);
        expect(again.place).toEqual(stepped.place);
        expect(traceOf(again)).toBe(traceOf(stepped));
      }),
      { numRuns: 150, seed: 9293 },
    );
  });

  it('undoing everything gives the beginning back', () => {
    fc.assert(
      fc.property(anyBeginning, deeds, (from, choices) => {
        const now = choices.reduce((one, choose) => after(one, choose(one)), begin(from, true));
        const back = now.past.reduce<Session>((one) => after(one, { type: 'undo' }), now);
        expect(traceOf(back).scenario).toBe(from);
      }),
      { numRuns: 150, seed: 9293 },
    );
  });
});
