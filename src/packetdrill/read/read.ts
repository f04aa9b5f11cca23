import type { Action, Script, ScriptEvent, ScriptOption } from '../script.ts';
import { readCall, seesCall } from './call.ts';
import { lineOf, peek, stopAt, stopped, stuck, takes, takesKind, type Cursor } from './cursor.ts';
import { readSegment } from './segment.ts';
import { STANDARD, tokenise, type Definitions } from './token.ts';
import { readWhen } from './when.ts';

/** What stands behind `=`: everything that is written without a blank in between. */
function readOptionValue(cursor: Cursor, line: number): string {
  let value = '';
  while (lineOf(cursor) === line && peek(cursor).kind !== 'option' && peek(cursor).kind !== 'end') {
    value += peek(cursor).text;
    cursor.at += 1;
  }
  return value;
}

function readPreamble(cursor: Cursor): readonly ScriptOption[] {
  const options: ScriptOption[] = [];
  for (let next = peek(cursor); next.kind === 'option'; next = peek(cursor)) {
    cursor.at += 1;
    options.push({ line: next.line, name: next.text, value: takes(cursor, '=') ? readOptionValue(cursor, next.line) : null });
  }
  return options;
}

function readAction(cursor: Cursor): Action | null {
  if (takes(cursor, '<')) return { type: 'inject', segment: readSegment(cursor) };
  if (takes(cursor, '>')) return { type: 'expect', segment: readSegment(cursor) };
  if (seesCall(cursor)) return { type: 'call', call: readCall(cursor) };
  const command = takesKind(cursor, 'command');
  if (command !== null) return { type: 'command', text: command };
  const code = takesKind(cursor, 'code');
  if (code !== null) return { type: 'code', text: code };
  stuck(cursor, 'a segment, a call, a command or code');
  return null;
}

/** What is left open can only be left open by a line that compares. */
function checkOpen(cursor: Cursor, event: ScriptEvent): void {
  const { action, when } = event;
  if (action.type === 'expect') return;
  if (action.type === 'inject' && (action.segment.options === 'unchecked' || action.segment.seq === null)) {
    stopAt(cursor, 'contradiction', 'only a segment that is expected may leave fields unchecked', event.line);
  }
  const exact = when.type === 'at' || when.type === 'after';
  if (!exact) stopAt(cursor, 'contradiction', 'only a segment that is expected may have a range of times', event.line);
}

function readEvent(cursor: Cursor): ScriptEvent | null {
  const line = lineOf(cursor);
  const when = readWhen(cursor);
  if (when === null && peek(cursor).kind !== 'command') {
    stuck(cursor, 'the time of an event');
    return null;
  }
  const action = readAction(cursor);
  if (action === null) return null;
  const event: ScriptEvent = { line, when: when ?? { type: 'after', us: 0 }, action };
  checkOpen(cursor, event);
  return stopped(cursor) ? null : event;
}

/**
 * Reads a packetdrill script. Total: any text gives a script, ended by an obstacle where it cannot be read further.
 * `defined`: the symbols of `#ifdef`, with what a word that names them stands for.
 */
export function readScript(text: string, defined: Definitions = STANDARD): Script {
  const cursor: Cursor = { tokens: tokenise(text, defined), at: 0, obstacle: null };
  const options = readPreamble(cursor);
  const events: ScriptEvent[] = [];
  while (!stopped(cursor) && peek(cursor).kind !== 'end') {
    const event = readEvent(cursor);
    if (event !== null) events.push(event);
  }
  return { options, events, obstacle: cursor.obstacle };
}
