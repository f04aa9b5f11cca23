import { describe, expect, it } from 'vitest';
import en from '../../content/i18n/en.json' with { type: 'json' };
import ko from '../../content/i18n/ko.json' with { type: 'json' };
import { lessonMdx } from '../islands/copy/lesson-mdx.ts';
import { lessonScenario } from '../islands/copy/lesson-scenario.ts';
import { parse } from '../scenario/parse.ts';
import { run } from '../simulation/run.ts';
import { checkLesson } from './lesson.ts';
import { usesIn } from './uses.ts';

const trace = run(parse('server listens\nclient connects\nlose server SYN,ACK\nclient closes\nafter moment 3, the wire delays server segment by 20 ms\nexpect client ESTABLISHED').scenario);

describe('what a simulator copies for a lesson', () => {
  it.each([
    { lang: 'en', words: en, title: 'Lost: "SYN,ACK" & more' },
    { lang: 'ko', words: ko, title: '“SYN,ACK” 손실' },
  ] as const)('is taken by the build as it is, and is the run that was copied ($lang)', ({ lang, words, title }) => {
    const page = lessonMdx(trace, title, lang, words);
    expect(page).toContain(`content/docs/${lang}/`);
    expect(checkLesson(page, 'page.mdx', { names: [], scenario: () => null, terms: [], misconceptions: [], applies: () => true })).toEqual({ problems: [], components: ['Simulation'], hasControls: false, asks: [] });
    const values = new Map(usesIn(page).flatMap(({ props }) => props.map(({ name, value }) => [name, value])));
    expect(values.get('title')).toBe(title);
    expect(parse(String(values.get('script')))).toMatchObject({ problems: [], scenario: lessonScenario(trace) });
  });
});
