import type { Deed } from '../../src/islands/deed.ts';
import { after, begin } from '../../src/islands/session.ts';
import { type Session } from '../../src/islands/stepping.ts';
import { parse } from '../../src/scenario/parse.ts';

/** A session with the scenario of this text, after these deeds. */
export function sessionOf(text: string, ...deeds: readonly Deed[]): Session {
  const { scenario, problems } = parse(text);
  if (problems.length > 0) throw new Error(`not a scenario: ${text}`);
  return deeds.reduce(after, begin(scenario, true));
}

/** Three segments open a connection. */
export const THREE_WAY = 'client ISS 100\nserver ISS 300\nserver listens\nclient connects\n';

/** A whole life: opened, a few octets sent, closed from both sides. */
export const WHOLE_LIFE = `${THREE_WAY}client sends 100\nclient closes\nserver closes\n`;
