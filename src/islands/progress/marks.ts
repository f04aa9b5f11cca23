import { glance, standing } from '../../progress/standing.ts';
import type { Progress } from '../../progress/progress.ts';
import { exercisesHere } from './exercises.ts';
import { langOf, markWords } from './mark-words.ts';
import { PICTURES } from './pictures.ts';

/** Shows beside each lesson of the sidebar how far the reader has come with it: a picture, and a word for those who hear the page. What is needed for it may arrive in any order, so progress is asked for when it is shown. */
export function showMarks(page: Document, progress: () => Progress): void {
  void Promise.all([exercisesHere(langOf(page)), markWords(page)]).then(([exercises, words]) => {
    for (const link of page.querySelectorAll<HTMLAnchorElement>('a[data-lesson]')) {
      const slug = link.dataset['lesson'] ?? '';
      const come = glance(standing(progress(), slug, exercises[slug] ?? []));
      link.querySelector('.hl-mark')?.remove();
      if (come === 'new') continue;
      link.append(markOf(page, come, words[`mark.${come}`] ?? ''));
    }
  });
}

function markOf(page: Document, come: 'begun' | 'read' | 'done', word: string): HTMLElement {
  const mark = page.createElement('span');
  mark.className = 'hl-mark';
  mark.dataset['come'] = come;
  mark.innerHTML = `<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">${PICTURES[come]}</svg>`;
  const said = page.createElement('span');
  said.className = 'sr-only';
  said.textContent = `, ${word}`;
  mark.append(said);
  return mark;
}
