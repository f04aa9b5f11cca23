import type { ProfileName } from '../../tcp/profile.ts';
import { periodOf } from '../check/times.ts';
import { toLive } from '../check/translate.ts';
import { runCode } from '../code/code.ts';
import { runCommand } from '../command/command.ts';
import type { Call, Obstacle, Script, ScriptEvent, ScriptSegment, When } from '../script.ts';
import { ACK } from '../../tcp/flags.ts';
import { arrive } from '../stack/arrival.ts';
import { makeCall } from '../stack/calls.ts';
import { beyondFastOpen } from '../stack/fast-open.ts';
import { newHost, type Connection, type Host, type Sent } from '../stack/host.ts';
import { settingsOf, type Settings } from '../stack/settings.ts';
import { withCookie } from './cookie.ts';
import { askBlocked, awaitBlocked, callText, failure, goOnTo, judgeReply, type Course } from './course.ts';
import { describeSent } from './describe.ts';
import { expectSegment } from './expect.ts';
import { firstObstacle } from './obstacles.ts';
import { followOptions } from './preamble.ts';
import type { Ending, Verdict } from './verdict.ts';

/** How a script is run. */
export interface RunOptions {
  readonly profile: ProfileName;
  /** The first ISS of the host under test; scripts may not depend on it. */
  readonly iss?: number;
}

/** Where sequence numbers begin where nobody says otherwise. */
const ISS = 1_000_000;

function targetOf(when: When, before: number): number {
  if (when.type === 'at') return when.us;
  return when.type === 'after' ? before + when.us : before;
}

function connectionFor(host: Host, { ports }: ScriptSegment): Connection | null {
  if (ports === null) return host.current;
  return host.connections.findLast(({ ports: known }) => known?.remote === ports.from && known.local === ports.to) ?? null;
}

/** A `<` line: the segment arrives. */
function inject(course: Course, line: number, segment: ScriptSegment): Ending | null {
  const { host } = course.app;
  const connection = connectionFor(host, segment);
  const beyond = connection === null ? null : beyondFastOpen(connection, segment);
  if (beyond !== null) return { type: 'skipped', line, reason: `${beyond} is not something that the engine has` };
  const reached = arrive(host, connection, toLive(segment, connection), segment.ports?.to ?? null);
  if (reached !== null && segment.ports !== null) reached.ports ??= { local: segment.ports.to, remote: segment.ports.from };
  return askBlocked(course);
}

function callNow(course: Course, { line, when }: ScriptEvent, call: Call): Ending | null {
  const until: When | null = call.until === null ? null : { type: when.type === 'at' ? 'at' : 'after', us: call.until };
  const period = until === null ? null : periodOf(until, course.before, course.app.host.settings);
  const reply = makeCall(course.app, call);
  if (reply.type !== 'wait') return judgeReply(course, line, call, reply, period) ?? askBlocked(course);
  if (period === null) return failure(course, line, callText(call), 'it blocks');
  course.blocked = { line, call, again: reply.again, period };
  return null;
}

function command(course: Course, line: number, text: string): Ending | null {
  const { host } = course.app;
  const outcome = runCommand(text, host);
  if (outcome.type === 'unsupported') return { type: 'skipped', line, reason: outcome.reason };
  if (outcome.type === 'answer') return failure(course, line, `\`${text}\``, outcome.found);
  if (outcome.type === 'settings') host.settings = outcome.settings;
  return null;
}

function code(course: Course, line: number, text: string): Ending | null {
  const verdict = runCode(text, course.app.host.current);
  if (verdict.type === 'unsupported') return { type: 'skipped', line, reason: verdict.reason };
  return verdict.type === 'fails' ? failure(course, line, verdict.claim, 'it is not so') : null;
}

function act(course: Course, event: ScriptEvent): Ending | null {
  const { action, line } = event;
  if (action.type === 'expect') return expectSegment(course, event, action.segment);
  const before = action.type === 'call' ? awaitBlocked(course) : null;
  if (before !== null) return before;
  const ending = goOnTo(course, targetOf(event.when, course.before));
  if (ending !== null) return ending;
  switch (action.type) {
    case 'inject':
      return inject(course, line, action.segment);
    case 'call':
      return callNow(course, event, action.call);
    case 'command':
      return command(course, line, action.text);
    case 'code':
      return code(course, line, action.text);
  }
}

const WRITES: readonly string[] = ['write', 'writev', 'send', 'sendto', 'sendmsg'];

/** Data of a call that blocks, in a script that names none after it: it is about when the call returns. */
function isOfBlockingCall({ segment, during }: Sent, { events }: Script): boolean {
  const blocking = events.findIndex(({ action }) => action.type === 'call' && action.call.until !== null && WRITES.includes(action.call.name));
  return segment.length > 0 && blocking >= 0 && blocking <= during;
}

/** What only tells of what has come. */
function isBareAck({ segment }: Sent): boolean {
  return segment.flags === ACK && segment.length === 0;
}

/**
 * What left and no line asked for. It is a failure where the script went on after it with segments or calls;
 * where it had only calls left before it left, or nothing, the script ends before the endpoint falls silent: a note.
 * So are, where the script speaks of no more segments, on Linux, whose suite leaves it out, what only acknowledges; data of a call that blocks, and what is sent again where the last that it speaks of was, too.
 */
function leftOver(course: Course, script: Script): Verdict {
  const { host } = course.app;
  const { events } = script;
  const lastSegment = events.findLastIndex(({ action }) => action.type === 'inject' || action.type === 'expect');
  const callsAfter = events.slice(lastSegment + 1).some(({ action }) => action.type === 'call');
  const onLinux = host.settings.padding === 'linux';
  const first = host.sent.find((sent) => !(sent.again && course.taken?.again === true) && !isOfBlockingCall(sent, script) && !(onLinux && isBareAck(sent)));
  if (first !== undefined && (first.during < lastSegment || (first.during === lastSegment && callsAfter))) {
    return failure(course, events[first.during]?.line ?? 1, 'nothing more', describeSent(first, host));
  }
  return { type: 'passed', notes: host.sent.map((sent) => `after the end: ${describeSent(sent, host)}`) };
}

function obstructed({ line, kind, reason }: Obstacle): Ending {
  if (kind === 'unsupported') return { type: 'skipped', line, reason };
  return { type: 'failed', line, expected: 'a script that can be right', came: reason, endpoint: 'not started', notes: [] };
}

function runEvents(script: Script, settings: Settings): Verdict {
  const course: Course = { app: { host: newHost(settings), sockets: new Map(), files: new Set(), watches: new Map() }, before: 0, blocked: null, taken: null };
  const { host } = course.app;
  for (const [index, event] of script.events.entries()) {
    host.during = index;
    const ending = act(course, event);
    if (ending !== null) return ending;
    course.before = host.now;
  }
  return awaitBlocked(course) ?? leftOver(course, script);
}

/** Runs a script against one endpoint of the engine. Pure: equal arguments give equal verdicts. */
export function runScript(script: Script, { profile, iss = ISS }: RunOptions): Verdict {
  const made = followOptions(settingsOf(profile, iss), script);
  const settings = 'kind' in made ? made : withCookie(made, script);
  if ('kind' in settings) return obstructed(settings);
  const obstacle = firstObstacle(script, settings);
  return obstacle === null ? runEvents(script, settings) : obstructed(obstacle);
}
