import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action, ScriptEvent, ScriptSegment } from '../script.ts';
import { readScript } from './read.ts';

function only(text: string): ScriptEvent {
  const script = readScript(text);
  expect(script.obstacle).toBeNull();
  expect(script.events).toHaveLength(1);
  return script.events[0]!;
}

function segmentOf(text: string): ScriptSegment {
  const { action } = only(text);
  if (action.type !== 'inject' && action.type !== 'expect') throw new Error(action.type);
  return action.segment;
}

function callOf(text: string): Extract<Action, { type: 'call' }>['call'] {
  const { action } = only(text);
  if (action.type !== 'call') throw new Error(action.type);
  return action.call;
}

describe('times', () => {
  test.each([
    ['0 `true`', { type: 'at', us: 0 }],
    ['1.5 `true`', { type: 'at', us: 1_500_000 }],
    ['+.1 `true`', { type: 'after', us: 100_000 }],
    ['+ 0.25 `true`', { type: 'after', us: 250_000 }],
    ['* > . 1:1(0) ack 1', { type: 'any' }],
    ['+0~+.1 > . 1:1(0) ack 1', { type: 'after between', from: 0, to: 100_000 }],
    ['1~2 > . 1:1(0) ack 1', { type: 'at between', from: 1_000_000, to: 2_000_000 }],
    ['`true`', { type: 'after', us: 0 }],
  ])('%s', (text, when) => expect(only(text).when).toEqual(when));

  test.each([
    ['-1 `true`', 'the time -1 is negative'],
    ['+.2~+.1 > . 1:1(0) ack 1', 'the time range ends before it begins'],
    ['* < . 1:1(0) ack 1', 'only a segment that is expected may have a range of times'],
  ])('%s cannot be right', (text, reason) => {
    expect(readScript(text).obstacle).toEqual({ line: 1, kind: 'contradiction', reason });
  });
});

