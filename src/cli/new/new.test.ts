import { cpSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseFrontmatter } from 'astro/markdown';
import { describe, expect, it } from 'vitest';
import { called } from '../../../test/called.ts';
import { checkLesson } from '../../check/lesson.ts';
import { checkScenario } from '../../check/scenario.ts';
import { scenarioLibrary } from '../../check/library.ts';
import { galleryProblems } from '../../check/gallery.ts';

/** A course of its own, as far as these commands see it. */
function course(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-new-'));
  for (const path of ['course.json', 'gallery.json', 'scenarios']) cpSync(`content/${path}`, join(folder, 'content', path), { recursive: true });
  return folder;
}

const inside = (folder: string) => (path: string) => readFileSync(join(folder, path), 'utf8');

describe('handshake new lesson', async () => {
  const folder = course();
  const read = inside(folder);
  const before = { course: read('content/course.json'), gallery: read('content/gallery.json') };
  const made = await called(['new', 'lesson', 'my-first', '--title', 'A: "first"', '--title-ko', '첫 강의', '--after', 'reset', '--group', 'closing'], { cwd: join(folder, 'content') });

  it('says what it has made, and what to do next', () => {
    expect(made).toEqual({
      code: 0,
      error: '',
      out: `Made:
  content/docs/en/my-first.mdx         the lesson in English
  content/docs/ko/my-first.mdx         the lesson in Korean
  content/scenarios/my-first.scenario  who does what, and what should come of it
Changed:
  content/gallery.json                 the scenario's place in “Closing”, with a title and a sentence in each language
  content/course.json                  its place in “Lessons”, behind “reset”
Next:
  npm run dev                          shows the lesson at /en/my-first/ while you write
  npm run -s handshake -- check        says what is wrong in the whole course
`,
    });
  });

  it('gives it its place, and leaves every other octet of the course as it was', () => {
    expect(read('content/course.json')).toBe(before.course.replace('      "reset",\n', '      "reset",\n      "my-first",\n'));
    const entry = `,
      {
        "name": "my-first",
        "title": { "en": "A: \\"first\\"", "ko": "첫 강의" },
        "about": {
          "en": "Say in a sentence or two what one sees here, and why it is worth it.",
          "ko": "여기서 무엇을 볼 수 있는지, 왜 볼 만한지 한두 문장으로 적으세요."
        }
      }`;
    const after = read('content/gallery.json');
    expect(after.replace(entry, '')).toBe(before.gallery);
    expect(galleryProblems(after, 'gallery.json', [...scenarioLibrary().names, 'my-first'])).toEqual([]);
  });

  it.each(['en', 'ko'])('is a lesson that nothing is wrong with (%s)', (language) => {
    const text = read(`content/docs/${language}/my-first.mdx`);
    const scenario = checkScenario(read('content/scenarios/my-first.scenario'), 'my-first.scenario');
    const library = { ...scenarioLibrary(), names: ['my-first'], scenario: () => scenario };
    expect(scenario.problems).toEqual([]);
    expect(checkLesson(text, 'my-first.mdx', library)).toMatchObject({ problems: [], components: ['Goals', 'Simulation', 'Question', 'Figure', 'Cite', 'Exercise', 'Recap'] });
    expect(parseFrontmatter(text).frontmatter).toMatchObject({ title: language === 'en' ? 'A: "first"' : '첫 강의', minutes: 15 });
  });

  it('has no English in the Korean lesson but names', () => {
    const words = read('content/docs/ko/my-first.mdx').replace(/<[^>]*>/g, '').replace(/^(?:title|description|minutes):/gm, '').match(/[A-Za-z]+/g);
    expect(words).toEqual(['TCP']);
  });

  it('writes nothing where something of that name is there', async () => {
    const state = readdirSync(folder, { recursive: true }).length;
    expect(await called(['new', 'lesson', 'reset'], { cwd: folder })).toEqual({ code: 2, out: '', error: 'error: content/course.json has a lesson “reset” already. Choose another name; nothing was written.\n' });
    expect(await called(['new', 'scenario', 'abort'], { cwd: folder })).toEqual({ code: 2, out: '', error: 'error: content/gallery.json has a scenario “abort” already. Choose another name; nothing was written.\n' });
    const other = course();
    cpSync(join(folder, 'content/docs'), join(other, 'content/docs'), { recursive: true });
    expect(await called(['new', 'lesson', 'my-first', '--scenario', 'abort'], { cwd: other })).toEqual({ code: 2, out: '', error: 'error: content/docs/en/my-first.mdx, content/docs/ko/my-first.mdx are there already. Choose another name; nothing was written.\n' });
    expect(inside(other)('content/course.json')).toBe(before.course);
    expect(readdirSync(folder, { recursive: true })).toHaveLength(state);
  });

  it('takes a scenario that is there, and a part by its Korean title', async () => {
    const own = course();
    const { code, out } = await called(['new', 'lesson', 'second', '--scenario', 'abort', '--part', '곁에 두고 보기'], { cwd: own });
    expect([code, out.split('\n').slice(0, 5)]).toEqual([
      0,
      ['Made:', '  content/docs/en/second.mdx     the lesson in English', '  content/docs/ko/second.mdx     the lesson in Korean', 'Changed:', expect.stringContaining('its place in “At hand”, behind “')],
    ]);
    expect(inside(own)('content/gallery.json')).toBe(before.gallery);
    expect(inside(own)('content/docs/ko/second.mdx')).toContain('title: 새 제목 (second)\n');
    expect(inside(own)('content/docs/en/second.mdx')).toContain('<Figure scenario="abort"');
  });
});

