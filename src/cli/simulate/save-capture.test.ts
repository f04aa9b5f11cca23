import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { called } from '../../../test/called.ts';
import { courseTrace, courseWords } from '../../../test/course-traces.ts';
import { passing } from '../../narration/passing.ts';
import { captureFile, type CaptureWish } from '../../wire/capture-file.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'capture-'));
const trace = courseTrace('syn-lost');
const written = (file: string, wish: Partial<CaptureWish> & { readonly language?: 'en' | 'ko' } = {}) => {
  const remark = passing(trace, courseWords(wish.language ?? 'en'));
  expect(readFileSync(file).equals(captureFile(trace, { view: 'A', format: 'pcapng', ip: 4, remark, ...wish }))).toBe(true);
};

it('saves the run as seen at the left host as pcapng, and prints it as ever', async () => {
  const file = join(FOLDER, 'left.pcapng');
  expect(await called(['simulate', 'syn-lost', '--pcap', file])).toEqual(await called(['simulate', 'syn-lost']));
  written(file);
});

it('saves it as seen at the host that is named, as pcap, between IPv6 addresses, with comments in either language', async () => {
  const [pcap, korean] = [join(FOLDER, 'right.PCAP'), join(FOLDER, 'right')];
  expect((await called(['simulate', 'syn-lost', '--pcap', pcap, '--view', 'Server', '--ipv6'])).code).toBe(0);
  written(pcap, { view: 'B', format: 'pcap', ip: 6 });
  expect((await called(['simulate', 'syn-lost', '--pcap', korean, '--view', 'server', '-l', 'ko'])).code).toBe(0);
  written(korean, { view: 'B', language: 'ko' });
});

it('writes nothing but the capture where that goes to the standard output', async () => {
  const { code, out } = await called(['simulate', 'three-way', '--pcap', '-']);
  expect([code, out.slice(0, 4), out.includes('From → to')]).toEqual([0, '\n\r\r\n', false]);
});

it.each([
  [['--view', 'nobody'], 'error: There is no host “nobody” in this scenario: a capture can be taken at client or server.\n'],
  [['--pcap', join(FOLDER, 'no', 'folder')], /^error: .*folder cannot be written: ENOENT/u],
])('says what it cannot do: %s', async (args, error) => {
  const { code, error: said } = await called(['simulate', 'three-way', '--pcap', join(FOLDER, 'x'), ...args]);
  expect([code, said]).toEqual([2, typeof error === 'string' ? error : expect.stringMatching(error)]);
});

it('asks for the file where only the way of taking it is said', async () => {
  expect(await called(['simulate', 'three-way', '--view', 'server'])).toEqual({ code: 2, out: '', error: 'error: --view and --ipv6 say how a capture is taken: --pcap has to name its file.\n' });
});
