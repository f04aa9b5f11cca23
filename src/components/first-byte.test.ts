import { expect, test } from 'vitest';
import { waysToFirstByte } from './first-byte.ts';

test('the request leaves after one round trip of TCP, a second of TLS, and cookies, QUIC and early data save them', () => {
  expect(waysToFirstByte().map(({ id, leaves, isRun }) => [id, leaves, isRun])).toEqual([
    ['tcp', 1, true],
    ['tls', 2, true],
    ['tls-fast-open', 1, true],
    ['early-fast-open', 0, true],
    ['quic', 1, false],
    ['quic-early', 0, false],
  ]);
});

test("TLS over TCP: the hello travels with the handshake's third segment, and over Fast Open with its first", () => {
  const arrows = waysToFirstByte().flatMap(({ id, arrows }) => (id.startsWith('tls') ? [arrows] : []));
  expect(arrows).toEqual([
    [
      { from: 'A', at: 0, flags: ['SYN'], content: null },
      { from: 'B', at: 0.5, flags: ['SYN,ACK'], content: null },
      { from: 'A', at: 1, flags: ['ACK'], content: 'hello' },
      { from: 'B', at: 1.5, flags: [], content: 'answer' },
      { from: 'A', at: 2, flags: [], content: 'finished-request' },
    ],
    [
      { from: 'A', at: 0, flags: ['SYN'], content: 'hello' },
      { from: 'B', at: 0.5, flags: ['SYN,ACK'], content: 'answer' },
      { from: 'A', at: 1, flags: ['ACK'], content: 'finished-request' },
    ],
  ]);
});
