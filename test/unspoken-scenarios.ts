import { parse } from '../src/scenario/parse.ts';
import type { Overrides, Scenario } from '../src/simulation/scenario.ts';

/** A scenario whose server has a habit for which the notation has no words. */
function unspoken(text: string, overrides: Overrides): Scenario {
  const { scenario } = parse(text);
  return { ...scenario, hosts: { ...scenario.hosts, B: { ...scenario.hosts.B, overrides } } };
}

/** Scenarios in which rules fire that no profile uses: systems have them by an option. */
export const UNSPOKEN: readonly Scenario[] = [
  unspoken('already ESTABLISHED\ninject SYN SEQ 150 to server', { synInWindow: 'reset' }),
  unspoken('server connects\nwhen server is SYN-SENT, inject SYN,FIN SEQ 150 to server\nstop at 100 ms', { synSentSynFin: 'drop' }),
  unspoken('server listens on 443 with backlog 1\nclient connects to 443\nafter 4 s, client sends 10\nexpect server received 0', { deferAccept: 3 }),
];
