import { CommanderError, type Command } from 'commander';
import { EXIT, Misuse, courseCommand } from './command.ts';
import { checkCommand } from './check.ts';
import { exerciseCommand } from './exercise/exercise.ts';
import { exploreCommand } from './explore.ts';
import { newCommand } from './new/new.ts';
import { packetdrillCommand } from './packetdrill.ts';
import { pcapCommand } from './pcap/pcap.ts';
import { replayCommand } from './replay.ts';
import { simulateCommand } from './simulate/simulate.ts';

/** All commands of Handshake Lab. */
export function program(): Command {
  const all = courseCommand('handshake', 'Commands of Handshake Lab, on the engine that draws its lessons.', [
    ['handshake new lesson my-first', ''],
    ['handshake simulate syn-lost --format story', ''],
    ['handshake check', ''],
    ['handshake packetdrill my.pkt', ''],
    ['handshake pcap read my.pcapng', ''],
  ]);
  for (const command of [simulateCommand(), newCommand(), checkCommand(), exerciseCommand(), exploreCommand(), packetdrillCommand(), pcapCommand(), replayCommand()]) all.addCommand(command);
  return all;
}

/** Runs the command that these arguments name; resolves with the exit code. Only our own mistakes reject. */
export async function ended(args: readonly string[]): Promise<number> {
  try {
    await program().parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? EXIT.fine);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.misuse;
    if (!(error instanceof Misuse)) throw error;
    process.stderr.write(`error: ${error.message}\n`);
    return EXIT.misuse;
  }
}
