import { EMPTY_SCENARIO, peerOf, type Action, type Fault, type HostId, type Scenario } from '../../simulation/scenario.ts';
import { exactly } from '../../simulation/selector.ts';
import { SYN } from '../../tcp/flags.ts';
import { MAX_FIELD } from '../../tcp/segment.ts';
import { seq } from '../../tcp/seq.ts';
import { randomOf, type Random } from '../random.ts';
import type { Cue, Task, TaskId } from './task.ts';

/** What chance decides of a task. */
interface Drawn {
  /** Two initial sequence numbers of each side, the second for a connection after a crash. */
  readonly iss: Readonly<Record<HostId, readonly [number, number]>>;
  /** How many octets the user of each host sends. */
  readonly octets: Readonly<Record<HostId, number>>;
}

type Made = Pick<Task, 'reader' | 'goal' | 'cues'> & { readonly established?: true; readonly faults?: readonly Fault[] };

const quiet = (...actions: readonly Action[]): Cue => ({ when: 'quiet', actions });

/** How much older than the new connection the SYN of an earlier one is. */
const OLDER = 2000;

/** How late the SYN of the new connection comes, ms. */
const LATE = 400;

const listens: Action = { type: 'listen', host: 'B' };
const connects: Action = { type: 'connect', host: 'A' };

function sends(host: HostId, { octets }: Drawn): Cue {
  return quiet({ type: 'send', host, length: octets[host] });
}

function closes(...hosts: readonly HostId[]): Cue {
  return quiet(...hosts.map((host) => ({ type: 'close', host }) as const));
}

const MADE: Readonly<Record<TaskId, (drawn: Drawn) => Made>> = {
  open: (drawn) => ({ reader: 'A', goal: 'open', cues: [quiet(listens, connects), sends('A', drawn), sends('B', drawn)] }),
  listen: (drawn) => ({ reader: 'B', goal: 'open', cues: [quiet(listens, connects), sends('A', drawn), sends('B', drawn)] }),
  loss: () => ({
    reader: 'A',
    goal: 'open',
    faults: [{ type: 'lose', selector: exactly({ from: 'B', turn: 1 }) }],
    cues: [quiet(listens, connects)],
  }),
  'old-duplicate': ({ iss }) => ({
    reader: 'B',
    goal: 'open',
    faults: [{ type: 'delay', selector: { from: 'A', pattern: { type: 'flags', flags: SYN }, which: { type: 'nth', n: 1 } }, ms: LATE }],
    cues: [quiet(listens, connects, { type: 'inject', to: 'B', segment: { flags: SYN, seq: seq(iss.A[0] - OLDER), ack: 0, length: 0, wnd: MAX_FIELD } })],
  }),
  'both-open': () => ({ reader: 'A', goal: 'open', cues: [quiet(connects, { type: 'connect', host: 'B' })] }),
  close: (drawn) => ({ reader: 'A', goal: 'closed', established: true, cues: [closes('A'), sends('B', drawn), closes('B')] }),
  'close-second': (drawn) => ({ reader: 'B', goal: 'closed', established: true, cues: [sends('A', drawn), closes('A'), sends('B', drawn), closes('B')] }),
  'both-close': () => ({ reader: 'A', goal: 'closed', established: true, cues: [closes('A', 'B')] }),
  'half-open': () => ({
    reader: 'A',
    goal: 'open',
    established: true,
    cues: [quiet({ type: 'crash', host: 'A' }, connects), { when: { peer: 'CLOSED' }, actions: [listens] }],
  }),
  crash: (drawn) => ({ reader: 'A', goal: 'reset', established: true, cues: [quiet({ type: 'crash', host: 'A' }, { type: 'send', host: 'B', length: drawn.octets.B })] }),
};

/** An initial sequence number that a reader can count with; one in eight is near the end of the numbers, so that they wrap. */
function drawnIss(random: Random): number {
  const near = random() < 0.125;
  const n = Math.floor(random() * 9000);
  return near ? seq(-1 - Math.floor(n / 100)) : 4000 + n;
}

/** What a host itself sends never reaches its peer where the reader sends in its place. */
function silenced(reader: HostId): Fault {
  return { type: 'lose', selector: { from: reader, pattern: { type: 'segment' }, which: { type: 'every' } } };
}

/** The task for a seed: the same again for the same seed, which decides the numbers and sizes. */
export function taskOf(id: TaskId, seed: number): Task {
  const random = randomOf(seed);
  const iss = { A: [drawnIss(random), drawnIss(random)], B: [drawnIss(random), drawnIss(random)] } as const;
  const octets = { A: 20 + Math.floor(random() * 480), B: 20 + Math.floor(random() * 480) };
  const { reader, goal, cues, established = false, faults = [] } = MADE[id]({ iss, octets });
  const { hosts } = EMPTY_SCENARIO;
  const base: Scenario = {
    ...EMPTY_SCENARIO,
    hosts: {
      A: { ...hosts.A, iss: iss.A },
      B: { ...hosts.B, iss: iss.B },
    },
    established,
    faults,
  };
  return { id, seed, base, reader, goal, cues, octets: { reader: octets[reader], peer: octets[peerOf(reader)] } };
}

/** The scenario of a game before its first move: the reader's own host is heard by nobody, and its data waits for nothing. */
export function silentScenario({ base, reader }: Task): Scenario {
  const { hosts } = base;
  return { ...base, hosts: { ...hosts, [reader]: { ...hosts[reader], overrides: { nagle: false } } }, faults: [silenced(reader), ...base.faults] };
}

/** The scenario of the same conversation between two TCPs: what a reader does who makes no mistake. */
export function perfectScenario({ base, cues, reader }: Task): Scenario {
  const peer = peerOf(reader);
  const script = cues.flatMap(({ when, actions }) =>
    actions.map((action, turn) => {
      if (turn > 0) return { when: { type: 'meanwhile' as const }, action };
      return { when: when === 'quiet' ? { type: 'quiet' as const } : { type: 'state' as const, host: peer, state: when.peer }, action };
    }),
  );
  return { ...base, script };
}
