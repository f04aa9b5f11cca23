import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { missingOptional, platformOf, type Lock } from '../../scripts/complete-lock.ts';

const text = readFileSync(join(import.meta.dirname, '..', '..', 'package-lock.json'), 'utf8');
const lock = JSON.parse(text) as Lock;

test('package-lock.json lists the optional packages of every platform, without which npm ci refuses it; otherwise: node scripts/complete-lock.ts', () => {
  expect(missingOptional(lock)).toEqual([]);
});

test('package-lock.json names no server but the public registry', () => {
  const servers = new Set([...text.matchAll(/"resolved": "([a-z+]+:\/\/[^/"]+)/gu)].map(([, server]) => server));
  expect([...servers].filter((server) => server !== 'https://registry.npmjs.org')).toEqual([]);
  expect(text).not.toMatch(/"resolved": "file:/u);
});

test.each([
  ['@x/binding-linux-x64-gnu', { cpu: ['x64'], os: ['linux'], libc: ['glibc'] }],
  ['@x/binding-linux-arm-musleabihf', { cpu: ['arm'], os: ['linux'], libc: ['musl'] }],
  ['@x/darwin-arm64', { cpu: ['arm64'], os: ['darwin'] }],
  ['@x/windows-x64', { cpu: ['x64'], os: ['win32'] }],
  ['@x/binding-wasm32-wasi', { cpu: ['wasm32'] }],
  ['fsevents', null],
])('the platform of %s', (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});
