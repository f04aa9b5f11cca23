import { describe, expect, it } from 'vitest';
import en from '../../content/i18n/en.json' with { type: 'json' };
import ko from '../../content/i18n/ko.json' with { type: 'json' };
import { parse } from './parse.ts';
import { PROBLEMS, type ProblemCode } from './problem.ts';

type Case = readonly [code: ProblemCode, text: string, line: number, marked: string, params: Readonly<Record<string, string>>];

/** Each text has exactly this problem; `marked` is the text that its place covers. */
const CASES: readonly Case[] = [
  ['strange-character', '\nclient connects!', 2, '!', { character: '!' }],
  ['strange-character', '클라이언트 connects', 1, '클라이언트', { character: '클라이언트' }],
  ['strange-character', 'client - connects', 1, '-', { character: '-' }],
  ['foreign-character', 'when client is CLOSED， client connects', 1, '，', { nearest: ',' }],
  ['foreign-character', 'ｃｌｉｅｎｔ connects', 1, 'ｃｌｉｅｎｔ', { nearest: 'client' }],
  ['foreign-character', 'lose client SYN+ACK', 1, '+', { nearest: ',' }],
  ['foreign-character', 'expect client CLOSE–WAIT', 1, '–', { nearest: '-' }],
  ['unknown-statement', 'wen server is CLOSE-WAIT, server closes', 1, 'wen', { word: 'wen', nearest: 'when' }],
  ['unknown-statement', 'conect client', 1, 'conect', { nearest: 'connects' }],
  ['unknown-statement', 'clent', 1, 'clent', { nearest: 'client' }],
  ['unknown-word', 'client windw 4096', 1, 'windw', { nearest: 'window' }],
  ['unknown-word', 'client offers SAK', 1, 'SAK', { nearest: 'SACK' }],
  ['unknown-word', 'client offers no timestamp', 1, 'timestamp', { nearest: 'timestamps' }],
  ['unknown-word', 'client turns Nagle offf', 1, 'offf', { nearest: 'off' }],
  ['unknown-word', 'client sends 5 urgntly', 1, 'urgntly', { nearest: 'urgently' }],
  ['unknown-word', 'server stops reeding', 1, 'reeding', { nearest: 'reading' }],
  ['unknown-word', '  expect client recieved 120', 1, 'recieved', { nearest: 'received' }],
  ['unknown-word', 'expect client tld connection reset', 1, 'tld', { nearest: 'told' }],
  ['unknown-word', 'hold client SYN untl 2 s', 1, 'untl', { nearest: 'until' }],
  ['misplaced-word', 'delay client SYN 300 ms', 1, '300', { word: '300', choices: 'on · by' }],
  ['misplaced-word', 'inject RST to server', 1, 'to', { choices: 'SEQ · LEN · WND' }],
  ['misplaced-word', 'inject SYN,ACK to server', 1, 'to', { choices: 'SEQ · ACK · LEN · WND' }],
  ['misplaced-word', '7 client', 1, '7', {}],
  ['misplaced-word', 'client: connects', 1, ':', {}],
  ['misplaced-word', 'client server', 1, 'server', {}],
  ['missing-word', 'lose client # SYN', 1, 'client', { before: 'lose client' }],
  ['missing-word', 'stop', 1, 'stop', { choices: 'at · when' }],
  ['missing-word', 'lose client SYN,', 1, ',', { before: 'lose client SYN,' }],
  ['missing-name', 'hosts alice', 1, 'alice', { before: 'hosts alice' }],
  ['missing-name', 'hosts 1 2', 1, '1', {}],
  ['missing-number', 'client sends', 1, 'sends', { before: 'client sends', least: '1', most: '2147483647' }],
  ['missing-number', 'client sends lots', 1, 'lots', {}],
  ['missing-number', 'client offers window scale', 1, 'scale', { least: '0', most: '14' }],
  ['missing-number', 'client ISS 1,', 1, ',', { most: '4294967295' }],
  ['missing-number', 'inject SYN SEQ to server', 1, 'to', { before: 'inject SYN SEQ' }],
  ['missing-time', 'client user timeout', 1, 'timeout', { before: 'client user timeout' }],
  ['missing-time', 'client delays ACK', 1, 'ACK', { before: 'client delays ACK' }],
  ['missing-time', 'duplicate client SYN after CLOSED', 1, 'CLOSED', {}],
  ['missing-unit', 'delay 50', 1, '50', { number: '50' }],
  ['missing-unit', 'client listens\nafter 100 client closes', 2, '100', { number: '100' }],
  ['trailing-words', 'client crashes now, please', 1, 'now, please', { words: 'now, please' }],
  ['trailing-words', 'hosts alice bob carol', 1, 'carol', { words: 'carol' }],
  ['flags-without-comma', 'lose client SYN ACK', 1, 'SYN ACK', { first: 'SYN', second: 'ACK' }],
  ['flags-without-comma', 'delay server SYN ACK by 3 ms', 1, 'SYN ACK', {}],
  ['unknown-host', 'cleint listens', 1, 'cleint', { nearest: 'client', choices: 'client · server' }],
  ['unknown-host', 'lose clint SYN', 1, 'clint', { nearest: 'client', choices: 'client · 2nd · first · every · 2 % · server' }],
  ['unknown-host', 'hosts alice bob\nlose client SYN', 2, 'client', { nearest: 'alice' }],
  ['unknown-host', 'inject SYN SEQ 0 to srver', 1, 'srver', { nearest: 'server' }],
  ['unknown-state', 'when server is CLOSEWAIT, server closes', 1, 'CLOSEWAIT', { nearest: 'CLOSE-WAIT' }],
  ['unknown-state', 'stop when client is TIMEWAIT', 1, 'TIMEWAIT', { nearest: 'TIME-WAIT' }],
  ['unknown-flag', 'lose client SYNACK', 1, 'SYNACK', { nearest: 'SYN,ACK' }],
  ['unknown-flag', 'lose client SYN,AKC', 1, 'AKC', { nearest: 'ACK' }],
  ['unknown-flag', 'lose client dta', 1, 'dta', { nearest: 'data' }],
  ['unknown-profile', 'profile rfc793', 1, 'rfc793', { nearest: 'rfc9293' }],
  ['unknown-signal', 'expect client told conection rest', 1, 'conection rest', { nearest: 'connection reset' }],
  ['unknown-unit', 'delay 10 mls', 1, 'mls', { nearest: 'ms', choices: 'ms · s · min' }],
  ['number-range', 'client window 1_073_725_441', 1, '1_073_725_441', { number: '1_073_725_441', least: '0', most: '1073725440' }],
  ['number-range', 'client window 9,999,999,999', 1, '9,999,999,999', {}],
  ['number-range', 'client offers window scale 15', 1, '15', { least: '0', most: '14' }],
  ['number-range', 'client keep-alive after 2 s, every 1 s, 0 probes', 1, '0', { least: '1' }],
  ['number-range', 'server ISS 300, 4294967296', 1, '4294967296', { most: '4294967295' }],
  ['number-range', 'server ISS -1', 1, '-1', {}],
  ['number-range', 'delay 0 ms', 1, '0 ms', { least: '1' }],
  ['number-range', 'client delays ACK 500 ms', 1, '500 ms', { most: '499' }],
  ['number-range', 'lose 0th client SYN', 1, '0th', { least: '1' }],
  ['number-range', 'lose first 0 client SYN', 1, '0', {}],
  ['number-range', 'inject SYN SEQ 90 LEN 65496 to server', 1, '65496', { most: '65495' }],
  ['number-range', 'client sends 9999999999999999999999999', 1, '9999999999999999999999999', {}],
  ['number-fraction', 'delay 0.5 ms', 1, '0.5 ms', { nearest: '1' }],
  ['number-fraction', 'client sends 2.5', 1, '2.5', { nearest: '3' }],
  ['ambiguous-comma', 'server ISS 300,400', 1, '300,400', { list: '300, 400', number: '300_400' }],
  ['repeated-flag', 'lose client SYN,ACK,syn', 1, 'syn', { flag: 'SYN' }],
  ['repeated-field', 'inject SYN SEQ 1 SEQ 2 to server', 1, 'SEQ 2', { field: 'SEQ' }],
  ['ack-without-flag', 'inject RST SEQ 1 ACK 2 to server', 1, 'ACK 2', { flags: 'RST', nearest: 'RST,ACK' }],
  ['reserved-name', 'hosts data server', 1, 'data', { name: 'data' }],
  ['same-names', 'hosts Bob bob', 1, 'bob', { name: 'bob' }],
  ['repeated-setting', 'client ISS 1\nserver ISS 1\nclient ISS 2', 3, 'client ISS 2', { line: '1' }],
  ['repeated-setting', 'client offers SACK\nclient offers no SACK', 2, 'client offers no SACK', { line: '1' }],
  ['repeated-setting', 'stop at 1 s\nstop at 2 s', 2, 'stop at 2 s', { line: '1' }],
  ['repeated-setting', 'already ESTABLISHED\n\nalready ESTABLISHED', 3, 'already ESTABLISHED', {}],
  ['nothing-before', 'delay 1 s\nmeanwhile client closes', 2, 'meanwhile', { word: 'meanwhile' }],
  ['nothing-before', 'after 10 ms, client closes', 1, 'after', { word: 'after' }],
  ['never-held', 'at 1 s, release client SYN', 1, 'release client SYN', { selector: 'client SYN' }],
  ['never-held', 'hold 2nd client SYN\nrelease client SYN', 2, 'release client SYN', {}],
  ['never-held', 'hold first 2 client SYN\nrelease 3rd client SYN', 2, 'release 3rd client SYN', {}],
  ['never-held', 'hold client SYN\nrelease server SYN', 2, 'release server SYN', {}],
  ['unknown-connection', 'client connects\nclient closes on connection 50001', 2, '50001', { port: '50001', choices: '49152' }],
  ['unknown-connection', 'client connects from 50001 to 443\nlose client SYN on connection 50,002', 2, '50,002', { port: '50002', choices: '50001' }],
  ['unknown-connection', 'already ESTABLISHED\nclient connects from 50001\nwhen server is CLOSED on connection 7, client closes', 3, '7', { choices: '49152 · 50001' }],
  ['repeated-port', 'client connects\nclient connects to 8080', 2, 'connects to 8080', { port: '49152', nearest: '49153' }],
  ['repeated-port', 'client connects from 50001 to 80\nmeanwhile client connects from port 50001 to 81', 2, 'connects from port 50001 to 81', { port: '50001', nearest: '50002' }],
  ['repeated-port', 'already ESTABLISHED\nclient connects to 443', 2, 'connects to 443', { port: '49152' }],
  ['nothing-to-accept', 'server listens\nafter 1 s, server accepts', 2, 'accepts', { port: '80' }],
  ['nothing-to-accept', 'server listens on 443 with backlog 1\nserver accepts on port 444', 2, 'accepts on port 444', { port: '444' }],
  ['missing-number', 'server listens on 443 with backlog', 1, 'backlog', { least: '0' }],
  ['missing-word', 'server listens on 443', 1, '443', { choices: 'with' }],
  ['number-range', 'client connects from 65536', 1, '65536', { least: '1', most: '65535' }],
  ['unknown-word', 'client ISS by sed 7', 1, 'sed', { nearest: 'seed' }],
  ['repeated-setting', 'client ISS 100\nclient ISS by RFC 6528', 2, 'client ISS by RFC 6528', { line: '1' }],
];

