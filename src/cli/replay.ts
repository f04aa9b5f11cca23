import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Option, type Command } from 'commander';
import { readRecording } from '../recording/read-recording.ts';
import { differenceText } from '../recording/difference-text.ts';
import { verdictOn, type ReplayVerdict } from '../recording/verdict.ts';
import { PROFILE_NAMES, type ProfileName } from '../tcp/profile.ts';
import { EXIT, courseCommand } from './command.ts';

type Outcome = ReplayVerdict | { readonly type: 'unreadable'; readonly why: string };

function textOf(file: string): string | Error {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return error;
  }
}

function outcomeOf(file: string, profile: ProfileName): Outcome {
  const text = textOf(file);
  if (text instanceof Error) return { type: 'unreadable', why: `${file}: ${text.message}` };
  const read = readRecording(text);
  return 'where' in read ? { type: 'unreadable', why: `${file}: ${read.where}: ${read.what}` } : verdictOn(read, profile);
}

function lineOf(name: string, outcome: Outcome): string {
  switch (outcome.type) {
    case 'passed':
      return `ok ${name}`;
    case 'skipped':
      return `skip ${name}: ${outcome.reason}`;
    case 'failed':
      return `not ok ${name}: ${differenceText(outcome.difference)}`;
    case 'unreadable':
      return `not ok ${name}: ${outcome.why}`;
  }
}

/** Replays recordings and says of each in a line how it came out; whether none failed. */
export function replayFiles(files: readonly string[], profile: ProfileName, say: (line: string) => void): boolean {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of files) {
    const outcome = outcomeOf(file, profile);
    counts[outcome.type === 'unreadable' ? 'failed' : outcome.type] += 1;
    say(lineOf(file === '-' ? file : basename(file, '.json'), outcome));
  }
  say(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return counts.failed === 0;
}

const EXAMPLES = [
  ['handshake replay content/recordings/*.json', ''],
  ['handshake replay --profile rfc9293 my-recording.json', 'where a real system and the RFC part'],
] as const;

/** `handshake replay [--profile P] RECORDING.json…`: fine only where no ladder differs. */
export function replayCommand(): Command {
  return courseCommand('replay', 'Gives the engine the calls and faults of recordings of a real system, and compares the two ladders.', EXAMPLES)
    .argument('<recordings...>', 'recordings, as those of content/recordings; - for the standard input')
    .addOption(new Option('-p, --profile <name>', 'whose habits both hosts have').choices([...PROFILE_NAMES]).default('linux'))
    .action((files: readonly string[], { profile }: { readonly profile: ProfileName }) => {
      process.exitCode = replayFiles(files, profile, (line) => process.stdout.write(`${line}\n`)) ? EXIT.fine : EXIT.problems;
    });
}
