import { describe, expect, it } from 'vitest';
import { fixOf } from './fix.ts';
import { parse } from './parse.ts';

describe('what was probably meant', () => {
  it.each([
    ['cleint listens', 'client'],
    ['lose client SYNACK', 'SYN,ACK'],
    ['lose client SYN ACK', 'SYN,ACK'],
    ['when server is CLOSE‐WAIT, server closes', '-'],
    ['delay 50', '50 ms'],
    ['delay 50 mls', 'ms'],
    ['expect client told conection rest', 'connection reset'],
    ['profile rfc793', 'rfc9293'],
    ['server listens\nclient conects', 'connects'],
    // Still no sentence, so it is no help.
    ['conect client', null],
    ['client closes now', null],
    ['client window -1', null],
  ])('%j', (text, fixed) => {
    expect(fixOf(text, parse(text).problems[0]!)).toBe(fixed);
  });
});
