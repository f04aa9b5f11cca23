import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Conversation } from '../../src/capture/conversation.ts';
import { conversations, isOf } from '../../src/capture/conversations.ts';
import { observe } from '../../src/capture/observe.ts';
import { scenarioFrom } from '../../src/capture/scenario-from.ts';
import { parse } from '../../src/scenario/parse.ts';
import { ADDRESSES } from '../../src/simulation/connections.ts';
import { run } from '../../src/simulation/run.ts';
import { HOST_IDS, type HostId } from '../../src/simulation/scenario.ts';
import type { Trace } from '../../src/simulation/trace.ts';
import { PSH, CWR, ECE, URG, flagNames, flagsOf, without } from '../../src/tcp/flags.ts';
import type { Segment } from '../../src/tcp/segment.ts';
import { captureOf } from '../../src/wire/capture-of.ts';
import type { CapturedSegment } from '../../src/wire/packet/captured-segment.ts';
import { readWhole, segmentsIn } from './read-whole.ts';

/** The conversations whose scenario is not the same but the nearest, and why. Every other one is the same again when it is run. */
const NEAREST: Readonly<Record<string, string>> = {
  '22-zero-window 0': 'a receive buffer of Linux is counted in memory that segments take, and what it refuses depends on that',
  '22-zero-window-B 0': 'a receive buffer of Linux is counted in memory that segments take, and what it refuses depends on that',
  '24d-fast-retransmit-collapse 0': 'several small segments are sent again as one, sooner than the profile does it',
  '25b-old-syn-then-real-syn 0': 'the SYN meets a half-open connection that an older SYN, which is not in this capture, has begun',
  '31b-syn-cookies-always-B 0': 'the server uses SYN cookies, for which the notation has no words: it does not repeat its SYN,ACK',
  '31c-backlog-overflow-no-cookies-B 4': 'the backlog is full of connections of other conversations',
  '37-stray-segments-closed-B 0': 'every segment is a stray, and no connection is behind them',
  '41-bad-synack-in-syn-sent 0': 'a peer that follows no rules answers',
  '45-accept-queue-full-B 2': 'the queue is full of connections of other conversations, and the ACK that came is ignored',
  'backlog-full B 1': 'the backlog is full of connections of other conversations',
  'data-forged B 0': 'the first that is seen is forged, and so nothing shows the numbers of the connection',
  'old-data-outside B 0': 'the only segment of the client is of an older connection',
  'sack-hole B 0': 'the capture begins with segments missing at the server, and shows neither the round trip nor how much the client may send at once',
  'zero-window B 0': 'the capture begins in the connection, and shows no round trip, by which the client times its probes',
};

const CAPTURES = new URL('recordings/', import.meta.url);
const COURSE = new URL('../../content/scenarios/', import.meta.url);

function captured(trace: Trace, view: HostId): readonly CapturedSegment[] {
  return captureOf(trace, view).map(({ flight, at }, index) => {
    const { ports } = trace.connections[flight.connection]!;
    const end = (host: HostId) => ({ address: ADDRESSES[host], port: ports[host] });
    return { frame: index + 1, at, from: end(flight.from), to: end(flight.to), segment: flight.segment, faults: [] };
  });
}

interface Given {
  readonly name: string;
  readonly conversation: Conversation;
  readonly segments: readonly CapturedSegment[];
}

function conversationsIn(name: string, all: readonly CapturedSegment[]): readonly Given[] {
  const found = conversations();
  for (const one of all) found.add(one, one.frame);
  return found.list().map((conversation) => ({ name: `${name} ${String(conversation.number)}`, conversation, segments: all.filter((one) => isOf(conversation, one)) }));
}

const RECORDED = readdirSync(CAPTURES).flatMap((file) => conversationsIn(file.replace('.pcap', ''), segmentsIn(readWhole(readFileSync(new URL(file, CAPTURES))))));

const COURSE_RUNS = readdirSync(COURSE)
  .filter((file) => file.endsWith('.scenario'))
  .flatMap((file) => {
    const trace = run(parse(readFileSync(new URL(file, COURSE), 'utf8')).scenario);
    return HOST_IDS.flatMap((view) => conversationsIn(`${file.replace('.scenario', '')} ${view}`, captured(trace, view)));
  });

const ALL = [...RECORDED, ...COURSE_RUNS];

/** A segment as a line of a ladder: bits, numbers and length. */
function line({ flags, seq, ack, length }: Segment): string {
  return `${flagNames(without(flags, flagsOf(PSH, URG, ECE, CWR))).join(',')} ${String(seq)} ${String(ack)} ${String(length)}`;
}

/** What each host sent, as a capture of the run has it: taken at one of its hosts, or of all that was sent. */
function ladders(trace: Trace): readonly Readonly<Record<HostId, readonly string[]>>[] {
  const views = [...HOST_IDS.map((view) => captureOf(trace, view).map(({ flight }) => flight)), trace.flights];
  return views.map((flights) => ({ A: flights.flatMap(({ from, segment }) => (from === 'A' ? [line(segment)] : [])), B: flights.flatMap(({ from, segment }) => (from === 'B' ? [line(segment)] : [])) }));
}

test.each(ALL)('$name is the same again as a scenario, or it is known why not', ({ name, conversation, segments }) => {
  const made = scenarioFrom(observe(conversation, segments));
  if (typeof made === 'string') throw new Error(`refused: ${made}`);
  const { scenario, problems } = parse(made.text);
  expect(problems).toEqual([]);
  expect(scenario).toEqual(made.scenario);
  const isSame = made.parting === null;
  expect(isSame).toBe(NEAREST[name] === undefined);
  if (!isSame) return;
  const { A } = conversation.ends;
  const sent = (host: HostId): readonly string[] =>
    segments.toSorted((one, other) => one.at - other.at).flatMap(({ from, segment }) => ((from.port === A.port && from.address === A.address) === (host === 'A') ? [line(segment)] : []));
  expect(ladders(run(scenario))).toContainEqual({ A: sent('A'), B: sent('B') });
});

test('nothing is excused that is not there', () => {
  const names = ALL.map(({ name }) => name);
  expect(Object.keys(NEAREST).filter((name) => !names.includes(name))).toEqual([]);
});
