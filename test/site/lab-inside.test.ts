import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sockets } from '../../src/inspection/sockets.ts';
import { variables } from '../../src/inspection/variables.ts';
import { traceOf } from '../../src/islands/stepping.ts';
import { HOST_IDS } from '../../src/simulation/scenario.ts';
import { header } from '../../src/wire/header.ts';
import { browserHere } from './browser-here.ts';
import { bring, HANDS, openLab, type Lab } from './lab-page.ts';
import { sessionOf, WHOLE_LIFE } from './lab-sessions.ts';

const browser = await browserHere();

const SHOWN = 7;
const SESSION = sessionOf(WHOLE_LIFE, { type: 'go', shown: SHOWN });

describe.each(HANDS)('by %s, inside both hosts', (hand) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(browser, hand, { session: SESSION });
  });
  afterAll(() => lab.page.close());
  const unfold = async (part: string) => {
    const fold = lab.island.locator('.isl-fold').filter({ has: lab.page.locator('summary', { hasText: new RegExp(`^${lab.said(`lab.part.${part}`)}$`) }) });
    if ((await fold.getAttribute('open')) === null) await lab.press(fold.locator('> summary'));
    return fold;
  };

  test('the variables are those of the moment, and what has changed is marked', async () => {
    const trace = traceOf(await bring(lab, SESSION));
    const fold = await unfold('inside');
    for (const host of HOST_IDS) {
      await fold.locator('.isl-inside').waitFor();
      // Where there is no room for both, one of them is on view.
      const other = fold.locator('.isl-inside-switch button').nth(host === 'A' ? 0 : 1);
      if (await other.isVisible()) await lab.press(other);
      const endpoint = fold.locator(`.isl-inside-host[data-host="${host}"]`);
      await endpoint.waitFor();
      const said = await endpoint.textContent();
      const rows = variables(trace, host, SHOWN, 0);
      expect(rows.length).toBeGreaterThan(10);
      expect(rows.filter(({ name, value }) => name !== null && !(said?.includes(name) === true && said.includes(value)))).toEqual([]);
    }
  });

  test('the states have the way of either host, the sockets are those of ss', async () => {
    const trace = traceOf(await bring(lab, SESSION));
    const states = await unfold('states');
    await lab.press(states.locator('.isl-choice button').nth(1));
    await expect.poll(() => states.locator('.isl-map-text strong').first().textContent()).toBe('ESTABLISHED');
    expect(await states.locator('.isl-map-path li').count()).toBe(3);
    const list = await unfold('sockets');
    await list.locator('.isl-sockets').waitFor();
    const cells = await list.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent)));
    const lines = HOST_IDS.flatMap((host) => sockets(trace, host, SHOWN)).map(({ state, recvQ, sendQ, local, peer, timer }) => [state, String(recvQ), String(sendQ), local, peer, timer ?? '']);
    expect(cells).toEqual(lines);
    expect(lab.complaints).toEqual([]);
  });

  test('the header of a segment lies open field by field, each field explained', async () => {
    const trace = traceOf(await bring(lab, SESSION, { selected: 1 }));
    const card = lab.island.locator('.isl-card');
    const [, flight] = trace.flights;
    if (flight === undefined) throw new Error('no second segment');
    const { fields } = header(trace, flight);
    const cells = card.locator('.isl-header-field > button');
    await expect.poll(() => cells.count()).toBe(fields.length);
    const told = new Set<string | null>();
    for (let at = 0; at < fields.length; at += 1) {
      await lab.press(cells.nth(at));
      expect(await cells.nth(at).getAttribute('aria-pressed')).toBe('true');
      told.add(await card.locator('.isl-header-here').textContent());
    }
    expect(told.size).toBeGreaterThan(fields.length / 2);
    await lab.press(card.locator('.isl-header-octets summary'));
    expect(await card.locator('.isl-header-octets').getAttribute('open')).not.toBeNull();
    await lab.press(card.locator('.isl-header-octets summary'));
    expect(lab.complaints).toEqual([]);
  });
});
