import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';
import { called } from '../../test/called.ts';

it('says nothing where its reader has read enough', async () => {
  const child = spawn(process.execPath, ['src/cli/handshake.ts', 'explore']);
  child.stdout.destroy();
  let complaint = '';
  child.stderr.on('data', (text) => (complaint += String(text)));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect([code, complaint]).toEqual([0, '']);
});

it.each([
  [['exploer'], "error: unknown command 'exploer'\n(Did you mean explore?)\n"],
  [['simulate', '--fromat', 'json'], "error: unknown option '--fromat'\n(Did you mean --format?)\n"],
  [['explore', 'everything'], "error: too many arguments for 'explore'. Expected 0 arguments but got 1: everything.\n"],
  [['new', 'lessn', 'x'], "error: unknown command 'lessn'\n(Did you mean lesson?)\n"],
])('called as it cannot be, says so with the nearest that can: %s', async (args, error) => {
  expect(await called(args)).toEqual({ code: 2, out: '', error });
});

it.each([[['--help']], [['simulate', '--help']], [['exercise', '--help']], [['new', 'lesson', '--help']], [['check', '--help']], [['explore', '--help']], [['packetdrill', '--help']]])('helps, with examples and exit codes: %s', async (args) => {
  const { code, out, error } = await called(args);
  expect([code, error]).toEqual([0, '']);
  expect(out).toMatch(/\nExamples:\n {2}handshake /);
  expect(out.trimEnd().split('\n').at(-1)).toBe('Ends with 0 where all is well, with 1 where problems were found, with 2 where it was called as it cannot be.');
});
