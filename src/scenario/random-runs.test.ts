import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountsOf, otherEnd, type Account } from '../../test/accounts.ts';
import { faultyScenario, toTheEnd, wildScenario } from '../simulation/arbitrary.ts';
import { brokenIn } from '../simulation/invariant.ts';
import { run } from '../simulation/run.ts';
import type { HostId, Scenario } from '../simulation/scenario.ts';
import { brokenBy } from '../simulation/step-invariant.ts';
import type { Trace } from '../simulation/trace.ts';
import type { Signal } from '../tcp/effect.ts';
import type { TcpEvent } from '../tcp/event.ts';
import { PROFILES } from '../tcp/profiles.ts';
import { ENV } from '../tcp/rules/builders.ts';
import { print } from './print.ts';

/** Runs of each of the four properties: 20,000 in all. */
const RUNS = 5000;
const SEED = 9293;

/** Both sides wrap round within their first octets. */
const NUMBERS: readonly (readonly [string, Readonly<Record<HostId, number>>])[] = [['low numbers', { A: 100, B: 300 }], ['numbers that wrap', { A: 0xffff_fffe, B: 0xffff_ff00 }]];

/** Checks the runs of so many scenarios; a failure shows the smallest one in the notation. */
function checkRuns(scenarios: fc.Arbitrary<Scenario>, check: (trace: Trace) => void): void {
  const telling = (scenario: Scenario): void => {
    try {
      check(run(scenario));
    } catch (error) {
      throw new Error(`${print(scenario)}\n${String(error)}`, { cause: error });
    }
  };
  fc.assert(fc.property(scenarios, telling), { numRuns: RUNS, seed: SEED });
}

function isTcpEvent(event: { readonly type: string }): event is TcpEvent {
  return event.type !== 'LISTEN' && event.type !== 'ACCEPT';
}

/** The invariants that some endpoint or step of a run broke. */
function brokenDuring({ scenario, moments }: Trace): readonly string[] {
  return moments.flatMap((moment) => {
    if (moment.kind !== 'endpoint' || !isTcpEvent(moment.event)) return [];
    const { before, event, effects, after, at, host } = moment;
    const env = { ...ENV, now: at, profile: { ...PROFILES[scenario.profile], ...scenario.hosts[host].overrides } };
    return [...brokenIn(after), ...brokenBy({ before, event, effects, after }, env)];
  });
}

const ERRORS: readonly Signal[] = ['connection reset', 'connection refused', 'connection aborted due to user timeout', 'error: closing'];

function toldOfError({ told }: Account): boolean {
  return ERRORS.some((signal) => told.has(signal));
}

/** The sender of octets that did not come knows it, unless it came back to LISTEN, of which "the user need not be informed" (RFC 9293 §3.10.7.4). */
function senderKnows(account: Account): boolean {
  return toldOfError(account) || ['other.rst.passive', 'other.syn.passive', 'other.syn.passive-reset'].some((rule) => account.because.has(rule));
}

/** So does the receiver, unless it never opened, or waits in FIN-WAIT-2, for which RFC 9293 has no timer; never does it believe that all has come. */
function receiverKnows(account: Account | undefined): boolean {
  if (account === undefined) return true;
  return !account.told.has('connection closing') && (toldOfError(account) || account.last === 'SYN-RECEIVED' || account.last === 'FIN-WAIT-2');
}

describe('whatever users and network do', () => {
  it.each(NUMBERS)('all invariants hold, also of forged segments, aborts and crashes, with %s', (_name, iss) => {
    checkRuns(wildScenario(iss), (trace) => {
      // A forged segment can leave both sides acknowledging each other for ever: RFC 5961 §7 limits that, time does not.
      const forged = [...trace.scenario.script, ...trace.scenario.interventions].some(({ action }) => action.type === 'inject');
      if (!forged) expect(trace.ended).toBe('quiet');
      expect(brokenDuring(trace)).toEqual([]);
    });
  });

  it.each(NUMBERS)('every octet comes once and in order, or both users are told of an error, with %s', (_name, iss) => {
    checkRuns(faultyScenario(iss).map(toTheEnd), (trace) => {
      expect([trace.ended, brokenDuring(trace)]).toEqual(['quiet', []]);
      const accounts = accountsOf(trace);
      for (const account of accounts) {
        const other = otherEnd(account, accounts);
        const came = other?.received ?? 0;
        expect(came).toBeLessThanOrEqual(account.accepted);
        expect(account.delivered).toBeLessThanOrEqual(account.received);
        if (came < account.accepted) expect({ account, other, knows: [senderKnows(account), receiverKnows(other)] }).toMatchObject({ knows: [true, true] });
        // What TCP took, the user was handed, unless it did not read, or had not accepted, when the connection was over.
        if (account.delivered < account.received) expect(account).toMatchObject({ reading: false });
      }
    });
  });
});
