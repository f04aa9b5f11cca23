import { describe, expect, test } from 'vitest';
import { parse } from '../scenario/parse.ts';
import { ADDRESSES } from '../simulation/connections.ts';
import { run } from '../simulation/run.ts';
import { HOST_IDS, type HostId } from '../simulation/scenario.ts';
import { ACK, SYN, flagsOf, type Flags } from '../tcp/flags.ts';
import { segmentOf } from '../tcp/segment.ts';
import { seq } from '../tcp/seq.ts';
import { captureOf } from '../wire/capture-of.ts';
import type { CapturedSegment } from '../wire/packet/captured-segment.ts';
import type { Conversation } from './conversation.ts';
import { conversations, isOf } from './conversations.ts';
import type { Happened } from './happened.ts';

function captured(text: string, view: HostId): readonly CapturedSegment[] {
  const trace = run(parse(text).scenario);
  return captureOf(trace, view).map(({ flight, at }, index) => {
    const ports = trace.connections[flight.connection]!.ports;
    const end = (host: HostId) => ({ address: ADDRESSES[host], port: ports[host] });
    return { frame: index + 1, at, from: end(flight.from), to: end(flight.to), segment: flight.segment, faults: [] };
  });
}

function found(all: readonly CapturedSegment[], bound?: number) {
  const list = conversations(bound);
  for (const one of all) list.add(one, 24 + one.frame * 100);
  return list;
}

const listed = (text: string, view: HostId = 'A'): readonly Conversation[] => found(captured(text, view)).list();

const OPEN = 'server listens\nclient connects\n';

describe('what happened', () => {
  test.each<[string, string, Happened]>([
    ['a handshake', OPEN, { opening: { type: 'handshake' }, ending: { type: 'none' } }],
    ['a close in four segments', `${OPEN}client closes\nserver closes`, { opening: { type: 'handshake' }, ending: { type: 'closed', by: 'A', segments: 4 } }],
    ['a close in three', `server delays ACK 200 ms\n${OPEN}client sends 100\nclient closes\nwhen server is CLOSE-WAIT, server closes`, { opening: { type: 'handshake' }, ending: { type: 'closed', by: 'A', segments: 3 } }],
    ['a close of both at once', `${OPEN}client closes\nmeanwhile server closes`, { opening: { type: 'handshake' }, ending: { type: 'closed simultaneously' } }],
    ['a close of one side', `${OPEN}server closes`, { opening: { type: 'handshake' }, ending: { type: 'half-closed', by: 'B', acknowledged: true } }],
    ['a FIN that nobody acknowledges', `${OPEN}client closes\nlose every client FIN,ACK\nstop at 3 s`, { opening: { type: 'handshake' }, ending: { type: 'half-closed', by: 'A', acknowledged: false } }],
    ['an abort', `${OPEN}after 300 ms server aborts`, { opening: { type: 'handshake' }, ending: { type: 'reset', by: 'B', after: 350 } }],
    ['a refusal', 'client connects', { opening: { type: 'refused', tries: 1 }, ending: { type: 'reset', by: 'B', after: 100 } }],
    ['silence', `${OPEN}lose every client SYN\nstop at 4 s`, { opening: { type: 'unanswered', tries: 3 }, ending: { type: 'none' } }],
    ['two SYNs that cross', 'client connects\nmeanwhile server connects', { opening: { type: 'simultaneous' }, ending: { type: 'none' } }],
    ['a RST with a wrong number', `${OPEN}client sends 10\nafter 1 s inject RST SEQ 5000 to client`, { opening: { type: 'handshake' }, ending: { type: 'none' } }],
  ])('%s', (_what, text, happened) => {
    expect(listed(text).map((one) => one.happened)).toEqual([happened]);
  });

  test('a SYN,ACK that nobody acknowledges', () => {
    expect(listed(`${OPEN}lose every server SYN,ACK\nlose every client ACK\nstop at 2 s`, 'B')[0]?.happened.opening).toEqual({ type: 'half-open', answers: 2 });
  });

  test('a beginning that was not captured', () => {
    const all = captured(`${OPEN}client sends 300\nserver closes`, 'A').slice(3);
    expect(found(all).list().map(({ happened, ends }) => ({ ...happened, A: ends.A.port }))).toEqual([{ opening: { type: 'before' }, ending: { type: 'half-closed', by: 'B', acknowledged: true }, A: 49_152 }]);
  });
});

