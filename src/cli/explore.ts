import { InvalidArgumentError, Option, type Command } from 'commander';
import { explore, type Explored } from '../simulation/explore.ts';
import type { Exploration, Way } from '../simulation/exploration/exploration.ts';
import type { UserCall } from '../tcp/event.ts';
import { PROFILE_NAMES, type ProfileName } from '../tcp/profile.ts';
import { EXIT, countOf, courseCommand } from './command.ts';
import { wayWords } from './way-words.ts';

const CALLS = {
  listen: { type: 'OPEN', mode: 'passive' },
  connect: { type: 'OPEN', mode: 'active' },
  send: { type: 'SEND', length: 1 },
  close: { type: 'CLOSE' },
  abort: { type: 'ABORT' },
} as const satisfies Readonly<Record<string, UserCall>>;

type CallName = keyof typeof CALLS;

/** Where an exploration can begin, and the calls that users make from there unless told otherwise. */
const STARTS = {
  'client-server': {
    opening: [{ host: 'B', call: CALLS.listen }, { host: 'A', call: CALLS.connect }],
    calls: [CALLS.close],
  },
  closed: { opening: [], calls: [CALLS.connect, CALLS.listen, CALLS.send, CALLS.close] },
} as const satisfies Readonly<Record<string, { readonly opening: Exploration['opening']; readonly calls: readonly UserCall[] }>>;

function isCall(name: string): name is CallName {
  return Object.hasOwn(CALLS, name);
}

function callsOf(text: string): readonly UserCall[] {
  const names = text.split(',').map((name) => name.trim());
  return [...new Set(names)].map((name) => {
    if (!isCall(name)) throw new InvalidArgumentError(`“${name}” is no call; there are ${Object.keys(CALLS).join(', ')}.`);
    return CALLS[name];
  });
}

interface Options {
  readonly profile: ProfileName;
  readonly wire: 'fifo' | 'lossy';
  readonly lose: number;
  readonly duplicate: number;
  readonly overtake: number;
  readonly start: keyof typeof STARTS;
  readonly calls?: readonly UserCall[];
  readonly bound: number;
  readonly every: boolean;
  readonly json: boolean;
}

function explorationOf({ profile, wire, lose, duplicate, overtake, start, bound, every, ...options }: Options): Exploration {
  const { opening, calls: usual } = STARTS[start];
  const calls = options.calls ?? usual;
  return { profile, wire: wire === 'lossy' ? 'lossy' : { lose, duplicate, overtake }, iss: { A: 100, B: 300 }, opening, calls: { A: calls, B: calls }, bound, every };
}

function sorted(ways: ReadonlyMap<string, Way>): readonly (readonly [string, string])[] {
  return [...ways].map(([name, way]) => [name, wayWords(way)] as const).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What was found, as lines for a person: pairs of states and changes of state, each with a shortest way to it, then what is broken, then the sums. */
function exploredLines({ configurations, bounded, pairs, transitions, broken, halfOpen }: Explored): readonly string[] {
  return [
    ...sorted(pairs).map(([pair, way]) => `${pair.replace('|', ' + ')}: ${way}`),
    '',
    ...sorted(transitions).map(([change, way]) => `${change.replace('>', ' > ')}: ${way}`),
    '',
    ...sorted(halfOpen).map(([pair, way]) => `half-open, no timer runs, ${pair.replace('|', ' + ')}: ${way}`),
    ...broken.map(({ invariant, host, way }) => `BROKEN at ${host}: ${invariant}: ${wayWords(way)}`),
    `${configurations} configurations${bounded ? ' (stopped at the bound)' : ''}, ${pairs.size} pairs of states, ${transitions.size} transitions, ${broken.length} broken invariants`,
  ];
}

/** The same for a program. */
function exploredJson({ configurations, bounded, pairs, transitions, broken, halfOpen }: Explored): string {
  const named = (ways: ReadonlyMap<string, Way>) => Object.fromEntries(sorted(ways));
  const wrong = broken.map(({ invariant, host, way }) => ({ invariant, host, way: wayWords(way) }));
  return JSON.stringify({ configurations, bounded, pairs: named(pairs), transitions: named(transitions), broken: wrong, halfOpen: named(halfOpen) }, null, 2);
}

const EXAMPLES = [
  ['handshake explore', 'a client and a server on a wire that keeps everything'],
  ['handshake explore --calls close,abort', ''],
  ['handshake explore --wire lossy', 'anything lost, repeated and overtaken, any number of times'],
  ['handshake explore --start closed --wire lossy', 'simultaneous open included'],
  ['handshake explore --lose 1 --calls send,close', 'at most one segment lost in each direction'],
] as const;

/** `handshake explore`: fine only where no invariant was broken. */
export function exploreCommand(): Command {
  return courseCommand('explore', 'Visits every interleaving of two endpoints, a wire and their users, says which pairs and changes of states it met, and checks invariants on the way.', EXAMPLES)
    .addOption(new Option('-p, --profile <name>', 'whose habits the endpoints have').choices([...PROFILE_NAMES]).default('rfc9293'))
    .addOption(new Option('-w, --wire <kind>', 'fifo: everything arrives in order; lossy: lost, repeated, overtaken, without bound').choices(['fifo', 'lossy']).default('fifo'))
    .option('--lose <n>', 'segments that a fifo wire may lose in each direction', countOf('segments', 0), 0)
    .option('--duplicate <n>', 'segments that a fifo wire may duplicate in each direction', countOf('segments', 0), 0)
    .option('--overtake <n>', 'segments that may overtake others on a fifo wire in each direction', countOf('segments', 0), 0)
    .addOption(new Option('-s, --start <where>', 'client-server: B listens, A has connected').choices(Object.keys(STARTS)).default('client-server'))
    .option('-c, --calls <list>', `calls that each user may make once, at any moment: ${Object.keys(CALLS).join(', ')} (default: close; from closed: connect,listen,send,close)`, callsOf)
    .option('-b, --bound <n>', 'stop when so many configurations are known', countOf('configurations', 1), 1_000_000)
    .option('--every', 'on a lossy wire, make a step of each arrival that only has a host send again: more to visit, the same found', false)
    .option('--json', 'print one JSON object', false)
    .action((options: Options, command: Command) => {
      const { wire, lose, duplicate, overtake } = options;
      if (wire === 'lossy' && lose + duplicate + overtake > 0) command.error('error: a lossy wire knows no bound: --lose, --duplicate and --overtake are for --wire fifo.');
      const found = explore(explorationOf(options));
      const text = options.json ? exploredJson(found) : exploredLines(found).join('\n');
      process.stdout.write(`${text}\n`);
      process.exitCode = found.broken.length === 0 ? EXIT.fine : EXIT.problems;
    });
}
