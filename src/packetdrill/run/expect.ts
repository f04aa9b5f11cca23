import { NO_FLAGS, PSH, flagsOf, without, type Flags } from '../../tcp/flags.ts';
import { seqAdd, seqDiff } from '../../tcp/seq.ts';
import { differences } from '../check/compare.ts';
import { segmentText } from '../check/expected.ts';
import { isWithin, periodOf, periodText, seconds } from '../check/times.ts';
import { toScript } from '../check/translate.ts';
import type { OptionItem, ScriptEvent, ScriptSegment } from '../script.ts';
import type { Connection, Host, Sent } from '../stack/host.ts';
import { expireBefore, failure, type Course } from './course.ts';
import { describeSent } from './describe.ts';
import type { Ending } from './verdict.ts';

/** How long a segment without a time (`*`) is waited for, µs. */
const PATIENCE = 3_600_000_000;

/** The first segment that waits to be asked for; timers run until there is one, no longer than to `limit`. */
function awaitSent(course: Course, limit: number): Ending | null {
  while (course.app.host.sent.length === 0) {
    const expired = expireBefore(course, limit, true);
    if (expired === null) return null;
    if (expired.ending !== null) return expired.ending;
  }
  return null;
}

/** Whether one segment left in the same burst as another, right behind it. */
function follows(before: Sent, next: Sent): boolean {
  return next.at === before.at && next.segment.length > 0 && next.segment.seq === seqAdd(before.segment.seq, before.segment.length);
}

function pushedBy({ flags }: ScriptSegment): Flags {
  return flags.includes('PSH') ? PSH : NO_FLAGS;
}

/** A line with more data than fits a segment expects what offloading to the network card would show: the segments of one burst as one. */
function takeSent({ sent, settings }: Host, wanted: ScriptSegment): Sent | null {
  const first = sent.shift();
  if (first === undefined) return null;
  let whole = first;
  const most = first.connection?.tcb.snd.mss ?? Infinity;
  for (let next = sent[0]; next !== undefined && wanted.length > most && whole.segment.length < wanted.length; next = sent[0]) {
    if (!follows(whole, next)) break;
    sent.shift();
    // Where in a burst PSH stands tells only how the burst was cut.
    const flags = flagsOf(without(whole.segment.flags, PSH), without(next.segment.flags, PSH), pushedBy(wanted));
    whole = { ...whole, segment: { ...whole.segment, flags, length: whole.segment.length + next.segment.length } };
  }
  // Linux pushes each piece of a burst that its network card is to cut; where the pieces end is its own affair.
  const cut = settings.padding === 'linux' && whole === first && sent[0] !== undefined && follows(first, sent[0]);
  return cut ? { ...first, segment: { ...first.segment, flags: flagsOf(without(first.segment.flags, PSH), pushedBy(wanted)) } } : whole;
}

function stampOf(options: ScriptSegment['options'] | readonly OptionItem[]): Extract<OptionItem, { kind: 'TS' }> | null {
  if (options === null || options === 'unchecked') return null;
  return options.find((item) => item.kind === 'TS') ?? null;
}

/** What the script's numbers are relative to is known by the first line that names them. */
function learn(connection: Connection, wanted: ScriptSegment, sent: Sent): void {
  if (wanted.flags.includes('SYN') && wanted.seq !== null) connection.scriptIss ??= wanted.seq;
  if (wanted.ports !== null) connection.ports ??= { local: wanted.ports.from, remote: wanted.ports.to };
  const val = stampOf(wanted.options)?.val ?? null;
  const live = sent.segment.options.ts?.val;
  if (val !== null && live !== undefined) connection.stamps.set(val, live);
}

/** Whether a TSval is as far from the first one as the script says; compared only where the script names the tick. */
function stampsDiffer(wanted: ScriptSegment, { connection, segment }: Sent, { settings }: Host): boolean {
  const val = stampOf(wanted.options)?.val ?? null;
  const first = connection?.stamps.entries().next().value;
  if (settings.tick === null || val === null || first === undefined || segment.options.ts === undefined) return false;
  const script = (val - first[0]) * settings.tick;
  const live = ((segment.options.ts.val - first[1]) | 0) * 1000;
  return Math.abs(script - live) > settings.tolerance.us + settings.tick;
}

/**
 * Whether nothing but the window differs, on Linux, once data has come: there a segment takes more of the buffer than its octets,
 * how much depends on the network card, and windows of later segments depend on that.
 */
function isOfMemory(found: readonly string[], { connection, segment }: Sent, { settings }: Host): boolean {
  const dataCame = connection !== null && seqDiff(segment.ack, connection.peerIss) > 1;
  return settings.padding === 'linux' && dataCame && found.length === 1 && found[0] === 'window';
}

function portsDiffer({ ports }: ScriptSegment, connection: Connection | null): boolean {
  if (ports === null || connection === null || connection.ports === null) return false;
  return connection.ports.local !== ports.from || connection.ports.remote !== ports.to;
}

/** A `>` line: this segment must be the next one that leaves, at the right time. */
export function expectSegment(course: Course, { line, when }: ScriptEvent, wanted: ScriptSegment): Ending | null {
  const { host } = course.app;
  const period = periodOf(when, course.before, host.settings);
  const expected = `> ${segmentText(wanted)} ${periodText(period)}`;
  const limit = period.late === Infinity ? host.now + PATIENCE : period.late + period.tolerance;
  const ending = awaitSent(course, limit);
  if (ending !== null) return ending;
  const sent = takeSent(host, wanted);
  if (sent === null) return failure(course, line, expected, 'nothing');
  course.taken = sent;
  const { connection } = sent;
  if (connection !== null) learn(connection, wanted, sent);
  const found = [...differences(wanted, toScript(sent.segment, connection, host.settings))];
  if (stampsDiffer(wanted, sent, host)) found.push('timestamp');
  if (portsDiffer(wanted, connection)) found.push('ports');
  const came = describeSent(sent, host);
  if (isOfMemory(found, sent, host)) return { type: 'skipped', line, reason: `the window ${wanted.win ?? 0} tells how Linux counts memory; the engine counts octets` };
  if (found.length > 0) return failure(course, line, expected, `${came} (another ${found.join(', another ')})`);
  if (isWithin(sent.at, period)) return null;
  const off = sent.at < period.early ? period.early - sent.at : sent.at - period.late;
  return failure(course, line, expected, `${came} (${seconds(off)} s too ${sent.at < period.early ? 'early' : 'late'})`);
}