describe('a conversation', () => {
  test('counts segments, and octets once each, and knows where it is in the file', () => {
    const [one] = listed(`${OPEN}client sends 3000\nserver sends 20\nlose 2nd client data`);
    const all = captured(`${OPEN}client sends 3000\nserver sends 20\nlose 2nd client data`, 'A');
    const sent = (host: HostId) => all.filter(({ from }) => from.address === ADDRESSES[host]).length;
    expect(one).toMatchObject({
      number: 0,
      ends: { A: { address: ADDRESSES.A, port: 49_152 }, B: { address: ADDRESSES.B, port: 80 } },
      segments: { A: sent('A'), B: sent('B') },
      octets: { A: 3000, B: 20 },
      first: { frame: 1, offset: 124, at: 0 },
      last: { frame: all.length, offset: 24 + all.length * 100 },
      faulty: 0,
    });
  });

  test('ends where a new SYN begins another between the same ports', () => {
    const text = `${OPEN}client closes\nserver closes\nat 300 s server listens\nmeanwhile client connects`;
    for (const view of HOST_IDS) {
      const all = captured(text, view);
      const two = found(all).list();
      expect(two.map(({ number, happened }) => [number, happened.opening.type, happened.ending.type])).toEqual([[0, 'handshake', 'closed'], [1, 'handshake', 'none']]);
      expect(two.map((one) => all.filter((segment) => isOf(one, segment)).length)).toEqual(two.map(({ segments }) => segments.A + segments.B));
    }
  });

  test('is told from others by its ports and addresses', () => {
    const text = 'server listens on 443 with backlog 3\nclient connects from 50001 to 443\nclient connects from 50002 to 443\nclient sends 7 on connection 50002\nclient sends 9 on connection 50001';
    expect(listed(text).map(({ ends, octets }) => [ends.A.port, octets.A])).toEqual([[50_001, 9], [50_002, 7]]);
  });
});

describe('more conversations than the bound', () => {
  const between = (port: number, frame: number, flags: Flags, back = false): CapturedSegment => {
    const client = { address: '192.0.2.7', port };
    const server = { address: '198.51.100.1', port: 80 };
    return { frame, at: frame, from: back ? server : client, to: back ? client : server, segment: segmentOf({ flags, seq: seq(1), ack: seq(2) }), faults: [] };
  };

  test('a flood of SYNs takes nobody’s room', () => {
    const list = conversations(10);
    let frame = 0;
    for (let port = 1; port <= 5000; port += 1) {
      frame += 1;
      list.add(between(port, frame, SYN), frame);
      if (port % 1000 !== 0) continue;
      frame += 1;
      list.add(between(port, frame, flagsOf(SYN, ACK), true), frame);
    }
    const kept = list.list();
    expect(kept).toHaveLength(10);
    expect(kept.filter(({ happened }) => happened.opening.type === 'half-open').map(({ ends }) => ends.A.port)).toEqual([1000, 2000, 3000, 4000, 5000]);
    expect(list.dropped()).toEqual({ unanswered: 4990, segments: 0 });
  });

  test('others are counted by their segments', () => {
    const list = conversations(2);
    for (let frame = 1; frame <= 6; frame += 1) list.add(between(Math.ceil(frame / 2), frame, ACK), frame);
    expect(list.list().map(({ ends, segments }) => [ends.A.port, segments.A + segments.B])).toEqual([[80, 2], [80, 2]]);
    expect(list.dropped()).toEqual({ unanswered: 0, segments: 2 });
  });
});
