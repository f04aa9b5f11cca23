#!/usr/bin/env node
import { Command } from 'commander';
import { exploreCommand } from './explore.ts';
import { packetdrillCommand } from './packetdrill.ts';

const program = new Command('handshake').description('Commands of Handshake Lab, on the engine that draws its lessons.');
program.addCommand(packetdrillCommand());
program.addCommand(exploreCommand());
await program.parseAsync();
