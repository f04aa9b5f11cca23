import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ProfileName } from '../tcp/profile.ts';
import { replayFiles } from './replay.ts';

function said(files: readonly string[], profile: ProfileName = 'linux'): { readonly passed: boolean; readonly lines: readonly string[] } {
  const lines: string[] = [];
  return { passed: replayFiles(files, profile, (line) => lines.push(line)), lines };
}

const GOOD = 'content/recordings/07-data-lost-once.json';

test('says of each recording in a line how it came out, then the sums', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-replay-'));
  const bad = join(folder, 'bad.json');
  writeFileSync(bad, '{"id": 7}');
  const gone = join(folder, 'gone.json');
  const { passed, lines } = said([GOOD, bad, gone]);
  expect(lines).toEqual([
    'ok 07-data-lost-once',
    `not ok bad: ${bad}: id: string is expected, 7 is there`,
    expect.stringMatching(/^not ok gone: .*gone\.json: ENOENT/u),
    '1 passed, 2 failed, 0 skipped',
  ]);
  expect(passed).toBe(false);
  expect(said([GOOD]).passed).toBe(true);
});

test('tells where a ladder parts from that of another profile', () => {
  expect(said([GOOD], 'rfc9293').lines).toEqual([
    expect.stringMatching(/^not ok 07-data-lost-once: segment 5: recorded A PSH,ACK SEQ 1 ACK 1 \(100\) at [\d.]+ ms, the engine has no further segment$/u),
    '0 passed, 1 failed, 0 skipped',
  ]);
});
