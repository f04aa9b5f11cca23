import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { conversations, isOf } from '../../capture/conversations.ts';
import { observe } from '../../capture/observe.ts';
import { parse } from '../../scenario/parse.ts';
import { called } from '../../../test/called.ts';
import { readWhole, segmentsIn } from '../../../test/captures/read-whole.ts';
import { captureJson } from './capture-json.ts';
import { captureShape } from './capture-shape.ts';

const RECORDINGS = 'test/captures/recordings';
const FORMATS = 'test/captures/formats';

describe('handshake pcap read', () => {
  it('lists the conversations of a capture, and what happened to each', async () => {
    expect(await called(['pcap', 'read', `${RECORDINGS}/31-syn-cookies-B.pcap`])).toEqual({
      code: 0,
      error: '',
      out: `No.  From and to                     What happened                                           Segments  Data  Begins at  Lasts
0    10.9.0.1:50001 → 10.9.0.2:8055  Half-open: SYN,ACK sent 2 times and never acknowledged  3         0     0 ms       1 s
1    10.9.0.1:50002 → 10.9.0.2:8055  Half-open: SYN,ACK sent 2 times and never acknowledged  3         0     30.33 ms   1 s
2    10.9.0.1:50003 → 10.9.0.2:8055  Half-open: SYN,ACK sent 2 times and never acknowledged  3         0     60.5 ms    1.01 s
3    10.9.0.1:50004 → 10.9.0.2:8055  Half-open: the SYN,ACK was never acknowledged           2         0     90.88 ms   0.06 ms
4    10.9.0.1:40055 → 10.9.0.2:8055  Handshake complete · Still open                         5         100   151.73 ms  61.38 ms
`,
    });
  });

  it('follows one of them, and remarks on what does not fit', async () => {
    const { code, error, out } = await called(['pcap', 'read', `${RECORDINGS}/24-fast-retransmit.pcap`, '--conversation', '0', '--relative']);
    expect([code, error]).toEqual([0, '']);
    const lines = out.trimEnd().split('\n');
    expect(lines.slice(0, 4)).toEqual(['10.9.0.1:40039 → 10.9.0.2:8039', 'Handshake complete · Still open', 'Frames 1 to 28, in 243.2 ms', '']);
    expect(lines.filter((line) => line.endsWith(' lost'))).toEqual([expect.stringMatching(/PSH, ACK +201 +1 +100 +lost$/)]);
    expect(lines.at(-1)).toMatch(/^- Frame 6: It was lost on its way.* in frame 21, .*RFC 9293 §3\.8\.1$/);
  });

  it('counts the times of a conversation from its beginning', async () => {
    const { out } = await called(['pcap', 'read', `${RECORDINGS}/50-tcp-fast-open.pcap`, '-c', '1']);
    expect(out.split('\n').slice(2, 6)).toEqual(['Frames 10 to 17, in 206.85 ms', '', expect.stringMatching(/^Sent /), expect.stringMatching(/^0 ms .* SYN /)]);
  });

  it('reads a compressed capture from the standard input, in Korean, too', async () => {
    const file = readFileSync(`${FORMATS}/gzipped.pcap.gz`);
    const folder = mkdtempSync(join(tmpdir(), 'pcap-'));
    const plain = join(folder, 'plain.pcap');
    writeFileSync(plain, readFileSync(`${FORMATS}/vlan.pcap`));
    writeFileSync(`${plain}.gz`, gzipSync(readFileSync(plain)));
    expect((await called(['pcap', 'read', `${plain}.gz`, '-c', '0', '-f', 'story'])).out).toBe((await called(['pcap', 'read', plain, '-c', '0', '-f', 'story'])).out);
    const [korean, english] = await Promise.all(['ko', 'en'].map((language) => called(['pcap', 'read', '-', '-l', language], { input: file })));
    expect(korean?.out).toContain('세그먼트 셋으로 닫힘');
    expect(english?.out).toContain('10.9.0.1:40004 → 10.9.0.2:8004');
  });

  it('tells what whoever wrote the file says of its segments, as nothing that a terminal obeys', async () => {
    const file = `${FORMATS}/comments.pcapng`;
    const { out } = await called(['pcap', 'read', file, '-c', '0', '-f', 'story']);
    expect(out.trimEnd().split('\n').slice(-3)).toEqual(['Comments in the file:', '- Frame 1: SYN of the client', '- Frame 3: handshake done']);
    const json = captureShape.parse(JSON.parse((await called(['pcap', 'read', file, '-c', '0', '-f', 'json'])).out));
    expect(json).toMatchObject({ comments: [{ segment: 0, frame: 1, says: 'SYN of the client' }, { segment: 2, frame: 3, says: 'handshake done' }] });
    const hostile = Uint8Array.from(Buffer.from(readFileSync(file).toString('latin1').replace('SYN of the client', 'SYN\x1b[2J\n the\rent!'), 'latin1'));
    expect((await called(['pcap', 'read', '-', '-c', '0'], { input: Buffer.from(hostile) })).out).toContain('- Frame 1: SYN\ufffd[2J the ent!\n');
  });

  it('draws a conversation as Mermaid', async () => {
    const { out } = await called(['pcap', 'read', `${RECORDINGS}/03-syn-lost-once.pcap`, '-c', '0', '-f', 'mermaid']);
    expect(out).toMatch(/^sequenceDiagram\n[^]*A-xB: SYN · lost/);
  });

  it('makes a scenario of a conversation, which can be run as it is printed', async () => {
    const { code, out, error } = await called(['pcap', 'read', `${RECORDINGS}/03-syn-lost-once.pcap`, '-c', '0', '--relative', '-f', 'scenario']);
    expect({ code, out, error }).toEqual({
      code: 0,
      error: '',
      out: `# 10.9.0.1:40004 → 10.9.0.2:8004
# Run as a scenario, each host sends the same segments in the same order.
delay 20 ms
client ISS 0
server ISS 0

lose client SYN

server listens
client connects
client sends 100
`,
    });
    expect(parse(out).problems).toEqual([]);
  });

  it('prints what could be read of a damaged capture, and says where it breaks', async () => {
    const { code, out, error } = await called(['pcap', 'read', `${FORMATS}/truncated-mid-packet.pcap`]);
    expect([code, out.split('\n')]).toEqual([1, [expect.stringMatching(/^No\./), expect.stringMatching(/^0 {4}10\.9\.0\.1:40004/), '']]);
    expect(error).toMatch(/^test\/captures\/formats\/truncated-mid-packet\.pcap: The file ends inside a record: at least 37 octets are missing\. That is at octet 789, where frame 10 should be\./);
  });

  it.each([
    ['not-a-capture.pcap', 'This is a text file, and no capture.'],
    ['zero-bytes.pcap', 'The file is empty.'],
  ])('says what %s is', async (file, what) => {
    const { code, out, error } = await called(['pcap', 'read', `${FORMATS}/${file}`]);
    expect([code, out, error.split('\n')[0]]).toEqual([1, '', `${FORMATS}/${file}: ${what}`]);
  });

  it('says where there is nothing to list', async () => {
    expect((await called(['pcap', 'read', `${FORMATS}/no-tcp.pcap`])).out).toBe('There is no TCP in this capture.\n\nFrames that are no TCP segments: 2. UDP (1), ARP (1).\n');
    expect((await called(['pcap', 'read', `${FORMATS}/unsupported-linktype.pcap`])).out).toBe('There is no TCP in this capture.\n\nFrames that are no TCP segments: 1. Link type 105, which is not read here (1).\n');
    expect((await called(['pcap', 'read', `${FORMATS}/header-only.pcap`])).out).toBe('This is a capture file without a single frame.\n');
  });

  it.each([
    [['nowhere.pcap'], 'error: There is no file “nowhere.pcap”.\n'],
    [['src'], 'error: “src” is a folder.\n'],
    [[`${RECORDINGS}/13-closed-port.pcap`, '-c', '1'], `error: ${RECORDINGS}/13-closed-port.pcap has no conversation 1: there are 1, from 0 on.\n`],
    [[`${RECORDINGS}/13-closed-port.pcap`, '-f', 'scenario'], 'error: --format scenario is for one conversation: say which with --conversation.\n'],
    [[`${RECORDINGS}/13-closed-port.pcap`, '-f', 'story'], 'error: --format story is for one conversation: say which with --conversation.\n'],
  ])('cannot read %s', async (args, error) => {
    expect(await called(['pcap', 'read', ...args])).toEqual({ code: 2, out: '', error });
  });
});

