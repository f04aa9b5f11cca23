import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { print } from '../../scenario/print.ts';
import { anySession } from '../arbitrary.ts';
import type { Branch } from '../branch.ts';
import { changesIn, shownCount, traceOf, type Session } from '../stepping.ts';
import { VIEWS } from '../views/view-name.ts';
import { decode, encode } from './link.ts';
import { linked, unlinked, type Look } from './place-link.ts';

/** What a reader sees of a session, however its branches are numbered. */
function seen(session: Session, look: Look) {
  const { branches, current, shown } = session.place;
  const placeOf = (id: number | null) => (id === null ? null : branches.findIndex((branch) => branch.id === id));
  const origin = ({ from }: Branch) => (from === null ? null : { branch: placeOf(from.branch), shown: from.shown });
  return {
    author: session.author,
    branches: branches.map((branch) => ({ scenario: branch.trace.scenario, moments: branch.trace.moments, flights: branch.trace.flights, ended: branch.trace.ended, from: origin(branch) })),
    current: placeOf(current),
    shown,
    count: shownCount(session),
    changes: changesIn(session),
    look: { ...look, compared: placeOf(look.compared) },
  };
}

/** A look at the session that a reader can have: a segment of the run on view, another branch beside it. */
const anyLook = fc.tuple(fc.constantFrom(...VIEWS), fc.option(fc.nat()), fc.option(fc.nat()));
function lookAt(session: Session, [view, selected, compared]: readonly [Look['view'], number | null, number | null]): Look {
  const { length } = traceOf(session).flights;
  const others = session.place.branches.filter(({ id }) => id !== session.place.current);
  return {
    view,
    selected: selected === null || length === 0 ? null : selected % length,
    compared: compared === null ? null : (others[compared % Math.max(1, others.length)]?.id ?? null),
  };
}

describe('a link that is made from any reachable state of the simulator', () => {
  it('restores it exactly', async () => {
    let branches = 0;
    await fc.assert(
      fc.asyncProperty(anySession, anyLook, async (session, chosen) => {
        const look = lookAt(session, chosen);
        branches = Math.max(branches, session.place.branches.length);
        const { place, problems } = await decode(await encode(linked(session, look)));
        expect(problems).toEqual([]);
        if (place === null) throw new Error(`no place: ${print(session.author)}`);
        const restored = unlinked(place);
        expect(seen(restored.session, restored.look)).toEqual(seen(session, look));
      }),
      { numRuns: 120, seed: 9293 },
    );
    // The deeds do reach what a link has to hold.
    expect(branches).toBeGreaterThan(2);
  });
});
