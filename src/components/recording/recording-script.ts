import type { Recorded, Recording, Side } from './recording.ts';

const HOST = { A: 'client', B: 'server' } as const;

/** How the notation switches off what a SYN did not offer. */
const NOT_OFFERED = [['sackOK', 'no SACK'], ['ts', 'no timestamps'], ['ws', 'no window scale']] as const;

const ORDINALS = ['', '1st', '2nd', '3rd'];
const ordinal = (n: number) => ORDINALS[n] ?? `${n}th`;
const milliseconds = (seconds: number) => `${Math.max(0, Math.round(seconds * 1000))} ms`;

/** The scenario in which the same happens: the same delay, first numbers, options, calls and losses, the calls at the same milliseconds, under the habits of Linux. */
export function scriptOf(recording: Recording): string {
  const { ladder, apps, oneWayDelaySec } = recording;
  const sides: readonly Side[] = ['A', 'B'];
  const synOf = (side: Side) => ladder.find(({ dir, flags }) => dir.startsWith(side) && flags.includes('SYN'));
  const end = ladder.at(-1)?.t ?? 0;
  return [
    'profile linux',
    `delay ${milliseconds(oneWayDelaySec)}`,
    ...sides.flatMap((side) => settings(HOST[side], synOf(side))),
    ...faults(ladder),
    ...sides.flatMap((side) => (apps.some(({ host, call }) => host === side && call.startsWith('listen')) ? [`${HOST[side]} listens`] : [])),
    ...apps.flatMap(({ host, call, t }, at) => act(HOST[host], call, milliseconds(t), apps.slice(0, at).some((earlier) => earlier.host === host && earlier.call.includes('SO_LINGER')))),
    `stop at ${milliseconds(end + 2 * oneWayDelaySec)}`,
  ].join('\n');
}

function settings(host: string, syn: Recorded | undefined): readonly string[] {
  if (syn === undefined) return [];
  const offered = syn.opts.split(',').map((option) => option.split('='));
  const scale = offered.find(([name]) => name === 'ws')?.[1];
  return [
    `${host} ISS ${syn.seq}`,
    ...NOT_OFFERED.flatMap(([option, words]) => (offered.some(([name]) => name === option) ? [] : [`${host} offers ${words}`])),
    ...(scale === undefined ? [] : [`${host} offers window scale ${scale}`]),
  ];
}

function faults(ladder: readonly Recorded[]): readonly string[] {
  return ladder.flatMap(({ dir, n, fate, tRecv }) => {
    const turn = ladder.filter((other) => other.dir === dir && other.n <= n).length;
    const segment = `${ordinal(turn)} ${dir === 'A>B' ? HOST.A : HOST.B} segment`;
    const [first = 0, second = 0] = tRecv;
    if (fate === 'lost') return [`lose ${segment}`];
    return fate === 'duplicated' ? [`duplicate ${segment} after ${milliseconds(second - first)}`] : [];
  });
}

function act(host: string, call: string, at: string, lingers: boolean): readonly string[] {
  const length = /^send\((\d+) bytes\)$/.exec(call)?.[1];
  if (call.startsWith('connect(')) return [`at ${at} ${host} connects`];
  if (length !== undefined) return [`at ${at} ${host} sends ${length}`];
  if (call === 'shutdown(SHUT_WR)') return [`at ${at} ${host} closes`];
  return call === 'close()' ? [`at ${at} ${host} ${lingers ? 'aborts' : 'closes both ways'}`] : [];
}
