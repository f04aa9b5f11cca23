import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { called } from '../../../test/called.ts';

describe('handshake simulate', () => {
  it('prints the segments of a scenario of the course as a table', async () => {
    expect(await called(['simulate', 'syn-lost'])).toEqual({
      code: 0,
      error: '',
      out: `Sent    From → to        Control bits  SEQ  ACK  LEN  What became of it
0 ms    Client → Server  SYN           100  –    0    lost
1 s     Client → Server  SYN           100  –    0    retransmission 1 · arrived at 1.05 s
1.05 s  Server → Client  SYN, ACK      300  101  0    arrived at 1.1 s
1.1 s   Client → Server  ACK           101  301  0    arrived at 1.15 s

At the end both the client and the server are in ESTABLISHED.
`,
    });
  });

  it('does so in Korean, the columns one below the other on a terminal', async () => {
    expect((await called(['simulate', 'refused', '--language', 'ko'])).out).toBe(`보낸 때  방향               제어 비트  SEQ  ACK  LEN  결과
0 ms     클라이언트 → 서버  SYN        100  –    0    50 ms에 도착
50 ms    서버 → 클라이언트  RST, ACK   0    101  0    100 ms에 도착

마지막에 클라이언트와 서버 모두 CLOSED 상태입니다.
`);
  });

  it('tells the story of a run, with the clause of each rule', async () => {
    const { out } = await called(['simulate', 'refused', '-f', 'story']);
    expect(out.split('\n\n')[1]).toBe(`2. 50 ms  SYN SEQ=100 from the client arrives at the server.
   - The server sends RST,ACK SEQ=0 ACK=101.
   RFC 9293 §3.10.7.1: There is no connection at the server, so it answers with RST. The segment has no ACK from which a SEQ could be taken: the RST has SEQ=0 and shows by ACK=101 what it answers, namely SEQ 100 plus 1, SYN and FIN counted.`);
  });

  it('writes the Mermaid text of what stands on its standard input', async () => {
    expect(await called(['simulate', '-f', 'mermaid', '-'], { input: 'client connects\nstop at 10 ms\n' })).toEqual({
      code: 0,
      error: '',
      out: `sequenceDiagram
participant A as Client<br/>CLOSED
participant B as Server<br/>CLOSED
Note over A: connects<br/>CLOSED ↓<br/>SYN-SENT
A-->B: SYN<br/>SEQ=100
`,
    });
  });

  it('writes everything as JSON', async () => {
    const { out, code } = await called(['simulate', 'refused', '--format', 'json']);
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot('__snapshots__/refused.trace.json');
  });

  it('says what is wrong with a text, where, and what was probably meant', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'handshake-simulate-'));
    const file = join(folder, 'mine.scenario');
    writeFileSync(file, 'server listens\nclient conects\n');
    const { code, out, error } = await called(['simulate', file]);
    expect([code, out]).toEqual([1, '']);
    expect(error.split('\n').slice(0, 3)).toEqual([`${file}:2:8  error  “conects” is not a word that scenarios know.`, ' 2 | client conects', '   |        ^']);
    expect(error.split('\n')[3]).toMatch(/^ “connects” was probably meant\./);
    // As a person names it from there.
    expect((await called(['simulate', 'mine.scenario'], { cwd: folder })).error.split('\n')[0]).toBe('mine.scenario:2:8  error  “conects” is not a word that scenarios know.');
  });

  it('prints a run that does not end as it says, and tells so', async () => {
    expect(await called(['simulate'], { input: 'client connects\n  expect client LISTEN' })).toEqual({
      code: 1,
      out: `Sent   From → to        Control bits  SEQ  ACK  LEN  What became of it
0 ms   Client → Server  SYN           100  –    0    arrived at 50 ms
50 ms  Server → Client  RST, ACK      0    101  0    arrived at 100 ms

At the end both the client and the server are in CLOSED.
`,
      error: `stdin:2:3  error  The scenario says “expect client LISTEN”, but the run gives CLOSED.
 2 |   expect client LISTEN
   |   ^
 Correct the expectation, or what happens before it.
`,
    });
  });

  it('puts other habits in place of those of the scenario, and then expects nothing', async () => {
    const ends = async (...args: readonly string[]) => (await called(['simulate', 'syn-given-up', ...args])).out.trimEnd().split('\n');
    expect((await ends()).length).not.toBe((await ends('--profile', 'linux')).length);
    expect(await called(['simulate', '--profile', 'freebsd'], { input: 'expect client ESTABLISHED\n' })).toMatchObject({ code: 0, error: '' });
  });

  it('says what it cannot do', async () => {
    expect(await called(['simulate', 'three-wya'])).toEqual({ code: 2, out: '', error: 'error: There is no file and no scenario of the course “three-wya”. Did you mean “three-way”?\n' });
    expect(await called(['simulate', 'three-way', '--format', 'svg'])).toEqual({ code: 2, out: '', error: "error: option '-f, --format <format>' argument 'svg' is invalid. Allowed choices are table, story, mermaid, json.\n" });
  });

  it('has colours on a terminal that wants them, and nowhere else', async () => {
    const error = async (env: Readonly<Record<string, string>>) => (await called(['simulate'], { input: 'x', env })).error;
    expect(await error({})).not.toContain('\u001b[');
    expect(await error({ FORCE_COLOR: '1' })).toContain('\u001b[36mstdin:1:1\u001b[39m');
    expect(await error({ NO_COLOR: '1' })).not.toContain('\u001b[');
  });
});
