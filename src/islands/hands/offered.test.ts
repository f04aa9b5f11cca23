import { expect, test } from 'vitest';
import { parse } from '../../scenario/parse.ts';
import { run } from '../../simulation/run.ts';
import type { Trace } from '../../simulation/trace.ts';
import { offeredFor } from './offered.ts';
import { usualTimes } from './usual-times.ts';

const OPENING = 'server listens\nclient connects\n';
const UNDER_WAY = { deeds: ['lose', 'delay', 'duplicate', 'hold', 'deliver'], isPast: false };
const ARRIVED = { deeds: ['lose', 'delay', 'duplicate', 'hold'], isPast: true };
const HELD = { deeds: ['release', 'deliver', 'lose'], isPast: false };
const LOST = { deeds: ['restore'], isPast: false };
const NOTHING = { deeds: [], isPast: false };

const traceOf = (text: string): Trace => run(parse(text).scenario);

/** What is offered for the flight after each number of moments from 0. */
function offers(trace: Trace, flight: number) {
  return Array.from({ length: trace.moments.length + 1 }, (_, shown) => offeredFor(trace, trace.flights[flight]!, shown));
}

test('a SYN: nothing before it leaves, then all, then what changes the past', () => {
  // Moments: listens, connects, SYN arrives, SYN,ACK arrives, ACK arrives.
  expect(offers(traceOf(OPENING), 0)).toEqual([NOTHING, NOTHING, UNDER_WAY, ARRIVED, ARRIVED, ARRIVED]);
});

test('a segment that will be lost looks like any other until it is', () => {
  const trace = traceOf(`lose client SYN\n${OPENING}stop at 100 ms`);
  expect(trace.moments.map(({ kind }) => kind)).toEqual(['endpoint', 'endpoint', 'lost']);
  expect(offers(trace, 0)).toEqual([NOTHING, NOTHING, UNDER_WAY, LOST]);
});

test('a held segment can be let go, and once it is it is under way', () => {
  const trace = traceOf(`hold client SYN until 200 ms\n${OPENING}stop at 240 ms`);
  expect(trace.moments.map(({ kind }) => kind)).toEqual(['endpoint', 'endpoint', 'held', 'released', 'endpoint']);
  expect(offers(trace, 0)).toEqual([NOTHING, NOTHING, UNDER_WAY, HELD, UNDER_WAY, ARRIVED]);
});

test('a segment that is held to the end stays so', () => {
  const trace = traceOf(`hold client SYN\n${OPENING}stop at 260 ms`);
  expect(offeredFor(trace, trace.flights[0]!, trace.moments.length)).toEqual(HELD);
});

test('a copy is a segment like others, a forged one is not', () => {
  const trace = traceOf(`duplicate client SYN after 10 ms\n${OPENING}inject RST SEQ 5 to server`);
  const of = (origin: string) => offeredFor(trace, trace.flights.find((flight) => flight.origin === origin)!, trace.moments.length);
  expect(of('copy')).toEqual(ARRIVED);
  expect(of('injected')).toEqual(NOTHING);
});

test('usual times are round trips, and for what is sent again one behind that', () => {
  const trace = traceOf(`duplicate client SYN after 10 ms\n${OPENING}`);
  const long = [
    { name: 'half-rtt', ms: 50 },
    { name: 'rtt', ms: 100 },
    { name: 'past-rto', ms: 1050 },
  ];
  const [syn, copy] = trace.flights;
  expect(usualTimes(trace, syn!)).toEqual(long);
  expect(usualTimes(trace, copy!)).toEqual(long);
  expect(usualTimes(trace, trace.flights.at(-1)!)).toEqual(long.slice(0, 2));
});

test('a segment that is late by the longest of its usual times comes behind what was sent again', () => {
  const late = usualTimes(traceOf(OPENING), traceOf(OPENING).flights[0]!).at(-1)!.ms;
  const { flights } = traceOf(`delay client SYN by ${late} ms\n${OPENING}`);
  const [first, again] = flights.filter(({ from, segment }) => from === 'A' && segment.flags === 2);
  expect(first!.arrivesAt! - again!.arrivesAt!).toBe(50);
});
