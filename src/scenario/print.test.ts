import { describe, expect, it } from 'vitest';
import { EMPTY_SCENARIO } from '../simulation/scenario.ts';
import { parse } from './parse.ts';
import { describeAct, print, printAct, printFault } from './print.ts';

describe('print', () => {
  it('says nothing of a scenario in which nothing is said', () => {
    expect(print(EMPTY_SCENARIO)).toBe('');
  });

  it('puts settings, faults, acts and the end in order, in canonical spelling, without what goes without saying', () => {
    const text = `
      EXPECT bob is CLOSED          # out of order
      when bob is close-wait BOB closes
      client listens
      stop at 2000 ms
      lose first bob ACK,SYN
      delay 50 ms
      after 1500 ms inject ACK,PSH WND 65535 LEN 5 ACK 7 SEQ 1,000 to bob
      hold 3rd client none until 250 ms
      client ISS 100
      bob ISS 4_000
      hosts client bob
      at 60000 ms release 3rd client none`;
    const canonical = `hosts client bob
bob ISS 4000

lose bob SYN,ACK
hold 3rd client none until 250 ms

when bob is CLOSE-WAIT, bob closes
client listens
after 1500 ms inject PSH,ACK SEQ 1000 ACK 7 LEN 5 to bob
at 60 s release 3rd client none

stop at 2 s
expect bob CLOSED
`;
    const { scenario, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(print(scenario)).toBe(canonical);
  });

  it.each([1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 101, 111, 112])('counts turns as English does: %i', (n) => {
    const english = new Intl.PluralRules('en', { type: 'ordinal' });
    const suffix = { one: 'st', two: 'nd', few: 'rd', other: 'th', many: 'th', zero: 'th' }[english.select(n)];
    const fault = { type: 'lose', selector: { from: 'A', which: { type: 'nth', n }, pattern: { type: 'data' } } } as const;
    expect(printFault(fault, EMPTY_SCENARIO)).toBe(n === 1 ? 'lose client data' : `lose ${String(n)}${suffix} client data`);
  });
});

describe('an act', () => {
  const act = { when: { type: 'state', host: 'B', state: 'CLOSE-WAIT' }, action: { type: 'close', host: 'B' } } as const;
  const hosts = { A: { ...EMPTY_SCENARIO.hosts.A, name: 'left' }, B: { ...EMPTY_SCENARIO.hosts.B, name: 'right' } };

  it('is printed with when it happens, described without, by the names of the hosts', () => {
    expect(printAct(act, { hosts })).toBe('when right is CLOSE-WAIT, right closes');
    expect(describeAct(act, { hosts })).toBe('right closes');
  });
});
