import { expect, test } from 'vitest';
import { PROFILES } from '../../tcp/profiles.ts';
import { ack, comes, env, server, standing, strayAck, syn } from './builders.ts';
import { happen } from './happen.ts';

const always = { ...PROFILES.linux, synCookies: 'always' as const };
const linux = PROFILES.linux;

test('a SYN answered by a cookie leaves nothing at the host but the number', () => {
  const answered = comes(server(2, always), 50_001, syn, always);
  expect(answered.because).toEqual(['listener.cookie']);
  expect(answered.effects.map(({ type }) => type)).toEqual(['choose ISS', 'emit']);
  expect([answered.host.connections, answered.connection]).toEqual([[], null]);
});

test('the ACK of the cookie makes the connection; another number, another sender, and one that comes too late do not', () => {
  const { host } = comes(server(2, always), 50_001, syn, always);
  expect(standing(comes(host, 50_001, ack(300), always).host)).toEqual(['50001 ESTABLISHED waiting']);
  for (const [from, segment, now] of [[50_001, ack(301), 0], [50_002, ack(300), 0], [50_001, strayAck, 0], [50_001, ack(300), 120_000]] as const) {
    const refused = comes(host, from, segment, always, now);
    expect([refused.because, refused.host.connections]).toEqual([['listen.ack'], []]);
  }
});

test('a repeated SYN draws the same cookie', () => {
  const once = comes(server(2, always), 50_001, syn, always);
  const twice = comes(once.host, 50_001, syn, always, 1000);
  expect(twice.effects.map(({ type }) => type)).toEqual(['emit']);
  expect(twice.host.issChosen).toBe(1);
  expect(standing(comes(twice.host, 50_001, ack(300), always, 1100).host)).toEqual(['50001 ESTABLISHED waiting']);
});

test('Linux gives cookies only where no room is left', () => {
  const one = comes(server(0, linux), 50_001, syn, linux);
  expect(one.because).toEqual(['listen.syn', 'listener.begins']);
  expect(comes(one.host, 50_002, syn, linux).because).toEqual(['listener.cookie']);
});

test('who waits for data puts an empty ACK aside, and sends the SYN,ACK again only at the last of the timeouts', () => {
  const profile = { ...linux, deferAccept: 3 };
  const half = comes(server(2, profile), 50_001, syn, profile).host;
  const aside = comes(half, 50_001, ack(300), profile, 100);
  expect([aside.because, standing(aside.host)]).toEqual([['listener.defers'], ['50001 SYN-RECEIVED half-open']]);
  const sends: boolean[] = [];
  let { host } = aside;
  for (const now of [1000, 3000, 7000]) {
    const timeout = happen(host, 0, host.connections[0]!, { type: 'RETRANSMISSION TIMEOUT' }, env(profile, now));
    sends.push(timeout.effects.some(({ type }) => type === 'emit'));
    host = timeout.host;
  }
  expect(sends).toEqual([false, false, true]);
  expect(standing(comes(host, 50_001, ack(300), profile, 7100).host)).toEqual(['50001 ESTABLISHED waiting']);
});
