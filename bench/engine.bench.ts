import { parse } from '../src/scenario/parse.ts';
import { run } from '../src/simulation/run.ts';
import { timesPerSecond, type Figure } from './figure.ts';

/** Open, 100 octets each way, close: on a link without faults. */
const WHOLE_CONNECTION = `
server listens
client connects
client sends 100
server sends 100
client closes
server closes
expect client CLOSED
expect server CLOSED
expect client received 100
expect server received 100
`;

/** How many whole connections one core carries through the engine in a second, traces included. */
export function measure(): Promise<readonly Figure[]> {
  const { scenario, problems } = parse(WHOLE_CONNECTION);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const { end, flights } = run(scenario);
  if (end.A.state !== 'CLOSED' || end.B.state !== 'CLOSED' || flights.length < 9) throw new Error('That was not a whole connection');
  return Promise.resolve([{ name: 'connections-per-second', value: timesPerSecond(() => run(scenario)), unit: '1/s' }]);
}
