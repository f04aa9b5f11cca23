import { HOST_IDS, type HostId } from '../../src/simulation/scenario.ts';
import type { Trace } from '../../src/simulation/trace.ts';
import { byKey, type Judge } from './judge.ts';

/** The host's state after `count` moments, from the effects alone. */
function stateByEffects(trace: Trace, host: HostId, count: number): string {
  let state: string = trace.start[host].state;
  for (const moment of trace.moments.slice(0, count)) {
    if (moment.kind === 'crash' && moment.host === host) state = 'CLOSED';
    if (moment.kind !== 'endpoint' || moment.host !== host) continue;
    for (const effect of moment.effects) if (effect.type === 'state') state = effect.to;
  }
  return state;
}

export const judgeState: Judge = ({ play }, trace) => byKey(Object.fromEntries(HOST_IDS.map((host) => [host, stateByEffects(trace, host, play.from + 1)])));
