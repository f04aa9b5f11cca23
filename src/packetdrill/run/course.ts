import { isWithin, periodText, seconds, type Period } from '../check/times.ts';
import type { Call } from '../script.ts';
import { differs } from '../stack/calls.ts';
import { expireNext, nextTimeout, type Sent } from '../stack/host.ts';
import type { Application, Reply } from '../stack/sockets.ts';
import { written } from '../stack/value.ts';
import { describeEndpoint } from './describe.ts';
import type { Ending } from './verdict.ts';

/** A call that has not come back yet. */
interface Blocked {
  readonly line: number;
  readonly call: Call;
  readonly again: () => Reply;
  readonly period: Period;
}

/** A script under way. */
export interface Course {
  readonly app: Application;
  /** When the event before this one ended, µs. */
  before: number;
  blocked: Blocked | null;
  /** The segment that a line asked for last. */
  taken: Sent | null;
}

/** The script fails at `line`. */
export function failure(course: Course, line: number, expected: string, came: string): Ending {
  return { type: 'failed', line, expected, came, endpoint: describeEndpoint(course.app.host), notes: [] };
}

/** A call with its result, as a script writes it. */
export function callText({ name, args, result, errno }: Call): string {
  return `${name}(${args.map(written).join(', ')}) = ${written(result)}${errno === null ? '' : ` ${errno}`}`;
}

/** Compares what a call gave back; `period`: when it may come back, null where it may not block. */
export function judgeReply(course: Course, line: number, call: Call, reply: Exclude<Reply, { type: 'wait' }>, period: Period | null): Ending | null {
  if (reply.type === 'unsupported') return { type: 'skipped', line, reason: reply.reason };
  const came = differs(call, reply);
  if (came !== null) return failure(course, line, callText(call), came);
  const { now } = course.app.host;
  if (period === null || isWithin(now, period)) return null;
  return failure(course, line, `${callText(call)} ${periodText(period)}`, `it returned at ${seconds(now)} s`);
}

/** Something has happened: a call that waits may come back now. */
export function askBlocked(course: Course): Ending | null {
  const { blocked } = course;
  if (blocked === null) return null;
  const reply = blocked.again();
  if (reply.type === 'wait') return null;
  course.blocked = null;
  return judgeReply(course, blocked.line, blocked.call, reply, blocked.period);
}

/** One timer expires, if one does before `limit` (µs; with it where `inclusive`). Null: none does. */
export function expireBefore(course: Course, limit: number, inclusive: boolean): { readonly ending: Ending | null } | null {
  const { host } = course.app;
  const at = nextTimeout(host);
  if (at === null || at > limit || (at === limit && !inclusive)) return null;
  expireNext(host);
  return { ending: askBlocked(course) };
}

/** The clock goes on to `target`, µs. A timer that is due at that very instant comes later: real ones are never early. */
export function goOnTo(course: Course, target: number): Ending | null {
  for (let expired = expireBefore(course, target, false); expired !== null; expired = expireBefore(course, target, false)) {
    if (expired.ending !== null) return expired.ending;
  }
  course.app.host.now = Math.max(course.app.host.now, target);
  return null;
}

/** A call that blocks must come back before anything else is called, or before the script ends. */
export function awaitBlocked(course: Course): Ending | null {
  while (course.blocked !== null) {
    const { line, call, period } = course.blocked;
    const expired = expireBefore(course, period.late + period.tolerance, true);
    if (expired === null) return failure(course, line, `${callText(call)} ${periodText(period)}`, 'it did not return');
    if (expired.ending !== null) return expired.ending;
  }
  return null;
}
