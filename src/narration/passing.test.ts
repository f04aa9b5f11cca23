import { expect, test } from 'vitest';
import { courseTrace, courseWords } from '../../test/course-traces.ts';
import { passing } from './passing.ts';

const trace = courseTrace('syn-lost');
const flight = (id: number) => trace.flights[id]!;
const lines = (language: 'en' | 'ko', ...[id, way, moment]: readonly [number, 'in' | 'out', number]) => passing(trace, courseWords(language))({ flight: flight(id), way, moment }).split('\n');

test('of a segment that is sent: why, by which rule, and what becomes of it', () => {
  expect(lines('en', 0, 'out', 1)).toEqual([
    'The application at the client calls OPEN (active): it wants a connection with the server.',
    'SYN SEQ=100 from the client is lost on the way to the server. Neither side is told.',
    expect.stringMatching(/^RFC 9293 §3\.10\.1: An active OPEN begins the handshake/u),
  ]);
  expect(lines('ko', 0, 'out', 1)).toHaveLength(3);
});

test('of a segment that arrives: what came of it, and by which rule', () => {
  expect(lines('en', 1, 'in', 4)).toEqual([
    'Retransmission',
    'SYN SEQ=100, sent again by the client, arrives at the server.',
    'The server chooses 300 as its initial sequence number (ISS).',
    'The server goes from LISTEN to SYN-RECEIVED.',
    expect.stringMatching(/^RFC 9293 §3\.10\.7\.2: A SYN asks the server/u),
  ]);
});

test('of a moment of the wire there is no such story', () => {
  expect(() => lines('en', 0, 'out', 2)).toThrow('moment 2');
});
