import { parse } from '../src/scenario/parse.ts';
import { advance, run, start } from '../src/simulation/run.ts';
import type { Scenario } from '../src/simulation/scenario.ts';
import { endpointOf, type World } from '../src/simulation/world.ts';
import { timesPerSecond, type Figure } from './figure.ts';

/** Open, 100 octets each way, close: on a link without faults. */
const WHOLE_CONNECTION = `
server listens
client connects
client sends 100
server sends 100
client closes
server closes
`;

const TRANSFER = 10_000_000;

/** One direction, every hundredth segment lost. */
const LOSSY_TRANSFER = `
lose 1 % of client data
server listens
client connects
client sends ${String(TRANSFER)}
client closes
server closes
`;

function scenarioOf(text: string): Scenario {
  const { scenario, problems } = parse(text);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return scenario;
}

/** The whole run, however long; of what happened on the way only the flights are kept. */
function carried(scenario: Scenario): World {
  const world = start(scenario);
  while (advance(world)) world.moments.length = 0;
  return world;
}

function connections(): Figure {
  const scenario = scenarioOf(WHOLE_CONNECTION);
  const { end, flights, received } = run(scenario);
  const whole = end.A.state === 'CLOSED' && end.B.state === 'CLOSED' && received.A === 100 && received.B === 100;
  if (!whole || flights.length < 9) throw new Error('That was not a whole connection');
  return { name: 'connections-per-second', value: timesPerSecond(() => run(scenario)), unit: '1/s' };
}

function segments(): Figure {
  const scenario = scenarioOf(LOSSY_TRANSFER);
  const world = carried(scenario);
  const { flights, received } = world;
  const lost = flights.filter(({ fate }) => fate === 'lost').length;
  if (received.B !== TRANSFER || endpointOf(world, 'B', 0).state !== 'CLOSED' || lost < 50) throw new Error('That was not the whole transfer');
  const transfers = timesPerSecond(() => carried(scenario), { batch: 1 });
  return { name: 'segments-per-second', value: transfers * flights.length, unit: '1/s' };
}

/** What one core carries through the engine in a second: whole connections, each with its trace, and segments of a transfer of 10 MB. */
export function measure(): Promise<readonly Figure[]> {
  return Promise.resolve([connections(), segments()]);
}
