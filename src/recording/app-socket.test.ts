import { expect, test } from 'vitest';
import { PROFILES } from '../tcp/profiles.ts';
import { FRESH, abortsOnClose, profileFor, settingsFor, type AppSocket } from './app-socket.ts';

const KEEP_ALIVE = { idle: 7_200_000, interval: 75_000, probes: 9 };
const { linux, rfc9293 } = PROFILES;

function having(options: Readonly<Record<string, string>>): AppSocket {
  return { ...FRESH, options: new Map(Object.entries(options)) };
}

test.each([['{on,0}', true], ['{1,0}', true], ['{on, 0}', true], ['on=1, linger=0', true], ['{on,5}', false], ['{off,0}', false], ['{0,0}', false], ['{on,10}', false]])('SO_LINGER %s: close() aborts: %s', (value, aborts) => {
  expect(abortsOnClose(having({ SO_LINGER: value }))).toBe(aborts);
});

test('what is set on a socket is heeded by its connection', () => {
  expect(profileFor(linux, FRESH)).toEqual(linux);
  expect(profileFor(linux, having({ TCP_NODELAY: '1', TCP_SYNCNT: '2', TCP_LINGER2: '3', TCP_DEFER_ACCEPT: '5' }))).toEqual({ ...linux, nagle: false, r2Syn: 7000, finWait2: 3000, deferAccept: 3 });
  expect(profileFor(rfc9293, having({ TCP_LINGER2: '3', TCP_DEFER_ACCEPT: '5' }))).toEqual(rfc9293);
  expect([1, 2, 3, 4, 7, 8].map((seconds) => profileFor(linux, having({ TCP_DEFER_ACCEPT: String(seconds) })).deferAccept)).toEqual([1, 2, 2, 3, 3, 4]);
  expect(settingsFor(FRESH, KEEP_ALIVE)).toEqual({ keepAlive: null, userTimeout: null });
  expect(settingsFor(having({ TCP_KEEPIDLE: '1' }), KEEP_ALIVE).keepAlive).toBeNull();
  expect(settingsFor(having({ SO_KEEPALIVE: '1', TCP_KEEPIDLE: '1', TCP_KEEPCNT: '3', TCP_USER_TIMEOUT: '5000', TCP_CORK: '1' }), KEEP_ALIVE)).toEqual({ keepAlive: { idle: 1000, interval: 75_000, probes: 3 }, userTimeout: 5000, cork: true });
});
