#!/usr/bin/env node
// Runs on any Node from 20 on. In a clone of the course, or below one, the clone's own source is run by the clone's own
// Node; anywhere else what `npm pack` has made of it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const isClone = (folder) => existsSync(join(folder, 'src/cli/handshake.ts')) && existsSync(join(folder, 'content/course.json'));

function cloneAbove(folder) {
  if (isClone(folder)) return folder;
  return dirname(folder) === folder ? null : cloneAbove(dirname(folder));
}

const own = fileURLToPath(new URL('..', import.meta.url));
const clone = cloneAbove(process.cwd()) ?? (isClone(own) ? own : null);

if (clone === null) {
  await import('../lib/cli/handshake.js');
} else {
  const node = ['node', 'node.exe'].map((name) => join(clone, 'node_modules/node/bin', name)).find((file) => existsSync(file));
  if (node === undefined) {
    process.stderr.write(`error: ${clone} has no Node of its own yet. Run “npm ci” there.\n`);
    process.exit(2);
  }
  const { status, signal } = spawnSync(node, [join(clone, 'src/cli/handshake.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
  if (signal !== null) process.kill(process.pid, signal);
  process.exitCode = status ?? 2;
}
