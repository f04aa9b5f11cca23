import type { HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import type { Words } from './words.ts';

/** The host's name as the reader knows it: `client` and `server` in the reader's language, any other as it is written. */
export function hostName(trace: Trace, host: HostId, words: Words): string {
  const { name } = trace.scenario.hosts[host];
  return name === 'client' || name === 'server' ? words(`diagram.host.${name}`) : name;
}
