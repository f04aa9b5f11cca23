import { describe, expect, it } from 'vitest';
import en from '../../../content/i18n/en.json' with { type: 'json' };
import ko from '../../../content/i18n/ko.json' with { type: 'json' };
import { lessonMdx } from '../../islands/copy/lesson-mdx.ts';
import { parse } from '../../scenario/parse.ts';
import { run } from '../../simulation/run.ts';
import { checkLesson } from './lesson.ts';
import { checkScenario } from './scenario.ts';

const trace = run(parse('server listens\nclient connects\nlose server SYN,ACK\nclient closes\nexpect client ESTABLISHED').scenario);

describe('what a simulator copies for a lesson', () => {
  it.each([
    { lang: 'en', words: en, title: 'Lost: "SYN,ACK" & more', name: 'lost-syn-ack-more' },
    { lang: 'ko', words: ko, title: '“SYN,ACK” 손실', name: 'syn-ack-손실' },
  ] as const)('is a scenario and a page that the build takes ($lang)', ({ lang, words, title, name }) => {
    const [scenario = '', page = ''] = lessonMdx(trace, title, lang, words).split(/^(?=\{\/\*)/m);
    expect(scenario).toMatch(new RegExp(`^# .*content/scenarios/${name}\\.scenario`));
    expect(page).toContain(`content/docs/${lang}/`);
    const checked = checkScenario(scenario, `${name}.scenario`);
    expect(checked.problems).toEqual([]);
    const lesson = checkLesson(page, 'page.mdx', { names: [name], scenario: (asked) => (asked === name ? checked : null), applies: () => true });
    expect(lesson).toEqual({ problems: [], components: ['Simulation'], scenarios: [name] });
  });
});
