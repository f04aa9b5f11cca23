import { describe, expect, test } from 'vitest';
import { courseWords } from '../../test/course-traces.ts';
import { HOST_RULES } from '../simulation/host/catalogue.ts';
import { RULES } from '../tcp/rules/catalogue.ts';
import { NAMED, SYMBOLS, inGeneral } from './in-general.ts';

const ALL = [...RULES, ...HOST_RULES];

describe.each(['en', 'ko'] as const)('every rule in general (%s)', (language) => {
  const words = courseWords(language);

  test.each(ALL)('$id: a placeholder of its sentence has a symbol in src/narration/in-general.ts', ({ id }) => {
    expect(inGeneral(id, words)).not.toMatch(/\{\{|\((?:는|가|를|와|으)\)|^rule\./);
  });
});

test('no symbol is left over', () => {
  const used = new Set(ALL.flatMap(({ id }) => [...(courseWords('en')[`rule.${id}`] ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name)));
  expect([...Object.keys(SYMBOLS), ...NAMED].filter((name) => !used.has(name))).toEqual([]);
});

test('a rule reads like its clause', () => {
  expect(inGeneral('syn-sent.ack.bad-rst', courseWords('en'))).toBe('ACK=SEG.ACK does not acknowledge the SYN of the host (that would be ACK=SND.NXT). So the RST is no answer to it and is dropped.');
});
