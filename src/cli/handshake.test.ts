import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';

it('says nothing where its reader has read enough', async () => {
  const child = spawn(process.execPath, ['src/cli/handshake.ts', 'explore', '--calls', 'close,abort']);
  let complaint = '';
  child.stderr.on('data', (text) => (complaint += String(text)));
  child.stdout.once('data', () => child.stdout.destroy());
  child.stdout.resume();
  const [code] = (await once(child, 'close')) as readonly [number | null];
  expect([code, complaint]).toEqual([0, '']);
});
