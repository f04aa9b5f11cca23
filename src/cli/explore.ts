import { Command, InvalidArgumentError, Option } from 'commander';
import { explore, type Exploration, type Explored } from '../simulation/explore.ts';
import type { UserCall } from '../tcp/event.ts';
import { PROFILE_NAMES, type ProfileName } from '../tcp/profile.ts';

const CALLS = {
  listen: { type: 'OPEN', mode: 'passive' },
  connect: { type: 'OPEN', mode: 'active' },
  send: { type: 'SEND', length: 1 },
  close: { type: 'CLOSE' },
  abort: { type: 'ABORT' },
} as const satisfies Readonly<Record<string, UserCall>>;

type CallName = keyof typeof CALLS;

function isCall(name: string): name is CallName {
  return Object.hasOwn(CALLS, name);
}

function callsOf(text: string): readonly UserCall[] {
  return text.split(',').map((name) => {
    if (!isCall(name)) throw new InvalidArgumentError(`“${name}” is no call; there are ${Object.keys(CALLS).join(', ')}.`);
    return CALLS[name];
  });
}

function boundOf(text: string): number {
  const bound = Number(text);
  if (!Number.isSafeInteger(bound) || bound < 1) throw new InvalidArgumentError('a whole number of configurations, 1 or more.');
  return bound;
}

interface Options {
  readonly profile: ProfileName;
  readonly wire: Exploration['wire'];
  readonly start: 'client-server' | 'closed';
  readonly calls: readonly UserCall[];
  readonly bound: number;
}

function explorationOf({ profile, wire, start, calls, bound }: Options): Exploration {
  const opening: Exploration['opening'] = [
    { host: 'B', call: CALLS.listen },
    { host: 'A', call: CALLS.connect },
  ];
  return { profile, wire, iss: { A: 100, B: 300 }, opening: start === 'closed' ? [] : opening, calls: { A: calls, B: calls }, bound };
}

/** What was found, as lines for a person: each pair of states with a shortest way to it, then what is broken, then the sums. */
export function exploredLines({ configurations, bounded, pairs, transitions, broken }: Explored): readonly string[] {
  return [
    ...[...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([pair, way]) => `${pair.replace('|', ' + ')}: ${way.length === 0 ? 'the start' : way.join('; ')}`),
    ...broken.map(({ invariant, host, way }) => `BROKEN at ${host}: ${invariant}: ${way.join('; ')}`),
    `${configurations} configurations${bounded ? ' (stopped at the bound)' : ''}, ${pairs.size} pairs of states, ${transitions.size} transitions, ${broken.length} broken invariants`,
  ];
}

/** `handshake explore`: ends with 0 only where no invariant was broken. */
export function exploreCommand(): Command {
  return new Command('explore')
    .description('Visits every interleaving of two endpoints, a wire and their users, and says which pairs of states it met.')
    .addOption(new Option('-p, --profile <name>', 'whose habits the endpoints have').choices([...PROFILE_NAMES]).default('rfc9293'))
    .addOption(new Option('-w, --wire <kind>', 'fifo: everything arrives in order; lossy: lost, repeated, overtaken').choices(['fifo', 'lossy']).default('fifo'))
    .addOption(new Option('-s, --start <where>', 'client-server: one listens, one has connected').choices(['client-server', 'closed']).default('client-server'))
    .option('-c, --calls <list>', `calls that each user may make once, at any moment: ${Object.keys(CALLS).join(', ')}`, callsOf, [CALLS.close])
    .option('-b, --bound <n>', 'stop when so many configurations are known', boundOf, 100_000)
    .action((options: Options) => {
      const found = explore(explorationOf(options));
      for (const line of exploredLines(found)) process.stdout.write(`${line}\n`);
      process.exitCode = found.broken.length === 0 ? 0 : 1;
    });
}
