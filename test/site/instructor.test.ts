import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentBelow } from '../../src/check/content.ts';
import { contentProblems } from '../../src/check/content-problems.ts';
import { pathBelow } from '../../src/check/problem.ts';
import { FILES, newLesson, SLUG, writeLesson } from '../instructor/lesson.ts';
import { MISTAKES, type Told } from '../instructor/mistakes.ts';
import { build, dev, handshake, projectCopy, type DevServer, type ProjectCopy } from '../instructor/project-copy.ts';
import { browserHere } from './browser-here.ts';

const copy = projectCopy('instructor');
const browser = await browserHere();

/** What is said of the content as it is now; a day is told as TODAY. */
async function told(): Promise<readonly Told[]> {
  const problems = await contentProblems(contentBelow(copy.root));
  return problems.map(({ file, line, column, message, hint }) => [pathBelow(`${copy.folder}/`, file), `${line}:${column}`, message.replace(/\d{4}-\d\d-\d\d/, 'TODAY'), hint]);
}

/** Makes a mistake, looks, and puts every file back as it was. */
async function withMistake(make: (copy: ProjectCopy) => void, look: () => Promise<void>): Promise<void> {
  const before = new Map<string, string>();
  const keep = (path: string) => before.set(path, before.get(path) ?? copy.read(path));
  make({
    ...copy,
    edit: (path, from, to) => {
      keep(path);
      copy.edit(path, from, to);
    },
    remove: (path) => {
      keep(path);
      copy.remove(path);
    },
  });
  try {
    await look();
  } finally {
    for (const [path, text] of before) copy.write(path, text);
  }
}

describe('an instructor adds a lesson', () => {
  test('makes it with one command, and nothing is wrong with it', async () => {
    const made = await newLesson(copy);
    expect(made.code, made.printed).toBe(0);
    expect(await told()).toEqual([]);
  });

  test('writes it', async () => {
    writeLesson(copy);
    expect(await told()).toEqual([]);
  });

  describe('makes a mistake, and is told what, where and what to do', () => {
    test.each(MISTAKES)('$what', async ({ make, told: expected }) => {
      await withMistake(make, async () => {
        expect(await told()).toEqual(expected.map(([file, place, message, hint]) => [file, place, message, expect.stringContaining(hint) as string]));
      });
    });

    test('all at once in the terminal, and not at all when all is well', async () => {
      await withMistake(
        ({ edit }) => {
          edit(FILES.en, '<Figure', '<Fgure');
          edit(FILES.ko, '[앞 강의](../three-way-handshake/)', '[앞 강의](../three-way/)');
        },
        async () => {
          const { code, printed } = await handshake(copy, 'check');
          expect(printed).toBe(`${FILES.en}:18:1  error  There is no component <Fgure>.
 18 | <Fgure scenario="${SLUG}" title="The SYN,ACK is lost" />
    | ^
 Did you mean <Figure>? ${/The course has [^\n]*/.exec(printed)?.[0] ?? ''}

${FILES.ko}:20:1  error  The link “../three-way/” leads to no page.
 20 | [앞 강의](../three-way/)에서처럼 어느 <Term name="endpoint" />든 그럴 수 있습니다.
    | ^
 Did you mean “../three-way-handshake/”?

2 problems in 2 files.
`);
          expect(code).toBe(1);
          const built = await build(copy);
          expect(built.code).not.toBe(0);
          expect(built.printed).toContain(printed.trim().split('\n\n').at(-1));
          for (const problem of printed.trim().split('\n\n').slice(0, -1)) expect(built.printed).toContain(problem);
        },
      );
      expect(await handshake(copy, 'check')).toEqual({ code: 0, printed: expect.stringMatching(/^No problems in \d+ scenarios and \d+ pages\.\n$/) as string });
    });
  });
});

describe('while the instructor writes', () => {
  let server: DevServer;
  let page: Page;
  const overlay = () => page.locator('vite-error-overlay');
  /** What lies over the page; the page may be fetched anew while that is asked. */
  const said = () => overlay().evaluate((element) => element.shadowRoot?.textContent ?? '');
  const panel = () => page.locator('astro-dev-toolbar-app-canvas[data-app-id="handshake-lab-content"] astro-dev-toolbar-window');

  beforeAll(async () => {
    server = await dev(copy);
    page = await browser.newPage();
    await page.goto(`${server.url}/en/${SLUG}/`);
    await page.locator('h1', { hasText: 'The answer is lost' }).waitFor();
    // The toolbar comes late; what it says is sent when it is there.
    await panel().filter({ hasText: 'No problems' }).waitFor({ state: 'attached' });
  });
  afterAll(async () => {
    await page.close();
    await server.close();
  });

  test('a change is on the page', async () => {
    await withMistake(
      ({ edit }) => {
        edit(FILES.en, 'Say who repeats what.', 'Say who repeats which segment.');
      },
      async () => {
        await expect.poll(() => page.locator('main').textContent()).toContain('Say who repeats which segment.');
      },
    );
    await expect.poll(() => page.locator('main').textContent()).toContain('Say who repeats what.');
  });

  test.each([
    ['in the lesson', FILES.en, '<Figure', '<Fgure', ['There is no component <Fgure>.', 'Did you mean <Figure>?', `en/${SLUG}.mdx:18:1`]],
    ['in its scenario', FILES.scenario, 'client connects', 'client conects', ['“conects” is not a word that scenarios know.', '“connects” was probably meant.', `${SLUG}.scenario:2:8`]],
  ] as const)('a mistake %s lies over the page until it is corrected', async (_where, file, from, to, parts) => {
    await withMistake(
      ({ edit }) => {
        edit(file, from, to);
      },
      async () => {
        for (const part of [...parts, to]) await expect.poll(said).toContain(part);
      },
    );
    await expect.poll(() => page.locator('h1').first().textContent()).toBe('The answer is lost');
    await expect.poll(() => overlay().count()).toBe(0);
  });

  test('what is wrong elsewhere is told in a window that goes away when it is right', async () => {
    await withMistake(
      ({ remove }) => {
        remove('content/docs/ko/summary.mdx');
      },
      async () => {
        await expect.poll(() => panel().textContent()).toContain('This page has no counterpart: content/docs/ko/summary.mdx is missing.');
        await expect.poll(() => panel().isVisible()).toBe(true);
      },
    );
    await expect.poll(() => panel().textContent()).toContain('No problems');
    await expect.poll(() => panel().isVisible()).toBe(false);
  });
});
