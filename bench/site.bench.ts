import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectCopy, type ProjectCopy } from '../test/instructor/project-copy.ts';
import type { Figure } from './figure.ts';

const LESSONS = 500;
/** Of the five figures of a lesson, these are of other lessons too; the fifth is of no other. */
const SHARED = ['three-way', 'four-way', 'syn-lost', 'fin-lost'];
const LANGUAGES = ['en', 'ko'];

/** Tells how much memory the process has had at most, kB, as it ends. */
const PEAK = `data:text/javascript,${encodeURIComponent("process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS));")}`;

function slugOf(lesson: number): string {
  return `lesson-${String(lesson).padStart(3, '0')}`;
}

/** A lesson whose text is its own, with five figures. */
function lessonOf(lesson: number): string {
  const slug = slugOf(lesson);
  const figures = [slug, ...SHARED].map((scenario, at) => `## Part ${String(at + 1)} of ${slug}\n\nWhat happens here is told by the figure: look for the number ${String(1000 + lesson)}.\n\n<Figure scenario="${scenario}" title="Figure ${String(at + 1)} of ${slug}" />\n`);
  return `---\ntitle: Lesson ${String(lesson)}\ndescription: The lesson ${String(lesson)} of a large course.\nminutes: 10\n---\n\n<Goals>\n\n- See what ${slug} is about.\n\n</Goals>\n\n${figures.join('\n')}`;
}

/** The project with so many lessons more. */
function largeCourse(): ProjectCopy {
  const copy = projectCopy('bench-site', { isCold: true });
  const course = JSON.parse(copy.read('content/course.json')) as unknown[];
  const gallery = JSON.parse(copy.read('content/gallery.json')) as unknown[];
  const slugs = Array.from({ length: LESSONS }, (_none, lesson) => slugOf(lesson));
  for (const [lesson, slug] of slugs.entries()) {
    copy.write(`content/scenarios/${slug}.scenario`, `client ISS ${String(1000 + lesson)}\nserver listens\nclient connects\nclient sends ${String(1 + lesson)}\nclient closes\nserver closes\n\nexpect client CLOSED\n`);
    for (const language of LANGUAGES) copy.write(`content/docs/${language}/${slug}.mdx`, lessonOf(lesson));
  }
  const both = (text: string) => ({ en: text, ko: text });
  copy.write('content/course.json', JSON.stringify([...course, { title: both('A large course'), lessons: slugs }]));
  copy.write('content/gallery.json', JSON.stringify([...gallery, { id: 'large', title: both('A large course'), scenarios: slugs.map((name) => ({ name, title: both(`Run of ${name}`), about: both(`The run that ${name} is about.`) })) }]));
  return copy;
}

/** How long a build takes, s, and how much memory it has at most, MB; throws where it fails. */
function build({ folder }: ProjectCopy): Promise<{ readonly s: number; readonly peak: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', PEAK, join(folder, 'node_modules/astro/bin/astro.mjs'), 'build'], { cwd: folder, env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const peak = /^peak (\d+)$/m.exec(said)?.[1];
      if (code === 0 && peak !== undefined) resolve({ s: (performance.now() - began) / 1000, peak: Number(peak) / 1024 });
      else reject(new Error(`The build failed:\n${said}`));
    });
  });
}

/** How a course of 500 lessons in two languages builds, five figures each: from nothing, and again after one line of one lesson has changed. */
export async function measure(): Promise<readonly Figure[]> {
  const copy = largeCourse();
  const first = await build(copy);
  copy.edit('content/docs/en/lesson-250.mdx', 'The lesson 250 of a large course.', 'The lesson 250 of a large course, changed.');
  const again = await build(copy);
  return [
    { name: 'build-500-lessons-s', value: first.s, unit: 's' },
    { name: 'build-500-lessons-peak-mb', value: first.peak, unit: 'MB' },
    { name: 'rebuild-500-lessons-s', value: again.s, unit: 's' },
  ];
}
