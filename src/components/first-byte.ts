import type { HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { ACK, SYN, flagNames, has } from '../tcp/flags.ts';
import { scenarioRun } from './scenario-run.ts';

/** What a segment or datagram carries for the handshake above TCP, or after it. */
type Content = 'hello' | 'answer' | 'request' | 'finished-request' | 'hello-request';

/** Something on its way from one host to the other; `at` in round trips since the first of them. */
export interface Arrow {
  readonly from: HostId;
  readonly at: number;
  /** The control bits of the TCP segments; empty where it is none. */
  readonly flags: readonly string[];
  readonly content: Content | null;
}

/** A source beside RFC 9293 or in it. */
interface Source {
  readonly rfc: number;
  readonly section: string;
}

/** One way to the first byte of a request. */
export interface Way {
  readonly id: string;
  readonly arrows: readonly Arrow[];
  /** After how many round trips the request leaves. */
  readonly leaves: number;
  /** Whether the engine has run it; otherwise it is as its sources state. */
  readonly isRun: boolean;
  readonly sources: readonly Source[];
}

/** What the segments with data carry, in their order; the client's last is the request. */
type Contents = Readonly<Record<HostId, readonly Content[]>>;

const bare = (segment: Trace['flights'][number]['segment']) => flagNames(segment.flags).filter((name) => name !== 'PSH').join(',');

/** The segments of a run up to the request, in round trips; those that leave a host in one instant are one arrow. A bare ACK bit is told only where it is what the handshake waits for. */
export function arrowsOf(trace: Trace, contents: Contents): readonly Arrow[] {
  const roundTrip = 2 * trace.scenario.delay;
  const inOrder = trace.flights.toSorted((a, b) => a.sentAt - b.sentAt || a.id - b.id);
  const carrying = (host: HostId) => inOrder.filter(({ from, segment }) => from === host && segment.length > 0);
  const request = carrying('A')[contents.A.length - 1];
  if (request === undefined) throw new Error('The run sends less data than the way has contents.');
  const third = inOrder.find(({ from, segment }) => from === 'A' && !has(segment.flags, SYN) && has(segment.flags, ACK));
  const arrows: Arrow[] = [];
  for (const flight of inOrder.filter(({ sentAt }) => sentAt <= request.sentAt)) {
    const { from, segment, sentAt } = flight;
    const content = contents[from][carrying(from).indexOf(flight)] ?? null;
    const flags = has(segment.flags, SYN) || flight === third ? [bare(segment)] : [];
    const at = sentAt / roundTrip;
    const before = arrows.at(-1);
    if (before?.from === from && before.at === at) arrows[arrows.length - 1] = { from, at, flags: [...before.flags, ...flags], content: content ?? before.content };
    else arrows.push({ from, at, flags, content });
  }
  return arrows;
}

function ran(id: string, scenario: string, contents: Contents, sources: readonly Source[]): Way {
  const arrows = arrowsOf(scenarioRun(scenario), contents);
  return { id, arrows, leaves: arrows.at(-1)?.at ?? 0, isRun: true, sources };
}

function stated(id: string, arrows: readonly (readonly [HostId, number, Content])[], sources: readonly Source[]): Way {
  return { id, arrows: arrows.map(([from, at, content]) => ({ from, at, flags: [], content })), leaves: arrows.at(-1)?.[1] ?? 0, isRun: false, sources };
}

const TLS: Contents = { A: ['hello', 'finished-request'], B: ['answer'] };
const FAST_OPEN: Source = { rfc: 7413, section: '3' };
const TLS_13: Source = { rfc: 8446, section: '2' };
const EARLY_DATA: Source = { rfc: 8446, section: '2.3' };

/** The ways from nothing to the first byte of a request, from the oldest to the shortest: TCP's own as the engine runs them, QUIC's as its RFCs state them. */
export function waysToFirstByte(): readonly Way[] {
  return [
    ran('tcp', 'data-on-third-segment', { A: ['request'], B: [] }, [{ rfc: 9293, section: '3.5' }]),
    ran('tls', 'tls-over-tcp', TLS, [TLS_13]),
    ran('tls-fast-open', 'tls-fast-open', TLS, [FAST_OPEN, TLS_13]),
    ran('early-fast-open', 'fast-open', { A: ['hello-request'], B: [] }, [FAST_OPEN, EARLY_DATA]),
    stated('quic', [['A', 0, 'hello'], ['B', 0.5, 'answer'], ['A', 1, 'finished-request']], [{ rfc: 9000, section: '7' }]),
    stated('quic-early', [['A', 0, 'hello-request']], [{ rfc: 9001, section: '4.6' }]),
  ];
}
