import * as v from 'valibot';
import { RECORDING, type Recording } from './recording.ts';

/** Why a text is no recording: where in it, as `ladder.3.flags`, and what is wrong there. */
export interface Unreadable {
  readonly where: string;
  readonly what: string;
}

/** Reads the text of a recording; never throws. */
export function readRecording(text: string): Recording | Unreadable {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { where: 'the file', what: `is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const read = v.safeParse(RECORDING, value);
  if (read.success) return read.output;
  const [issue] = read.issues;
  return { where: v.getDotPath(issue) ?? 'the file', what: `${issue.expected ?? 'something else'} is expected, ${issue.received} is there` };
}
