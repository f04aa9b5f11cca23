import { expect, test } from 'vitest';
import { PROFILES } from '../../tcp/profiles.ts';
import { seq } from '../../tcp/seq.ts';
import type { Options } from '../../tcp/option.ts';
import { layoutOptions } from './layout.ts';

const ts = { val: 1, ecr: 0 };
const PLAIN: Options = { mss: 1460, wscale: 6, sackPermitted: true };
const SYN: Options = { ...PLAIN, ts };
const DATA: Options = { ts: { val: 1, ecr: 2 }, sack: [{ left: seq(1), right: seq(2) }] };

function text(options: Options, system: 'freebsd' | 'linux'): string {
  return layoutOptions(options, PROFILES[system].optionLayout, system === 'linux' ? 'linux' : 'bsd').map(({ kind }) => kind).join();
}

test.each<readonly [Options, string, string]>([
  [SYN, 'mss,nop,wscale,sackOK,TS', 'mss,sackOK,TS,nop,wscale'],
  [PLAIN, 'mss,nop,wscale,sackOK,eol,eol', 'mss,nop,nop,sackOK,nop,wscale'],
  [{ mss: 1460, sackPermitted: true }, 'mss,sackOK,eol,eol', 'mss,nop,nop,sackOK'],
  [{ mss: 1460, wscale: 6, ts }, 'mss,nop,wscale,nop,nop,TS', 'mss,nop,nop,TS,nop,wscale'],
  [{ mss: 1460 }, 'mss', 'mss'],
  [DATA, 'nop,nop,TS,nop,nop,sack', 'nop,nop,TS,nop,nop,sack'],
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
