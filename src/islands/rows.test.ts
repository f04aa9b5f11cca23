import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../scenario/parse.ts';
import { run } from '../simulation/run.ts';
import { drawnRows } from './rows.ts';
import { canBeNamed } from './can-be-named.ts';
import { wireChange } from './wire-deed.ts';

const FOLDER = new URL('../../content/scenarios/', import.meta.url);
const SCENARIOS = readdirSync(FOLDER).filter((name) => name.endsWith('.scenario'));

/** A short scenario has each of its segments lost. */
const MOST_LOST = 16;

describe.each(SCENARIOS)('%s', (name) => {
  const { scenario } = parse(readFileSync(new URL(name, FOLDER), 'utf8'));
  const begun = run(scenario);
  const named = begun.flights.filter(canBeNamed);
  /** Of many that look alike some, from first to last. */
  const lost = named.filter((_one, at) => at % Math.ceil(named.length / MOST_LOST) === 0 || at === named.length - 1);
  const runs = [begun, ...lost.map((flight) => run(wireChange(begun, flight, begun.moments.length, { type: 'lose' })?.scenario ?? scenario))];

  it('shows at every moment the rows of the whole run whose moment has come, and no others, whichever segment is lost', () => {
    for (const trace of runs) {
      const rows = drawnRows(trace, (key) => key);
      for (let until = 0; until <= trace.moments.length; until += 1) {
        const now = drawnRows(trace, (key) => key, until);
        expect(now.map(({ flight, moment }) => [flight, moment])).toEqual(rows.filter(({ moment }) => moment < until).map(({ flight, moment }) => [flight, moment]));
      }
    }
  });

  it('has a row for each flight', () => {
    for (const trace of runs) {
      const shown = new Set(drawnRows(trace, (key) => key).map(({ flight }) => flight));
      expect(trace.flights.filter(({ id }) => !shown.has(id))).toEqual([]);
    }
  });
});
