import { readFileSync } from 'node:fs';
import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { enhancedPacket, interfaceBlock, section, simplePacket } from '../../test/captures/build.ts';
import { packetsOf } from '../../test/captures/samples.ts';
import { parse } from '../scenario/parse.ts';
import { run } from '../simulation/run.ts';
import { captureFile } from '../wire/capture-file.ts';
import { joined } from '../wire/joined.ts';
import type { Conversation } from './conversation.ts';
import { Excerpt } from './excerpt.ts';
import { SEGMENT_BOUND } from './observe.ts';
import { Survey } from './survey.ts';

function surveyed(file: Uint8Array, chunk: number): Survey {
  const survey = new Survey();
  for (let at = 0; at < file.length; at += chunk) survey.take(file.subarray(at, at + chunk));
  survey.end();
  return survey;
}

function excerptOf(file: Uint8Array, survey: Survey, conversation: Conversation, chunk: number): Excerpt {
  const excerpt = new Excerpt(survey, conversation);
  for (let at = excerpt.from; at < file.length && !excerpt.isOver(); at += chunk) excerpt.take(file.subarray(at, at + chunk));
  return excerpt;
}

const file = (name: string): Uint8Array => readFileSync(new URL(`../../test/captures/${name}`, import.meta.url));

describe.each([
  ['as it is', file('recordings/50-tcp-fast-open.pcap')],
  ['compressed', gzipSync(file('recordings/50-tcp-fast-open.pcap'))],
])('a capture %s', (_how, octets) => {
  test.each([1, 777, octets.length])('is the same in chunks of %d octets', (chunk) => {
    const survey = surveyed(octets, chunk);
    expect([survey.frames(), survey.segments(), survey.count(), survey.others(), survey.end().problem]).toEqual([17, 17, 2, [], null]);
    for (const conversation of survey.conversations()) {
      const [pieces, whole] = [chunk, octets.length].map((size) => excerptOf(octets, survey, conversation, size));
      expect(pieces?.observed(true)).toEqual(whole?.observed(true));
    }
  });

  test('has conversations whose times count from their own beginning, in whole microseconds', () => {
    const survey = surveyed(octets, octets.length);
    const [, late] = survey.conversations();
    if (late === undefined) throw new Error('There is no second conversation');
    expect(late.first.at).toBeGreaterThan(100);
    const { captured, trace, left } = excerptOf(octets, survey, late, octets.length).observed(false);
    expect(captured.map(({ frame }) => frame)).toEqual([10, 11, 12, 13, 14, 15, 16, 17]);
    expect(captured[0]?.at).toBe(0);
    expect(captured.at(-1)?.at).toBe(Math.round((late.last.at - late.first.at) * 1000) / 1000);
    expect(trace.flights[0]?.sentAt).toBe(0);
    expect(left).toBe(0);
  });
});

test('where reading begins again with a frame without a stamp, it has the time of the one before it', () => {
  const packets = packetsOf('50-tcp-fast-open');
  const blocks = packets.map((packet, at) => (at < 9 ? enhancedPacket('little', 0, BigInt(at * 1e6), packet) : simplePacket('little', packet)));
  const octets = joined([section('little'), interfaceBlock('little', 101), ...blocks]);
  const survey = surveyed(octets, octets.length);
  const [, late] = survey.conversations();
  if (late === undefined) throw new Error('There is no second conversation');
  expect(late.first.at).toBe(8000);
  expect(excerptOf(octets, survey, late, octets.length).observed(false).captured.map(({ at }) => at)).toEqual(packets.slice(9).map(() => 0));
});

test('of a long conversation as many segments are followed as the bound says, the others are counted, and no more of the file is read', () => {
  const { scenario } = parse('server listens\nclient connects\nclient sends 1500000');
  const octets = captureFile(run(scenario), { view: 'A', format: 'pcap', ip: 4, remark: () => '' });
  const survey = surveyed(octets, octets.length);
  const [conversation] = survey.conversations();
  if (conversation === undefined) throw new Error('There is no conversation');
  const excerpt = new Excerpt(survey, conversation);
  let taken = 0;
  for (let at = excerpt.from; at < octets.length && !excerpt.isOver(); at += 1000, taken += 1000) excerpt.take(octets.subarray(at, at + 1000));
  expect(taken).toBeLessThan(octets.length - 1000);
  const observed = excerpt.observed(true);
  expect(observed.captured).toHaveLength(SEGMENT_BOUND);
  expect(observed.left).toBe(survey.segments() - SEGMENT_BOUND);
});