describe('handshake new scenario', () => {
  it('makes a scenario that runs, with its place in the gallery', async () => {
    const folder = course();
    expect(await called(['new', 'scenario', 'my-run'], { cwd: folder })).toEqual({
      code: 0,
      error: '',
      out: `Made:
  content/scenarios/my-run.scenario        who does what, and what should come of it
Changed:
  content/gallery.json                     the scenario's place in “Opening”, with a title and a sentence in each language
Next:
  npm run -s handshake -- simulate my-run  runs it
  <Figure scenario="my-run" title="…" />   shows it in a lesson
`,
    });
    expect(galleryProblems(inside(folder)('content/gallery.json'), '', [...scenarioLibrary().names, 'my-run'])).toEqual([]);
  });
});

describe('handshake new', () => {
  const misused = async (args: readonly string[], cwd = process.cwd()) => {
    const { code, out, error } = await called(['new', ...args], { cwd });
    expect([code, out]).toEqual([2, '']);
    return error.trimEnd();
  };

  it('says what a name has to be, and what was probably meant', async () => {
    expect(await misused(['lesson', 'My First'])).toBe("error: command-argument value 'My First' is invalid for argument 'slug'. Small letters and digits, the words apart by a hyphen, such as “my-first”.");
    expect(await misused(['lesson', 'index'])).toContain('This name is taken by a page of the site.');
    expect(await misused(['lesson', 'x', '--after', 'resett'])).toBe('error: There is no lesson “resett”. Did you mean “reset”?');
    expect(await misused(['lesson', 'x', '--part', 'Lesson'])).toBe('error: The course has no part “Lesson”. Did you mean “Lessons”? It has “Lessons”, “At hand”.');
    expect(await misused(['scenario', 'x', '--group', 'closng'])).toMatch(/^error: The gallery has no group “closng”. Did you mean “closing”\?/);
    expect(await misused(['lesson', 'x', '--scenario', 'none'])).toBe('error: There is no content/scenarios/none.scenario. Leave --scenario out, and one is made.');
    expect(await misused(['lesson', 'x', '--part', 'Lessons', '--after', 'reset'])).toBe('error: --part and --after both say where; leave one of them out.');
  });

  it('is for a clone of the course', async () => {
    expect(await misused(['lesson', 'x'], tmpdir())).toBe('error: There is no content/course.json here or above. Call this command in a clone of Handshake Lab.');
  });
});