describe('segments', () => {
  test('every part', () => {
    expect(segmentOf('+0 <[ect0] 10 > 20 SPUEW. 1:101(100) ack 7 win 5 urg 3 <mss 1460,nop,wscale 6,sackOK,TS val 100 ecr 0>')).toEqual({
      ecn: 'ect0',
      ports: { from: 10, to: 20 },
      flags: ['SYN', 'PSH', 'URG', 'ECE', 'CWR', 'ACK'],
      seq: 1,
      length: 100,
      ack: 7,
      win: 5,
      urg: 3,
      options: [{ kind: 'mss', value: 1460 }, { kind: 'nop' }, { kind: 'wscale', value: 6 }, { kind: 'sackOK' }, { kind: 'TS', val: 100, ecr: 0 }],
    });
  });

  test('the ACK bit alone, no bit at all, and FIN with ACK', () => {
    expect(segmentOf('+0 < . 1:1(0) ack 1').flags).toEqual(['ACK']);
    expect(segmentOf('+0 < - 1:1(0)').flags).toEqual([]);
    expect(segmentOf('+0 < F. 1:1(0) ack 1').flags).toEqual(['FIN', 'ACK']);
  });

  test('what is not written, and what is written as not checked', () => {
    expect(segmentOf('+0 > S. ...(0) ack 9 <...>')).toEqual({
      ecn: null, ports: null, flags: ['SYN', 'ACK'], seq: null, length: 0, ack: 9, win: null, urg: null, options: 'unchecked',
    });
    expect(segmentOf('+0 > S 0:0(0) <TS val ... ecr 0>').options).toEqual([{ kind: 'TS', val: null, ecr: 0 }]);
  });

  test('SACK blocks, several to an option', () => {
    expect(segmentOf('+0 > . 1:1(0) ack 1 <nop, nop, sack 11:21 31:41>').options?.[2]).toEqual({ kind: 'sack', blocks: [{ left: 11, right: 21 }, { left: 31, right: 41 }] });
  });

  test.each([
    ['+0 < udp (100)', 'the engine speaks TCP, not udp'],
    ['+0 < icmp unreachable [0:10(10)]', 'the engine speaks TCP, not icmp'],
    ['+0.1 < [1:1(0)] icmp unreachable port_unreachable', 'the IP header field “1” is not one that the engine has'],
    ['+0.0 > sctp: INIT[flgs=0, tag=1]', 'the engine speaks TCP, not sctp'],
    ['+0 < ipv4 2.2.2.2 > 1.1.1.1: gre: . 1:1001(1000) ack 1', 'the engine speaks TCP, not ipv4'],
    ['+0 > (tos 0x20) . 1:1(0) ack 1', 'the IP header field “tos” is not one that the engine has'],
    ['+0 > SA 0:0(0)', '“A” in “SA” is not a flag that the engine has'],
    ['+0 > .5 1:1(0) ack 1', 'AccECN counters are not something that the engine has'],
    ['+0 < S 0:0(0) win 5 <mss 1460,FOEXP>', 'the TCP option FOEXP is not one that the engine has'],
    ['+0 < S 0:0(0) win 5 <mss 1460,FO MINE>', 'the cookie MINE is not hexadecimal digits (--define MINE=… says what a word stands for)'],
    ['+0 < S 0:0(0) win 5 <mss 1460,FO 123>', 'the cookie 123 is not hexadecimal digits (--define 123=… says what a word stands for)'],
    ['+0 < P. 1:21(20) ack 1 win 257 {rep tcp seq_num 0x01}', 'segments that are changed on their way ({…}) are not something that the engine has'],
  ])('%s is not ours', (text, reason) => {
    expect(readScript(text).obstacle).toEqual({ line: 1, kind: 'unsupported', reason });
  });

  test.each([
    ['+0 < . 1:20(3) ack 1', '1:20(3): 1 + 3 is not 20'],
    ['+0 < . 1:1(0) ack 1 win 65536', 'win 65536 does not fit its field'],
    ['+0 < S 0:0(0) win 5 <...>', 'only a segment that is expected may leave fields unchecked'],
    ['+0 < S ...(0) win 5', 'only a segment that is expected may leave fields unchecked'],
    ['+0 < S 0:0(0) <mss 70000>', 'mss 70000 does not fit its field'],
  ])('%s cannot be right', (text, reason) => {
    expect(readScript(text).obstacle).toEqual({ line: 1, kind: 'contradiction', reason });
  });
});

describe('calls', () => {
  test('arguments of every kind', () => {
    const text = '+0 f(3, ..., 0x10, "a" "b", O_RDWR | O_NONBLOCK, [65536], {onoff=1, linger=0}, [{..., 100}], inet_addr("1.2.3.4")) = 4';
    expect(callOf(text).args).toEqual([
      { type: 'number', value: 3 },
      { type: 'any' },
      { type: 'number', value: 16 },
      { type: 'text', text: 'ab' },
      { type: 'words', words: ['O_RDWR', 'O_NONBLOCK'] },
      { type: 'list', items: [{ type: 'number', value: 65536 }] },
      { type: 'fields', fields: { onoff: { type: 'number', value: 1 }, linger: { type: 'number', value: 0 } } },
      { type: 'list', items: [{ type: 'list', items: [{ type: 'any' }, { type: 'number', value: 100 }] }] },
      { type: 'text', text: '1.2.3.4' },
    ]);
  });

  test('a result with its error, or with a note only', () => {
    expect(callOf('+0 connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)')).toMatchObject({ result: { value: -1 }, errno: 'EINPROGRESS' });
    expect(callOf('+0 fcntl(3, F_GETFL) = 0x02 (flags O_RDWR|O_NONBLOCK)')).toMatchObject({ result: { value: 2 }, errno: null });
  });

  test('a call that blocks', () => {
    expect(callOf('+.1...0.2 accept(3, ..., ...) = 4').until).toBe(200_000);
    expect(callOf('+0...0 connect(3, ..., ...) = 0').until).toBe(0);
    expect(callOf('+0 close(3) = 0').until).toBeNull();
  });

  test('messages and addresses', () => {
    const { args } = callOf('+0 sendmsg(4, {msg_name(...)=..., msg_iov(1)=[{..., 100}], msg_flags=0}, 0) = 100');
    expect(args[1]).toMatchObject({ type: 'fields', fields: { msg_name: { type: 'any' }, msg_flags: { value: 0 } } });
    const bound = callOf('+0 bind(3, {sa_family = AF_INET, sin_port = htons(80), sin_addr = inet_addr("1.2.3.4")}, ...) = 0');
    expect(bound.args[1]).toMatchObject({ fields: { sin_port: { type: 'number', value: 80 } } });
  });
});

