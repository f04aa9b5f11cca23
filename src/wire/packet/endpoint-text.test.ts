import { expect, test } from 'vitest';
import { endpointText } from './endpoint-text.ts';

test('an IPv6 address stands in brackets before its port', () => {
  expect([endpointText({ address: '10.0.0.1', port: 80 }), endpointText({ address: '::1', port: 80 })]).toEqual(['10.0.0.1:80', '[::1]:80']);
});
