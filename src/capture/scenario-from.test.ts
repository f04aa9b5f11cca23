import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from '../scenario/parse.ts';
import { ADDRESSES, USUAL_PORTS } from '../simulation/connections.ts';
import { run } from '../simulation/run.ts';
import { HOST_IDS, type HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { captureOf } from '../wire/capture-of.ts';
import type { CapturedSegment } from '../wire/packet/captured-segment.ts';
import { say } from '../narration/say.ts';
import { observe } from './observe.ts';
import { scenarioFrom, type AsScenario, type Refusal } from './scenario-from.ts';
import { scenarioSaid } from './scenario-said.ts';

function captured(trace: Trace, view: HostId): readonly CapturedSegment[] {
  const end = (host: HostId) => ({ address: ADDRESSES[host], port: USUAL_PORTS[host] });
  return captureOf(trace, view).map(({ flight, at }, index) => ({ frame: index + 1, at, from: end(flight.from), to: end(flight.to), segment: flight.segment, faults: [] }));
}

function made(text: string, view: HostId, bound?: number): AsScenario | Refusal {
  const { scenario } = parse(text);
  const ends = { A: { address: ADDRESSES.A, port: USUAL_PORTS.A }, B: { address: ADDRESSES.B, port: USUAL_PORTS.B } };
  return scenarioFrom(observe({ ends }, captured(run(scenario), view), bound));
}

const OPEN = 'server listens\nclient connects\n';

describe.each(HOST_IDS)('a capture at %s is made the scenario in which the same happens', (view) => {
  test.each([
    ['a handshake', OPEN],
    ['data both ways', `${OPEN}client sends 300\nserver sends 5000\nclient sends 20`],
    ['a close of each', `${OPEN}client sends 300\nserver closes\nclient closes`],
    ['a close of both at once', `${OPEN}server closes\nmeanwhile client closes`],
    ['an abort', `${OPEN}client sends 100\nclient aborts`],
    ['a refusal', 'client connects'],
    ['two SYNs that cross', 'client connects\nmeanwhile server connects'],
    ['a close by Linux', `profile linux\n${OPEN}client sends 100\nserver sends 4000\nclient closes both ways\nserver closes both ways`],
    ['data on the third segment', 'server listens\nclient connects\nmeanwhile client sends 120'],
    ['a forged RST', `${OPEN}after 100 ms inject RST SEQ 101 to server`],
  ])('%s', (_what, text) => {
    const one = made(text, view) as AsScenario;
    expect(one.parting).toBeNull();
    expect(parse(one.text).scenario).toEqual(one.scenario);
  });
});

describe('what the wire does', () => {
  test.each([
    ['data', `lose client data\n\n${OPEN}client sends 100\n`],
    ['a SYN', `lose client SYN\n\n${OPEN}`],
    ['the third segment, and the SYN,ACK comes again', `lose client ACK\n\n${OPEN}`],
  ])('a loss that its sender sees is a fault of the scenario, which is written as its author wrote it: %s', (_what, text) => {
    const one = made(text, 'A') as AsScenario;
    expect(one.parting).toBeNull();
    expect(one.text).toBe(text);
  });
});

describe('what cannot be made one', () => {
  test('has its reason, in both languages', () => {
    const long = made(`${OPEN}client sends 9000`, 'A', 5);
    expect(long).toBe('too long');
    expect(made('server listens', 'A')).toBe('empty');
    for (const language of ['en', 'ko']) {
      const words = JSON.parse(readFileSync(new URL(`../../content/i18n/${language}.json`, import.meta.url), 'utf8')) as Record<string, string>;
      const parts = made('client ISS 99\nserver ISS 299\nalready ESTABLISHED\ninject ACK SEQ 100 ACK 3_000_000_000 LEN 40 to server\nclient sends 20', 'B');
      const said = [long, 'empty' as const, made(OPEN, 'A'), parts].map((one) => say(scenarioSaid(one), words));
      expect(new Set(said).size).toBe(4);
      for (const one of said) expect(one).not.toMatch(/\{\{|^capture\./);
    }
  });
});
