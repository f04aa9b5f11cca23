import { describe, expect, test } from 'vitest';
import places from '../../content/misconceptions.json' with { type: 'json' };
import { LANGUAGES } from '../components/language.ts';
import { scenarioLibrary } from '../check/library.ts';
import { scenarioUses } from './scenario-uses.ts';

const LIBRARY = scenarioLibrary();

describe.each(LANGUAGES)('what the lessons in %s use scenarios for', (language) => {
  const uses = scenarioUses(language, LIBRARY);

  test('is told of each scenario', () => {
    expect(Object.keys(uses)).toEqual(LIBRARY.names);
    expect(uses['three-segment-close']?.lessons).toContain('four-way-handshake');
    expect(uses['three-segment-close']?.misconceptions).toContain('close-takes-four');
    expect(uses['three-segment-close']?.misconceptions).not.toContain('isn-is-zero');
  });

  test('every misconception is treated by the run that shows the truth', () => {
    expect(Object.entries(places).filter(([id, { scenario }]) => uses[scenario]?.misconceptions.includes(id) !== true)).toEqual([]);
  });
});

test('is the same in both languages', () => {
  expect(scenarioUses('ko', LIBRARY)).toEqual(scenarioUses('en', LIBRARY));
});
