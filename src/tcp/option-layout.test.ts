import { expect, test } from 'vitest';
import { PROFILES } from './profiles.ts';
import { seq } from './seq.ts';
import type { Options } from './option.ts';
import { layoutOptions } from './option-layout.ts';

const ts = { val: 1, ecr: 0 };
const PLAIN: Options = { mss: 1460, wscale: 6, sackPermitted: true };
const SYN: Options = { ...PLAIN, ts };
const DATA: Options = { ts: { val: 1, ecr: 2 }, sack: [{ left: seq(1), right: seq(2) }] };

function text(options: Options, system: 'freebsd' | 'linux'): string {
  return layoutOptions(options, PROFILES[system].optionLayout, system === 'linux' ? 'linux' : 'bsd').map(({ kind }) => kind).join();
}

test.each<readonly [Options, string, string]>([
  [SYN, 'mss,nop,wscale,sackPermitted,ts', 'mss,sackPermitted,ts,nop,wscale'],
  [PLAIN, 'mss,nop,wscale,sackPermitted,eol,eol', 'mss,nop,nop,sackPermitted,nop,wscale'],
  [{ mss: 1460, sackPermitted: true }, 'mss,sackPermitted,eol,eol', 'mss,nop,nop,sackPermitted'],
  [{ mss: 1460, wscale: 6, ts }, 'mss,nop,wscale,nop,nop,ts', 'mss,nop,nop,ts,nop,wscale'],
  [{ mss: 1460 }, 'mss', 'mss'],
  [DATA, 'nop,nop,ts,nop,nop,sack', 'nop,nop,ts,nop,nop,sack'],
  [{}, '', ''],
])('%j', (options, freebsd, linux) => {
  expect(text(options, 'freebsd')).toBe(freebsd);
  expect(text(options, 'linux')).toBe(linux);
});

test('whatever options there are fill whole 32-bit words', () => {
  for (let bits = 0; bits < 32; bits += 1) {
    const options: Options = {
      ...(bits & 1 ? { mss: 5 } : {}),
      ...(bits & 2 ? { wscale: 5 } : {}),
      ...(bits & 4 ? { sackPermitted: true as const } : {}),
      ...(bits & 8 ? { ts: { val: 1, ecr: 1 } } : {}),
      ...(bits & 16 ? { sack: [{ left: seq(1), right: seq(2) }] } : {}),
    };
    for (const system of ['freebsd', 'linux'] as const) {
      const placed = layoutOptions(options, PROFILES[system].optionLayout, system === 'linux' ? 'linux' : 'bsd');
      expect(placed.reduce((sum, { length }) => sum + length, 0) % 4).toBe(0);
    }
  }
});
