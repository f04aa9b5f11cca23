import { PROOFS, accountOf, type Account } from '../fidelity/fidelity.ts';
import { REQUIREMENTS } from '../fidelity/requirements.ts';
import { RFC_FIGURES } from '../scenario/rfc-figures.data.ts';
import { IN_ORDER, type Exploration } from '../simulation/exploration/exploration.ts';
import { explore } from '../simulation/explore.ts';
import type { Counted } from './counted.ts';
import { SWITCHES } from './profile-switches.ts';
import { ALL_RULES } from './rule-groups.ts';

const SCRIPTS = import.meta.glob('../../test/packetdrill/**/*.pkt', { query: '?raw', eager: true });

/** The requirements in their groups, each with what is done about it. */
export const ACCOUNTS: readonly { readonly title: (typeof REQUIREMENTS.groups)[number]['title']; readonly rows: readonly Account[] }[] = REQUIREMENTS.groups.map(({ title, rows }) => ({ title, rows: rows.map(accountOf) }));

const ROWS = ACCOUNTS.flatMap(({ rows }) => rows);
const standing = (is: Account['standing']['is']) => ROWS.filter((row) => row.standing.is === is).length;
const musts = ROWS.filter(({ requirement }) => requirement.level.startsWith('MUST'));

/** A client that has sent its SYN, a server that listens, and users who may CLOSE at any moment. */
const CLIENT_AND_SERVER: Exploration = {
  profile: 'rfc9293',
  wire: IN_ORDER,
  iss: { A: 100, B: 300 },
  opening: [{ host: 'B', call: { type: 'OPEN', mode: 'passive' } }, { host: 'A', call: { type: 'OPEN', mode: 'active' } }],
  calls: { A: [{ type: 'CLOSE' }], B: [{ type: 'CLOSE' }] },
  bound: 10_000,
  every: false,
};
const CLOSE_OR_ABORT = [{ type: 'CLOSE' }, { type: 'ABORT' }] as const;

const pairs = (exploration: Exploration) => explore(exploration).pairs.size;

const COUNT: Readonly<Record<Counted, () => number>> = {
  requirements: () => ROWS.length,
  done: () => standing('done'),
  'by-profile': () => standing('by a profile'),
  'out-of-scope': () => standing('out of scope'),
  must: () => musts.length,
  'must-done': () => musts.filter((row) => row.standing.is !== 'out of scope').length,
  rules: () => ALL_RULES.length,
  switches: () => SWITCHES.length,
  proofs: () => new Set(PROOFS.map(({ file, title }) => `${file} ${title}`)).size,
  figures: () => new Set(RFC_FIGURES.map(({ figure }) => figure)).size,
  scripts: () => Object.keys(SCRIPTS).length,
  'pairs-in-order': () => pairs(CLIENT_AND_SERVER),
  'pairs-with-abort': () => pairs({ ...CLIENT_AND_SERVER, calls: { A: CLOSE_OR_ABORT, B: CLOSE_OR_ABORT } }),
  'pairs-with-loss': () => pairs({ ...CLIENT_AND_SERVER, wire: 'lossy' }),
};

const counts = new Map<Counted, number>();

/** How many there are, counted when it is first asked for. */
export function countOf(what: Counted): number {
  const count = counts.get(what) ?? COUNT[what]();
  counts.set(what, count);
  return count;
}
