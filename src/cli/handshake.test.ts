import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';

it('says nothing where its reader has read enough', async () => {
  const child = spawn(process.execPath, ['src/cli/handshake.ts', 'explore']);
  child.stdout.destroy();
  let complaint = '';
  child.stderr.on('data', (text) => (complaint += String(text)));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect([code, complaint]).toEqual([0, '']);
});