describe('every problem', () => {
  it.each(CASES)('%s: %j', (code, text, line, marked, params) => {
    const [problem, ...others] = parse(text).problems;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code, where: { line }, params });
    const { column = 0, length = 0 } = problem?.where ?? {};
    expect(text.split('\n')[line - 1]?.slice(column - 1, column - 1 + length)).toBe(marked);
    expect(Object.keys(problem?.params ?? {}).sort()).toEqual([...PROBLEMS[code]].sort());
  });

  it('is that an ACK waits half a second: it has to be less (MUST-40)', () => {
    expect(parse('client delays ACK 499 ms').problems).toEqual([]);
    expect(parse('client delays ACK 500 ms').problems).toHaveLength(1);
  });

  it('is reached by a case', () => {
    expect(new Set(CASES.map(([code]) => code))).toEqual(new Set(Object.keys(PROBLEMS)));
  });
});

describe('many problems', () => {
  it('are all found in one pass, in the order of the text', () => {
    const text = 'client ISS -1, 1.5\nlose 2nd clint SYM\n\nmeanwhile client conects\nexpect server CLOSD\ndelay 5';
    expect(parse(text).problems.map(({ code, where }) => [code, where.line, where.column])).toEqual([
      ['number-range', 1, 12],
      ['number-fraction', 1, 16],
      ['unknown-host', 2, 10],
      ['unknown-flag', 2, 16],
      ['unknown-word', 4, 18],
      ['unknown-state', 5, 15],
      ['missing-unit', 6, 7],
    ]);
  });

  it.each([
    ['hosts alice\nbob connects', ['missing-name']],
    ['hold client SIN\nclient connects\nrelease client SYN', ['unknown-flag']],
    ['client conects\nmeanwhile server connects', ['unknown-word']],
  ])('are not made out of one: %j', (text, codes) => {
    expect(parse(text).problems.map(({ code }) => code)).toEqual(codes);
  });
});

describe('the sentences', () => {
  const params = (template: string | undefined): readonly string[] => [...new Set([...(template ?? '').matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1] ?? ''))].sort();
  const english: Readonly<Record<string, string>> = en;
  const korean: Readonly<Record<string, string>> = ko;
  const keys = Object.keys(PROBLEMS).flatMap((code) => [`problem.${code}`, `problem.${code}.hint`]);

  it.each(Object.entries(PROBLEMS))('say in both languages what is wrong and what was meant: %s', (code, names) => {
    for (const words of [english, korean]) {
      expect(words[`problem.${code}`]).toMatch(/\S/);
      expect(words[`problem.${code}.hint`]).toMatch(/\S/);
      const used = [...params(words[`problem.${code}`]), ...params(words[`problem.${code}.hint`])];
      expect([...new Set(used)].sort()).toEqual([...names].sort());
    }
    for (const key of [`problem.${code}`, `problem.${code}.hint`]) expect(params(korean[key])).toEqual(params(english[key]));
  });

  it('are there for no other code', () => {
    for (const words of [english, korean]) expect(Object.keys(words).filter((key) => key.startsWith('problem.')).sort()).toEqual([...keys].sort());
  });
});
