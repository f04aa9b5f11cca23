import { describe, expect, test } from 'vitest';
import { parse } from '../../scenario/parse.ts';
import { print } from '../../scenario/print.ts';
import { lossOf, withHost, withIssBy, withLoss, withOverride } from './set.ts';

const scenarioOf = (text: string) => parse(text).scenario;
const START = scenarioOf('server listens\nclient connects\nlose client SYN\n');
const lines = (scenario: Parameters<typeof print>[0]) => print(scenario).split('\n').filter((line) => line !== '');

describe('random loss', () => {
  test('is a line of the notation, for each direction its own', () => {
    const both = withLoss(withLoss(START, 'A', 2), 'B', 30);
    expect(lines(both)).toEqual(expect.arrayContaining(['lose client SYN', 'lose 2 % of client segment', 'lose 30 % of server segment']));
    expect([lossOf(both, 'A'), lossOf(both, 'B'), lossOf(START, 'A')]).toEqual([2, 30, 0]);
    expect(scenarioOf(print(both))).toEqual(both);
  });

  test('changes in its place, and is gone at 0', () => {
    const before = scenarioOf('lose 5 % of client segment\nlose server ACK\n');
    expect(lines(withLoss(before, 'A', 7))).toEqual(['lose 7 % of client segment', 'lose server ACK']);
    expect(lines(withLoss(before, 'A', 0))).toEqual(['lose server ACK']);
    expect(withLoss(START, 'B', 0)).toEqual(START);
  });

  test('two lines of the same direction become one', () => {
    const twice = scenarioOf('lose 5 % of client segment\nlose server ACK\nlose 9 % of client segment\n');
    expect(lines(withLoss(twice, 'A', 7))).toEqual(['lose 7 % of client segment', 'lose server ACK']);
  });

  test.each(['lose 5 % of client data', 'lose every client segment', 'lose client segment', 'lose 5 % of client segment on connection 49152', 'delay 5 % of client segment by 10 ms'])('“%s” is something else', (line) => {
    const other = scenarioOf(`server listens\nclient connects\n${line}\n`);
    expect(lossOf(other, 'A')).toBe(0);
    expect(withLoss(other, 'A', 3).faults).toHaveLength(2);
  });
});

describe('a host', () => {
  test('departs from its profile in one point, and comes back', () => {
    const off = withOverride(withOverride(START, 'A', 'nagle', false), 'A', 'wscale', null);
    expect(lines(off)).toEqual(expect.arrayContaining(['client turns Nagle off', 'client offers no window scale']));
    expect(withOverride(withOverride(off, 'A', 'nagle', undefined), 'A', 'wscale', undefined)).toEqual(START);
  });

  test('chooses its numbers by a rule, and by its list again', () => {
    const byRule = withIssBy(START, 'B', { type: 'rfc6528' });
    expect(lines(byRule)).toContain('server ISS by RFC 6528');
    expect(withIssBy(byRule, 'B', null)).toEqual(START);
    expect(START.hosts.B).toEqual(withIssBy(byRule, 'B', null).hosts.B);
  });

  test('that chooses by a rule forgets its list, so that the notation can say it', () => {
    const byRule = withIssBy(withHost(START, 'B', { iss: [7, 12] }), 'B', { type: 'seed', seed: 7 });
    expect(scenarioOf(print(byRule))).toEqual(byRule);
    expect(lines(byRule).filter((line) => line.includes('ISS'))).toEqual(['server ISS by seed 7']);
  });

  test('is set without touching the other one', () => {
    const narrow = withHost(START, 'B', { window: 200, keepAlive: { idle: 2000, interval: 1000, probes: 3 } });
    expect(narrow.hosts.A).toBe(START.hosts.A);
    expect(lines(narrow)).toEqual(expect.arrayContaining(['server window 200', 'server keep-alive after 2 s, every 1 s, 3 probes']));
  });
});
