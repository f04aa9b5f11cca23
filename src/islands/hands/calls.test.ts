import { expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace } from '../../../test/course-traces.ts';
import { placesForActs, runWith } from '../../../test/done-at.ts';
import { parse } from '../../scenario/parse.ts';
import { print } from '../../scenario/print.ts';
import { connectionsOf } from '../../simulation/connections.ts';
import { run } from '../../simulation/run.ts';
import { HOST_IDS } from '../../simulation/scenario.ts';
import { endpointOf } from '../../simulation/world.ts';
import { MAIN_CALLS, offeredCall, otherCalls, type CallName } from './calls.ts';
import { worldAt } from '../world-at.ts';

const LENGTH = 120;

/** What has been tried: once in every pair of states will do. */
const situations = new Set<string>();

test.each(COURSE_SCENARIOS)('%s: a call that is said to give only an error gives it, and no other does', (name) => {
  const trace = courseTrace(name);
  for (const shown of placesForActs(trace)) {
    const world = worldAt(trace, shown);
    for (const [connection] of trace.connections.entries()) {
      for (const host of HOST_IDS) {
        for (const type of [...MAIN_CALLS, ...otherCalls(world, host, connection)]) {
          const { action, refusal } = offeredCall(world, type, host, connection, LENGTH);
          const situation = [type, connection, ...HOST_IDS.map((one) => endpointOf(world, one, connection).state), host, refusal].join(' ');
          if (situations.has(situation)) continue;
          situations.add(situation);
          const tried = runWith(world, action);
          const [moment] = tried.moments.slice(world.moments.length);
          if (moment?.kind !== 'endpoint') {
            expect([type, moment?.kind, refusal]).toEqual(['crash', 'crash', null]);
            continue;
          }
          expect([moment.host, moment.at], type).toEqual([host, world.now]);
          const errors = moment.effects.flatMap((effect) => (effect.type === 'tell' && effect.signal.startsWith('error:') ? [effect.signal] : []));
          expect(refusal, type).toBe(moment.before.state === moment.after.state ? (errors[0] ?? null) : null);
          // No call makes another connection than the one it is for, and each can be written down and read again.
          expect(tried.connections.map(({ ports }) => ports)).toEqual(trace.connections.map(({ ports }) => ports));
          expect(parse(print(tried.scenario)).scenario).toEqual(tried.scenario);
        }
      }
    }
  }
});

/** What is offered at the end of the run, by name, with the error. */
function refusals(text: string, host: 'A' | 'B') {
  const trace = run(parse(text).scenario);
  const world = worldAt(trace, trace.moments.length);
  const names: readonly CallName[] = [...MAIN_CALLS, ...otherCalls(world, host, 0)];
  return Object.fromEntries(names.map((name) => [name, offeredCall(world, name, host, 0, LENGTH).refusal]));
}

test('with nothing open only an OPEN, and the crash, do something', () => {
  const nothing = 'error: connection does not exist';
  expect(refusals('', 'A')).toEqual({
    listen: null,
    connect: null,
    send: nothing,
    close: nothing,
    stopReading: null,
    sendUrgently: nothing,
    closeBoth: nothing,
    abort: nothing,
    askStatus: nothing,
    crash: null,
  });
});

test('behind a listener there is something to accept, and what is not accepted does not exist for the user', () => {
  const offered = refusals('server listens on 80 with backlog 5\nclient connects', 'B');
  expect(offered).toMatchObject({ accept: null, readOn: null, send: 'error: connection does not exist' });
  expect(Object.keys(offered)).toContain('read');
});

test('a full send buffer refuses', () => {
  expect(refusals('client send buffer 100\nserver listens\nclient connects', 'A')['send']).toBe('error: insufficient resources');
});

test('a connection with ports of its own is opened by them', () => {
  const trace = run(parse('server listens on 443 with backlog 1\nclient connects from 50001 to 443').scenario);
  const { action } = offeredCall(worldAt(trace, 1), 'connect', 'A', 0, LENGTH);
  expect(action).toEqual({ type: 'connect', host: 'A', from: 50_001, to: 443 });
  expect(connectionsOf({ script: [{ when: { type: 'quiet' }, action }, ...trace.scenario.script], interventions: [], established: false })).toHaveLength(1);
});
