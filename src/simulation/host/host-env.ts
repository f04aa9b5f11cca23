import type { Env } from '../../tcp/env.ts';
import type { Host, Socket } from './host.ts';
import { chooseIss, type IssRule } from './iss.ts';

/** What an event at a host may know beside the host: as `Env` has it, with the rule for the ISS in place of the number. */
export interface HostEnv extends Omit<Env, 'iss'> {
  readonly issRule: IssRule;
}

/** What a step of the connection with this four-tuple may know. */
export function envFor(host: Host, local: number, remote: Socket, env: HostEnv): Env {
  return { ...env, iss: chooseIss(env.issRule, host, local, remote, env.now) };
}
