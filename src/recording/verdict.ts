import type { ProfileName } from '../tcp/profile.ts';
import { alterationOf } from './alteration.ts';
import { readCall } from './call.ts';
import { differenceIn, type Difference } from './difference.ts';
import { replay } from './replay.ts';
import type { Recording } from './recording.ts';

/** How a recording came out on the engine. */
export type ReplayVerdict =
  | { readonly type: 'passed' }
  | { readonly type: 'failed'; readonly difference: Difference }
  | { readonly type: 'skipped'; readonly reason: string };

/** What a wire may do to a segment: the ladder says of each segment when it arrived, as often as it did. */
const FAULTS: ReadonlySet<string> = new Set(['drop', 'dup', 'duplicate', 'hold', 'release', 'delay', 'reorder', 'inject']);

/** What of the recording the replay does not know, and leaves out; null: nothing. */
function strange({ faults, apps }: Recording, options: readonly string[]): string | null {
  const fault = faults.find(({ action }) => !FAULTS.has(action) && alterationOf(action) === null);
  if (fault !== undefined) return `the fault “${fault.action}” is not known`;
  const call = apps.find((one) => readCall(one) === null);
  if (call !== undefined) return `the call “${call.call}” is not known`;
  return options.length === 0 ? null : `the option ${options.join(', ')} is not known`;
}

/** Replays the recording and compares the two ladders. Something unknown that made no difference is no reason to skip it. */
export function verdictOn(recording: Recording, profile: ProfileName): ReplayVerdict {
  if (recording.ladder.length === 0) return { type: 'skipped', reason: 'it has no segment' };
  const replayed = replay(recording, profile);
  const difference = differenceIn(recording, replayed);
  if (difference === null) return { type: 'passed' };
  const reason = strange(recording, replayed.unknown);
  return reason === null ? { type: 'failed', difference } : { type: 'skipped', reason };
}