describe('whole scripts', () => {
  test('options, comments, commands, code, and the lines where they stand', () => {
    const script = readScript('// one\n--tolerance_usecs=75000 --mtu=1500\n/* a\n b */\n`./defaults.sh`\n\n0 %{\nassert x }%\n+0 close(3) = 0 // end\n');
    expect(script.obstacle).toBeNull();
    expect(script.options).toEqual([{ line: 2, name: 'tolerance_usecs', value: '75000' }, { line: 2, name: 'mtu', value: '1500' }]);
    expect(script.events.map(({ line, action }) => [line, action.type])).toEqual([[5, 'command'], [7, 'code'], [9, 'call']]);
  });

  test('#ifdef chooses, also nested, and words stand for what is defined', () => {
    const text = '#ifdef A\n+0 `a`\n#ifdef B\n+0 `ab`\n#else\n+0 `a not b`\n#endif\n#else\n+0 `not a`\n#endif\n+0 close(FD) = 0';
    const commands = (names: readonly [string, string | null][]): readonly string[] =>
      readScript(text, new Map(names)).events.flatMap(({ action }) => (action.type === 'command' ? [action.text] : []));
    expect(commands([])).toEqual(['not a']);
    expect(commands([['A', null]])).toEqual(['a', 'a not b']);
    expect(commands([['A', null], ['B', null]])).toEqual(['a', 'ab']);
    expect(readScript(text, new Map([['FD', '7']])).events.at(-1)?.action).toMatchObject({ call: { args: [{ type: 'number', value: 7 }] } });
    expect(readScript('--define=X=`true`\n+0 X').events[0]?.action).toEqual({ type: 'command', text: 'true' });
  });

  test('STANDARD is defined where nobody says otherwise', () => {
    expect(readScript('#ifndef STANDARD\n+0 `no`\n#endif').events).toEqual([]);
  });

  test.each([
    ['#ifdef A\n+0 `a`', '#ifdef without #endif'],
    ['#pragma once\n+0 `a`', 'unknown directive #pragma once'],
    ['+0 `a\n', 'cannot read “`” where a segment, a call, a command or code should follow'],
    ['hello', 'cannot read “hello” where the time of an event should follow'],
    ['+0 close(3) =', 'the script ends where an argument should follow'],
  ])('%j stops the reading', (text, reason) => {
    expect(readScript(text).obstacle).toMatchObject({ kind: 'unsupported', reason });
  });

  test('what stands before an obstacle is kept', () => {
    const script = readScript('0 `a`\n+0 < udp (10)\n+0 `b`');
    expect(script.events).toHaveLength(1);
    expect(script.obstacle?.line).toBe(2);
  });

  test('no text makes it throw', () => {
    const pieces = fc.constantFrom(
      '0', '+', '.1', '...', '~', '*', '<', '>', 'S', 'F.', '.', '-', '1:1(0)', 'ack', 'win', '9', '<mss 5>', '(', ')', '[', ']', '{', '}', '=', ',', '|',
      '`a`', '`', '"x"', '"', '%{', '}%', '#ifdef A', '#else', '#endif', '\n', ' ', '--a', '0x1', 'close', 'EAGAIN', 'sack', 'TS val', '//', '/*', '*/', 'sctp:',
    );
    fc.assert(fc.property(fc.array(pieces, { maxLength: 40 }), fc.constantFrom(' ', ''), (parts, glue) => {
      const script = readScript(parts.join(glue));
      expect(script.events.length).toBeLessThanOrEqual(parts.length);
    }), { numRuns: 1000 });
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(readScript(text)).toHaveProperty('events');
    }), { numRuns: 1000 });
  });
});
