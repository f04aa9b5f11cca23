import type { Effect } from './effect.ts';
import type { Env } from './env.ts';
import type { TcpEvent } from './event.ts';
import type { Outcome, Rule } from './rule.ts';
import { ABORT_RULES } from './rules/abort.ts';
import { arrives } from './rules/arrives.ts';
import { CLOSE_RULES } from './rules/close.ts';
import { OPEN_RULES } from './rules/open.ts';
import { OUTPUT_RULES } from './rules/output.ts';
import { READING_RULES, RECEIVE_RULES } from './rules/receive.ts';
import { SEND_RULES } from './rules/send.ts';
import { STATUS_RULES } from './rules/status.ts';
import { TIMEOUT_RULES } from './rules/timeouts.ts';
import { TIMERS, type Tcb, type TimerName, type Timers } from './tcb.ts';
import { TIMEOUTS } from './timeout.ts';

/** What one event did to an endpoint. */
export interface Step {
  readonly endpoint: Tcb;
  readonly effects: readonly Effect[];
  /** The ids of the rules that fired, in order. */
  readonly because: readonly string[];
}

interface Work {
  tcb: Tcb;
  readonly effects: Effect[];
  readonly because: string[];
}

function clock(effects: Effect[], timer: TimerName, before: number | null, at: number | null): void {
  if (before !== at) effects.push({ type: 'timer', timer, at });
}

/** The timers that were set or cleared. Named one by one: this is asked some ten times a connection. */
function clocks(effects: Effect[], before: Timers, after: Timers): void {
  clock(effects, 'retransmission', before.retransmission, after.retransmission);
  clock(effects, 'time-wait', before['time-wait'], after['time-wait']);
  clock(effects, 'delayed-ack', before['delayed-ack'], after['delayed-ack']);
  clock(effects, 'persist', before.persist, after.persist);
  clock(effects, 'keep-alive', before['keep-alive'], after['keep-alive']);
  clock(effects, 'user', before.user, after.user);
}

/** Records what a rule did, and the state and timers that it changed. */
function take(work: Work, id: string, outcome: Outcome): void {
  const before = work.tcb;
  const after = outcome.tcb;
  work.because.push(id);
  if (outcome.and !== undefined) for (const other of outcome.and) work.because.push(other);
  if (outcome.effects !== undefined) for (const effect of outcome.effects) work.effects.push(effect);
  if (before.state !== after.state) work.effects.push({ type: 'state', from: before.state, to: after.state });
  if (before.timers !== after.timers) clocks(work.effects, before.timers, after.timers);
  work.tcb = after;
}

function ask<Input>(rules: readonly Rule<Input>[], first: Input, env: Env, work: Work, next: (outcome: Outcome, input: Input) => Input): void {
  let input = first;
  for (const rule of rules) {
    const outcome = rule.fire(work.tcb, input, env);
    if (outcome === null) continue;
    take(work, rule.id, outcome);
    if (outcome.stop === true) return;
    input = next(outcome, input);
  }
}

const same = <Input>(_outcome: Outcome, input: Input): Input => input;

function expired(tcb: Tcb, event: TcpEvent): Tcb {
  const timer = TIMERS.find((name) => TIMEOUTS[name].type === event.type);
  return timer === undefined ? tcb : { ...tcb, timers: { ...tcb.timers, [timer]: null } };
}

/** Any segment shows that the peer is alive: the keep-alive timer starts afresh (RFC 9293 §3.8.4). */
function heard(tcb: Tcb): Tcb {
  return tcb.timers['keep-alive'] === null ? tcb : { ...tcb, probed: 0, timers: { ...tcb.timers, 'keep-alive': null } };
}

function judge(event: TcpEvent, env: Env, work: Work): void {
  switch (event.type) {
    case 'OPEN':
      return ask(OPEN_RULES, event, env, work, same);
    case 'SEND':
      return ask(SEND_RULES, event, env, work, same);
    case 'RECEIVE':
      return ask(RECEIVE_RULES, event, env, work, same);
    case 'READING':
      return ask(READING_RULES, event, env, work, same);
    case 'CLOSE':
      return ask(CLOSE_RULES, event, env, work, same);
    case 'ABORT':
      return ask(ABORT_RULES, event, env, work, same);
    case 'STATUS':
      return ask(STATUS_RULES, event, env, work, same);
    case 'SEGMENT ARRIVES':
      work.tcb = heard(work.tcb);
      return ask(arrives(work.tcb.state, event.segment.flags), event.segment, env, work, (outcome, segment) => outcome.segment ?? segment);
    case 'RETRANSMISSION TIMEOUT':
    case 'TIME-WAIT TIMEOUT':
    case 'DELAYED ACK TIMEOUT':
    case 'PERSIST TIMEOUT':
    case 'KEEP-ALIVE TIMEOUT':
    case 'USER TIMEOUT':
      work.tcb = expired(work.tcb, event);
      return ask(TIMEOUT_RULES, event, env, work, same);
  }
}

/**
 * One event happens to an endpoint (RFC 9293 §3.10): the rules of the event are asked in order, then the output rules.
 * Pure and total: equal arguments give equal results, and no argument makes it throw. Times are ms.
 */
export function step(endpoint: Tcb, event: TcpEvent, env: Env): Step {
  const work: Work = { tcb: endpoint, effects: [], because: [] };
  judge(event, env, work);
  ask(OUTPUT_RULES, null, env, work, same);
  return { endpoint: work.tcb, effects: work.effects, because: work.because };
}
