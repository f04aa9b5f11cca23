import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROGRESS } from './arbitrary.ts';
import { fileText, openFile } from './file.ts';
import { VERSION } from './form/forms.ts';
import { closeProgress, openProgress } from './open.ts';
import { NO_PROGRESS } from './progress.ts';

const ANSWER = { id: 'state-a-1', kind: 'state', topic: 'opening', at: 1_763_900_000_000, right: true, firstTry: true, misconceptions: [] };
const WRONG = { ...ANSWER, at: 1_763_800_000_000, right: false, misconceptions: ['isn-is-zero'] };

/** One text of each version, as that version wrote it. Never change one: readers have them. */
const OLDER = [
  { version: 1, progress: { read: { states: 1_763_850_000_000 }, answers: [{ slug: 'states', ...ANSWER }, { slug: 'states', ...WRONG }, { slug: 'practice', ...ANSWER }] } },
  {
    version: 2,
    progress: { era: 0, sections: { practice: { era: 0, mark: null, answers: [ANSWER] }, states: { era: 0, mark: { read: true, at: 1_763_850_000_000 }, answers: [WRONG, ANSWER] } } },
  },
].map((form) => JSON.stringify({ record: 'handshake-lab progress', ...form }));

const TODAY = OLDER.at(-1)!;

test('there is a text of each version up to today', () => {
  expect(OLDER).toHaveLength(VERSION);
});

test.each(OLDER.map((text, index) => ({ version: index + 1, text })))('a record of version $version is read, and written in the form of today', ({ text }) => {
  const opened = openProgress(text);
  if (!('progress' in opened)) throw new Error(JSON.stringify(opened));
  expect(closeProgress(opened.progress)).toBe(TODAY);
});

test('what is written is read as it was', () => {
  fc.assert(
    fc.property(PROGRESS, (progress) => {
      expect(openProgress(closeProgress(progress))).toEqual({ progress });
      expect(openFile(fileText(progress))).toEqual({ progress });
    }),
  );
});

test('whoever wrote it, it comes in order', () => {
  const text = JSON.stringify({ record: 'handshake-lab progress', version: 2, more: 1, progress: { sections: { states: { answers: [ANSWER, WRONG, ANSWER], mark: null, era: 0 }, reset: { era: 2, mark: null, answers: [] } }, era: 4 } });
  expect(openProgress(text)).toEqual({ progress: { era: 4, sections: { reset: { era: 2, mark: null, answers: [] }, states: { era: 0, mark: null, answers: [WRONG, ANSWER] } } } });
});

test('a game that was kept with the seed of its numbers is the same game', () => {
  const kept = (id: string) => JSON.stringify({ record: 'handshake-lab progress', version: 2, progress: { era: 0, sections: { reset: { era: 0, mark: null, answers: [{ ...ANSWER, id }] } } } });
  expect(openProgress(kept('partner-half-open-3'))).toEqual(openProgress(kept('partner-half-open')));
  expect(openProgress(kept('partner-half-open-3'))).not.toEqual(openProgress(kept('partner-both-close')));
  expect(openProgress(kept('state-a-1'))).not.toEqual(openProgress(kept('state-a')));
});

describe('refused', () => {
  const with2 = (progress: unknown) => JSON.stringify({ record: 'handshake-lab progress', version: 2, progress });
  const section = (part: object) => with2({ era: 0, sections: { states: { era: 0, mark: null, answers: [], ...part } } });
  test.each([
    ['an empty text', '', { problem: 'foreign', where: '' }],
    ['a text that breaks off', TODAY.slice(0, -2), { problem: 'damaged', where: '' }],
    ['a picture', '\u0089PNG\r\n', { problem: 'foreign', where: '' }],
    ['another JSON', '{"version":2,"progress":{}}', { problem: 'foreign', where: '' }],
    ['null', 'null', { problem: 'foreign', where: '' }],
    ['a list', '[]', { problem: 'foreign', where: '' }],
    ['a version to come', JSON.stringify({ record: 'handshake-lab progress', version: VERSION + 1, progress: {} }), { problem: 'newer', where: '' }],
    ['no version', '{"record":"handshake-lab progress","version":0,"progress":{}}', { problem: 'foreign', where: '' }],
    ['no progress', with2(null), { problem: 'damaged', where: '' }],
    ['an era below 0', with2({ era: -1, sections: {} }), { problem: 'damaged', where: 'era' }],
    ['an era that cannot be counted on', with2({ era: 1e300, sections: {} }), { problem: 'damaged', where: 'era' }],
    ['a time that is none', section({ mark: { read: true, at: 1.5 } }), { problem: 'damaged', where: 'sections.states.mark.at' }],
    ['a date beyond the calendar', section({ mark: { read: true, at: 9e15 } }), { problem: 'damaged', where: 'sections.states.mark.at' }],
    ['an answer without a kind', section({ answers: [{ ...ANSWER, kind: undefined }] }), { problem: 'damaged', where: 'sections.states.answers.0.kind' }],
    ['an id that is a number', section({ answers: [ANSWER, { ...ANSWER, id: 7 }] }), { problem: 'damaged', where: 'sections.states.answers.1.id' }],
    ['an endless name', section({ answers: [{ ...ANSWER, id: 'x'.repeat(201) }] }), { problem: 'damaged', where: 'sections.states.answers.0.id' }],
  ])('%s', (_what, text, refusal) => {
    expect(openProgress(text)).toEqual(refusal);
  });

  test('names that objects have of themselves are names like others, or left out', () => {
    const text = `{"record":"handshake-lab progress","version":2,"progress":{"era":0,"sections":{"toString":{"era":0,"mark":null,"answers":[]}}}}`;
    expect(openProgress(text)).toEqual({ progress: { era: 0, sections: { toString: { era: 0, mark: null, answers: [] } } } });
    expect(openProgress(text.replace('toString', '__proto__'))).toEqual({ progress: NO_PROGRESS });
  });

  test('a file of which anything has been changed', () => {
    const opened = openProgress(TODAY);
    if (!('progress' in opened)) throw new Error('not read');
    const text = fileText(opened.progress);
    expect(openFile(text.replace('"right":false', '"right":true'))).toEqual({ problem: 'damaged', where: '' });
    expect(openFile(text.replace('"at":1763', '"at":1764'))).toEqual({ problem: 'damaged', where: '' });
    expect(openFile(TODAY)).toEqual({ problem: 'damaged', where: '' });
    expect(openFile(text.slice(0, 100))).toEqual({ problem: 'damaged', where: '' });
    expect(openFile(text.replace(`"version":${VERSION}`, `"version":${VERSION + 1}`))).toEqual({ problem: 'newer', where: '' });
    expect(openFile(text.replaceAll('\n', '\r\n'))).toEqual(opened);
  });
});
