import { readFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { PROFILE_NAMES, type ProfileName } from '../tcp/profile.ts';
import { readScript } from '../packetdrill/read/read.ts';
import { DEFINED, type Definitions } from '../packetdrill/read/token.ts';
import { reportLines, summaryLine } from '../packetdrill/report.ts';
import { runScript } from '../packetdrill/run/run.ts';
import type { Verdict } from '../packetdrill/run/verdict.ts';
import { EXIT, courseCommand } from './command.ts';

/** The symbols that `--define NAME` or `--define NAME=VALUE` ask for; without any, the profile's own. */
export function definitionsOf(given: readonly string[], profile: ProfileName): Definitions {
  if (given.length === 0) return DEFINED[profile];
  return new Map(given.map((each) => {
    const [, name = each, value = null] = /^([^=]*)=(.*)$/s.exec(each) ?? [];
    return [name, value];
  }));
}

function verdictOn(file: string, profile: ProfileName, defined: Definitions): Verdict {
  try {
    return runScript(readScript(readFileSync(file === '-' ? 0 : file, 'utf8'), defined), { profile });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { type: 'failed', line: 1, expected: 'a file that can be read', came: error.message, endpoint: 'not started', notes: [] };
  }
}

/** Runs packetdrill scripts and says line by line how each came out; whether none failed. */
export function runFiles(files: readonly string[], profile: ProfileName, defined: Definitions, say: (line: string) => void): boolean {
  const verdicts: Verdict[] = [];
  for (const file of files) {
    const verdict = verdictOn(file, profile, defined);
    verdicts.push(verdict);
    for (const line of reportLines({ file, verdict })) say(line);
  }
  say(summaryLine(verdicts));
  return verdicts.every(({ type }) => type !== 'failed');
}

interface Options {
  readonly profile: ProfileName;
  readonly define: readonly string[];
}

const EXAMPLES = [
  ['handshake packetdrill my.pkt', ''],
  ['handshake packetdrill --profile linux test/packetdrill/linux/*.pkt', ''],
  ['handshake packetdrill -D CC=reno - < my.pkt', 'a script from the standard input'],
] as const;

/** `handshake packetdrill [--profile P] [--define NAME] FILE…`: fine only where no script failed. */
export function packetdrillCommand(): Command {
  return courseCommand('packetdrill', 'Runs packetdrill scripts against one endpoint of the engine.', EXAMPLES)
    .argument('<files...>', 'scripts; - for the standard input')
    .addOption(new Option('-p, --profile <name>', 'whose habits the endpoint has').choices([...PROFILE_NAMES]).default('rfc9293'))
    .option('-D, --define <name>', 'a symbol for #ifdef, or NAME=VALUE for a word; may be repeated, replaces the profile’s own (STANDARD, Linux or FreeBSD)', (each: string, all: string[]) => [...all, each], [])
    .action((files: readonly string[], { profile, define }: Options) => {
      const passed = runFiles(files, profile, definitionsOf(define, profile), (line) => process.stdout.write(`${line}\n`));
      process.exitCode = passed ? EXIT.fine : EXIT.problems;
    });
}