describe('as JSON', () => {
  it('is a list of conversations', async () => {
    const { out } = await called(['pcap', 'read', `${FORMATS}/truncated-mid-packet.pcap`, '-f', 'json']);
    const read = captureShape.parse(JSON.parse(out));
    expect(read).toMatchObject({ format: 'handshake-capture', frames: 9, segments: 9, conversations: [{ number: 0, ends: { client: { address: '10.9.0.1', port: 40004 } }, opening: { type: 'handshake' } }], problem: { type: 'file ends', offset: 789, frame: 10 } });
  });

  // Whatever the observer does, one of these has it: forged and lost segments, an older connection, a cookie, both ends opening.
  it.each(['13-closed-port', '15-simultaneous-open-B', '20b-rst-in-window-B', '24c-data-lost-sack-tlp', '26b-syn-hits-time-wait-allopts', '27-ipv6', '31-syn-cookies-B', '50-tcp-fast-open'])('each conversation of %s has the form that is documented', (file) => {
    const segments = segmentsIn(readWhole(readFileSync(join(RECORDINGS, `${file}.pcap`))));
    const found = conversations();
    for (const segment of segments) found.add(segment, 0);
    for (const conversation of found.list()) {
      const json: unknown = JSON.parse(JSON.stringify(captureJson({ conversation, observed: observe(conversation, segments.filter((segment) => isOf(conversation, segment))), comments: [] })));
      expect(captureShape.parse(json)).toEqual(json);
    }
  });
});
