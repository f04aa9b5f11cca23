import type { Answered } from '../answers-report.ts';
import type { AnsweredHere } from './follow.ts';
import { STORE_KEY } from './store-key.ts';

declare global {
  interface DocumentEventMap {
    /** An exercise has been answered, anywhere in the page. */
    'handshake:answered': CustomEvent<AnsweredHere & Partial<Pick<Answered, 'score' | 'attempts'>>>;
  }
}

/** For so long the end of a lesson has to be in view, ms, for the lesson to be read. */
const MOMENT = 1500;

/** Keeps in the reader's progress what they read and answer in this page, and shows it; the code for that is fetched when there is something to keep or to show. */
export function followProgress(page: Document): void {
  const following = () => import('./follow.ts').then(({ follow }) => follow(page));
  page.addEventListener('handshake:answered', ({ detail }) => void following().then(({ answer }) => answer(detail)));
  const end = page.querySelector<HTMLElement>('[data-lesson-end]');
  if (end !== null) {
    end.querySelector('button')?.addEventListener('click', () => void following().then(({ turn }) => turn()));
    whenSeen(end, () => void following().then(({ seen }) => seen()));
  }
  if (isAnythingKept()) void following();
}

function isAnythingKept(): boolean {
  try {
    return localStorage.getItem(STORE_KEY) !== null;
  } catch {
    return false;
  }
}

/** Calls once, when the element has been in view for a moment. */
function whenSeen(element: Element, call: () => void): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const observer = new IntersectionObserver((entries) => {
    clearTimeout(waiting);
    if (entries.at(-1)?.isIntersecting !== true) return;
    waiting = setTimeout(() => {
      observer.disconnect();
      call();
    }, MOMENT);
  });
  observer.observe(element);
}
