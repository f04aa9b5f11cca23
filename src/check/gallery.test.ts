import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace } from '../../test/course-traces.ts';
import { LANGUAGES } from '../components/language.ts';
import { matching } from '../islands/lab/gallery.ts';
import { ROOT } from './course.ts';
import { GALLERY_FILE, galleryIn, galleryProblems } from './gallery.ts';

const TEXT = readFileSync(new URL(GALLERY_FILE, ROOT), 'utf8');
const GROUP = { id: 'one', title: { en: 'One', ko: '하나' } };
const entry = (name: string) => ({ name, title: { en: name, ko: name }, about: { en: 'What one sees.', ko: '보이는 것.' } });
const problemsOf = (gallery: unknown, names: readonly string[]) => galleryProblems(JSON.stringify(gallery, null, 1), 'gallery.json', names).map(({ line, message, hint }) => [line, message, hint]);

test('every scenario of the course is in the gallery, once, with a title and a sentence in every language', () => {
  expect(galleryProblems(TEXT, 'gallery.json', COURSE_SCENARIOS)).toEqual([]);
});

describe('what an author is told', () => {
  test('of a gallery that is as it should be: nothing', () => {
    expect(problemsOf([{ ...GROUP, scenarios: [entry('three-way')] }], ['three-way'])).toEqual([]);
  });

  test('of a scenario that is missing, that does not exist, or that is there twice', () => {
    const gallery = [{ ...GROUP, scenarios: [entry('three-wya'), entry('refused'), entry('refused')] }];
    expect(problemsOf(gallery, ['refused', 'three-way'])).toEqual([
      [10, 'The gallery has “three-wya”, but there is no such scenario.', 'Did you mean “three-way”? Scenarios are the files in content/scenarios.'],
      [32, 'The gallery has the scenario “refused” twice.', 'Take one of the two away.'],
      [1, 'The scenario “three-way” is not in the gallery.', 'Add it to a group of content/gallery.json, with a title and a sentence about it in every language.'],
    ]);
  });

  test('of a text that a language lacks', () => {
    const gallery = [{ id: 'one', title: { en: 'One' }, scenarios: [{ ...entry('refused'), title: { en: ' ', ko: '거부' }, about: { en: 'RST.' } }] }];
    expect(problemsOf(gallery, ['refused']).map(([, message]) => message)).toEqual([
      'The group “one” of the gallery has no title in “ko”.',
      'The scenario “refused” has no title in “en”.',
      'Nothing is said about the scenario “refused” in “ko”.',
    ]);
  });

  test.each(['', '{', 'null', '{}', '[{}]', '[null]'])('of %j: that it is no gallery', (text) => {
    expect(galleryProblems(text, 'gallery.json', [])).toHaveLength(1);
  });
});

describe.each(LANGUAGES)('the gallery in %s', (language) => {
  const gallery = galleryIn(language, TEXT, courseTrace);
  const all = gallery.flatMap(({ scenarios }) => scenarios);

  test('has the scenario of each file, and how its run goes', () => {
    const lost = all.find(({ name }) => name === 'syn-ack-lost');
    expect(lost).toMatchObject({ scenario: courseTrace('syn-ack-lost').scenario, segments: 6, lost: 1, ends: [['ESTABLISHED', 'ESTABLISHED']] });
    expect(all.find(({ name }) => name === 'two-connections')?.ends).toHaveLength(2);
  });

  test('no two scenarios have the same title, and no sentence is longer than it can be read in passing', () => {
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
    expect(all.filter(({ about }) => about.length > 150).map(({ name }) => name)).toEqual([]);
  });

  test('can be searched by words in any order, of titles, sentences, names and groups', () => {
    const found = (query: string) => matching(gallery, query).flatMap(({ scenarios }) => scenarios.map(({ name }) => name));
    expect(found('  ')).toEqual(all.map(({ name }) => name));
    expect(found('LOST syn-ACK')).toEqual(['syn-ack-lost']);
    expect(found(gallery[2]?.title ?? '')).toEqual(expect.arrayContaining(gallery[2]?.scenarios.map(({ name }) => name) ?? ['?']));
    expect(found('no such thing')).toEqual([]);
  });
});
