import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROFILE_NAMES, type ProfileName } from '../tcp/profile.ts';
import { readScript } from '../packetdrill/read/read.ts';
import { DEFINED, STANDARD } from '../packetdrill/read/token.ts';
import { runScript } from '../packetdrill/run/run.ts';
import { definitionsOf, runFiles } from './packetdrill.ts';

const SCRIPTS = 'test/packetdrill';

function scriptsOf(profile: ProfileName): readonly string[] {
  return readdirSync(join(SCRIPTS, profile)).filter((file) => file.endsWith('.pkt')).map((file) => join(SCRIPTS, profile, file));
}

function said(files: readonly string[], profile: ProfileName): { readonly passed: boolean; readonly lines: readonly string[] } {
  const lines: string[] = [];
  return { passed: runFiles(files, profile, DEFINED[profile], (line) => lines.push(line)), lines };
}

describe.each(PROFILE_NAMES)("the project's own scripts for %s", (profile) => {
  const files = scriptsOf(profile);

  test('pass, without a word after their end', () => {
    const { passed, lines } = said(files, profile);
    expect(lines).toEqual([...files.map((file) => `ok ${file}`), `${files.length} passed, 0 failed, 0 skipped`]);
    expect(passed).toBe(true);
  });

  test.each(files)('%s fails where one of its expectations is taken out, or is another', (file) => {
    const script = readScript(readFileSync(file, 'utf8'));
    const last = script.events.findLastIndex(({ action }) => action.type === 'inject' || action.type === 'call');
    for (const [index, { action, when }] of script.events.entries()) {
      if (action.type !== 'expect') continue;
      const without = script.events.filter((_event, other) => other !== index);
      // A line that waits for its segment also moves the clock on: without it the segment may not have left when the script ends.
      const atOnce = when.type === 'after' && when.us === 0;
      if (atOnce && index < last) expect(runScript({ ...script, events: without }, { profile }).type, `without event ${index}`).toBe('failed');
      const wrong = { ...action, segment: { ...action.segment, length: action.segment.length + 1 } };
      const changed = script.events.map((event, other) => (other === index ? { ...event, action: wrong } : event));
      expect(runScript({ ...script, events: changed }, { profile }).type, `another event ${index}`).toBe('failed');
    }
  });
});

test('says of each file how it came out, with what was expected where it failed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-packetdrill-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const good = file('good.pkt', '0 < S 0:0(0) win 9\n+0 > R. 0:0(0) ack 1\n');
  const bad = file('bad.pkt', '0 < S 0:0(0) win 9\n+0 > R. 0:0(0) ack 2\n');
  const strange = file('strange.pkt', '0 < udp (10)\n');
  const gone = join(folder, 'gone.pkt');
  const { passed, lines } = said([good, bad, strange, gone], 'rfc9293');
  expect(passed).toBe(false);
  expect(lines.slice(0, 7)).toEqual([
    `ok ${good}`,
    `not ok ${bad}`,
    `  at: ${bad}:2`,
    '  expected: > R. 0:0(0) ack 2 at 0.000 s',
    '  came: > R. 0:0(0) ack 1 win 0 at 0.000 s (another acknowledgment number)',
    '  endpoint: CLOSED',
    `skip ${strange} line 1: the engine speaks TCP, not udp`,
  ]);
  expect(lines[7]).toBe(`not ok ${gone}`);
  expect(lines.at(-1)).toBe('1 passed, 2 failed, 1 skipped');
  expect(said([strange], 'rfc9293').passed).toBe(true);
});

test('--define names symbols, with a value or without, in place of what the profile defines', () => {
  expect(definitionsOf([], 'rfc9293')).toEqual(STANDARD);
  expect(PROFILE_NAMES.map((profile) => [...definitionsOf([], profile).keys()])).toEqual([['STANDARD'], ['Linux', 'TFO_COOKIE'], ['FreeBSD']]);
  expect([...definitionsOf(['FreeBSD', 'CC="reno"', 'A=b=c'], 'linux')]).toEqual([['FreeBSD', null], ['CC', '"reno"'], ['A', 'b=c']]);
});
