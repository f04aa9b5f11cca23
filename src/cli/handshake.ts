#!/usr/bin/env node
import { Command } from 'commander';
import { exploreCommand } from './explore.ts';
import { packetdrillCommand } from './packetdrill.ts';

// Who reads may have read enough, as `head` has.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  process.exit(code === 'EPIPE' ? 0 : 1);
});

const program = new Command('handshake').description('Commands of Handshake Lab, on the engine that draws its lessons.');
program.addCommand(packetdrillCommand());
program.addCommand(exploreCommand());
await program.parseAsync();
