import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completionsAt, type Completion } from './complete.ts';
import { RULES } from './grammar.ts';
import { match } from './match.ts';
import { parse } from './parse.ts';
import { sentencesFor } from './sentences.ts';
import { linesOf, tokenise } from './token.ts';
import { VOCABULARY } from './vocabulary.ts';

const NAMES = { A: 'client', B: 'server' };
const FOLDER = join(import.meta.dirname, '..', '..', 'content', 'scenarios');
const LINES = [...new Set(readdirSync(FOLDER).flatMap((name) => linesOf(readFileSync(join(FOLDER, name), 'utf8'))))].filter((line) => tokenise(line).length > 0);

function labels(text: string): readonly string[] {
  return completionsAt(text, text.length).flatMap(({ label, kind }) => (kind === 'sentence' ? [] : [label]));
}

function accepted(text: string, { from, to, insert }: Completion): string {
  return text.slice(0, from) + insert + text.slice(to);
}

function isWhole(line: string): boolean {
  return match('statement', { number: 1, tokens: tokenise(line), names: NAMES }).readings.some(({ problems }) => problems.length === 0);
}

describe('what could stand at a place', () => {
  it.each([
    ['lose ', ['client', 'server', '2nd', 'first', 'every', '2 %']],
    ['lose 3', ['3rd', '3 %']],
    ['lose 2 % ', ['of']],
    ['client o', ['offers']],
    ['client offers no w', ['window']],
    ['client offers ECN ', ['if asked']],
    ['client offers Fast Open with', ['with cookie', 'with old cookie']],
    ['delay 50 ', ['50th', '50 %', '50 ms', '50 s', '50 min']],
    ['client delays ACK 5', ['5 ms']],
    ['lose client SYN,', ['ACK', 'FIN', 'RST', 'PSH', 'URG', 'ECE', 'CWR']],
    ['lose client SYN,A', ['ACK']],
    ['inject RST SEQ 1 ', ['to', 'LEN', 'WND']],
    ['inject RST,ACK SEQ 1 ', ['to', 'ACK', 'LEN', 'WND']],
    ['expect client told connection re', ['connection reset', 'connection refused']],
    ['expect client received ', ['100']],
    ['hosts ', ['client', 'server']],
    ['hosts client ', ['server']],
    ['hosts alice bob\nalice con', ['connects']],
    ['hosts alice bob\nlose ', ['alice', 'bob', '2nd', 'first', 'every', '2 %']],
    ['stop ', ['at', 'when']],
    ['client sends 5 ', ['on', 'urgently']],
    ['client foo ', []],
    ['client closes # cl', []],
    ['client ISS 4294967296 ', []],
  ])('%j', (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  it('replaces the word that the place is in, and nothing of the next one', () => {
    const text = 'server listens\nlose clent SYN';
    expect(completionsAt(text, 22).map((one) => accepted(text, one))).toEqual(['server listens\nlose client SYN']);
    expect(completionsAt('lose  SYN', 5).map((one) => accepted('lose  SYN', one))[0]).toBe('lose client SYN');
  });

  it('adds a blank where the sentence goes on, at the end of a line and before a word', () => {
    const inserted = (text: string, at: number): readonly string[] => completionsAt(text, at).flatMap(({ insert, kind }) => (kind === 'sentence' ? [] : [insert]));
    expect(inserted('client se', 9)).toEqual(['sends ', 'send ']);
    expect(inserted('client se 5', 9)).toEqual(['sends', 'send']);
    expect(inserted('client cl', 9)).toEqual(['closes']);
    expect(inserted('lose client', 5)).toContain('2nd ');
    expect(inserted('when client is CLOSED,', 22)).toEqual([' client ', ' server ', ' inject ', ' release ', ' wire ', ' the ']);
  });

  it('says which numbers are allowed', () => {
    expect(completionsAt('client offers window scale ', 27)).toEqual([{ label: '7', insert: '7', from: 27, to: 27, kind: 'number', detail: '0…14' }]);
  });

  it('offers whole sentences at the beginning of a line, found by any of their words', () => {
    const sentences = completionsAt('server listens\n  stops', 22).filter(({ kind }) => kind === 'sentence');
    const labels = ['client stops reading', 'server stops reading'];
    expect(sentences.filter(({ label }) => !label.startsWith('after'))).toEqual(labels.map((label) => ({ label, insert: label, from: 17, to: 22, kind: 'sentence' })));
  });
});

describe('whole sentences', () => {
  it.each(sentencesFor(NAMES))('are valid: %s', (line) => {
    expect(isWhole(line)).toBe(true);
  });

  it('are there for every kind of act, fault and expectation', () => {
    const all = sentencesFor({ A: 'alice', B: 'bob' }).map((line) => parse(`hosts alice bob\n${line.startsWith('hosts') ? '' : line}`));
    const kinds = (name: 'action' | 'fault' | 'expectation'): number => {
      const rule = RULES[name];
      return rule.kind === 'choice' ? Object.keys(rule.shapes).length : 0;
    };
    const types = (of: (it: (typeof all)[number]['scenario']) => readonly { readonly type: string }[]): number => new Set(all.flatMap(({ scenario }) => of(scenario).map(({ type }) => type))).size;
    expect([types(({ script }) => script.map(({ action }) => action)), types(({ faults }) => faults), types(({ expect: expected }) => expected)]).toEqual((['action', 'fault', 'expectation'] as const).map(kinds));
  });
});

describe('every line of the course', () => {
  it.each(LINES)('could have been written from what is offered: %s', (line) => {
    for (const { kind, text: word, column } of tokenise(line)) {
      if (kind === 'mark') continue;
      const end = column - 1 + word.length;
      // The digits of a number, and of an ordinal, are the writer's own.
      const begun = column - 1 + Math.max(1, /^\d*/.exec(word)?.[0].length ?? 0);
      for (const cut of kind === 'number' ? [column - 1] : new Set([column - 1, Math.min(begun, end - 1), end - 1])) {
        const written = line.slice(0, cut);
        const offered = completionsAt(written, cut).filter((one) => one.kind !== 'sentence');
        const stands = kind === 'number' || (kind === 'ordinal' && cut === column - 1);
        const isIt = (one: Completion): boolean => (stands && one.kind === 'number') || accepted(written, one).toLowerCase().startsWith(line.slice(0, end).toLowerCase());
        expect(offered.some(isIt), `${JSON.stringify(written)} → ${word}`).toBe(true);
      }
    }
  });
});

describe('any text, any place', () => {
  const piece = fc.oneof(fc.constantFrom(...VOCABULARY, 'client', 'server', '7', '7 %', '2nd', ',', ':', '#', '\n', '\r\n', 'connection reset'), fc.string({ maxLength: 3, unit: 'grapheme' }));
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' ')));

  it('has completions inside the text, and no exception', () => {
    fc.assert(
      fc.property(text, fc.oneof(fc.integer({ min: -3, max: 80 }), fc.constantFrom(NaN, Infinity, -Infinity, 1.5)), (it, offset) => {
        const isSound = ({ from, to, insert }: Completion): boolean => from >= 0 && to >= from && to <= it.length && !/[\r\n]/.test(it.slice(from, to)) && insert !== '';
        expect(completionsAt(it, offset).filter((one) => !isSound(one))).toEqual([]);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('every one that is taken leads to a sentence in the end', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (choices) => {
        let line = '';
        for (const choice of choices) {
          const offered = completionsAt(line, line.length).filter(({ kind }) => kind !== 'sentence');
          if (isWhole(line)) return;
          expect(offered, line).not.toEqual([]);
          line = accepted(line, offered[choice % offered.length]!);
          if (!isWhole(line)) line = `${line.trimEnd()} `;
        }
        expect(isWhole(line), line).toBe(true);
      }),
      { numRuns: 150, seed: 2 },
    );
  });
});
