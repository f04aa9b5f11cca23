import { replay, type Replayed } from '../../recording/replay.ts';
import { differenceIn, type Rung } from '../../recording/difference.ts';
import type { Recorded, Recording } from '../../recording/recording.ts';
import { memoised } from '../../simulation/memoised.ts';
import { rungText } from '../../recording/difference-text.ts';
import type { ProfileName } from '../../tcp/profile.ts';

/** What was played of each recording: many pages and languages show the same. */
const played = memoised<Recording, Map<ProfileName, Replayed>>(() => new Map());

function replayed(recording: Recording, profile: ProfileName): Replayed {
  const known = played(recording);
  const found = known.get(profile) ?? replay(recording, profile);
  known.set(profile, found);
  return found;
}

/** Where the engine, with the same calls and faults, parts from a recording; null: nowhere. */
export interface Parting {
  /** The segment, from 1. */
  readonly n: number;
  /** What was recorded there, and what the engine sends; null: no further segment. */
  readonly recorded: string | null;
  readonly engine: string | null;
}

/** Where the engine under the habits of a profile parts from the recording. */
export function partingOf(recording: Recording, profile: ProfileName): Parting | null {
  const difference = differenceIn(recording, replayed(recording, profile));
  const text = (rung: Rung | null): string | null => (rung === null ? null : rungText(rung));
  return difference === null ? null : { n: difference.n, recorded: text(difference.recorded), engine: text(difference.engine) };
}

/** A recorded segment, and how much later it left than the engine's, ms; null: the engine has none, or somebody forged it. */
export interface Beside {
  readonly line: Recorded;
  readonly lag: number | null;
}

/** Each segment of a recording beside the engine's under the habits of Linux. */
export function besideEngine(recording: Recording): readonly Beside[] {
  const { sent } = replayed(recording, 'linux');
  const at = new Map(sent.flatMap((one) => (one.recorded === null ? [] : [[one.recorded, one.at] as const])));
  return recording.ladder.map((line) => {
    const left = at.get(line);
    return { line, lag: left === undefined || line.fate === 'injected' ? null : Math.max(0, line.t * 1000 - left) };
  });
}
