import { answered, marked } from '../../progress/deeds.ts';
import { isRead, type Answer } from '../../progress/progress.ts';
import { store } from './here.ts';
import { showMarks } from './marks.ts';
import { tellUnkept } from './unkept.ts';

/** What is told of an answer; without a slug it was given in the page in which it is told. */
export type AnsweredHere = Omit<Answer, 'at'> & { readonly slug?: string };

/** What a page may ask to be kept. */
interface Following {
  readonly answer: (answer: AnsweredHere) => void;
  /** The end of the lesson has been seen. */
  readonly seen: () => void;
  /** The reader says of the lesson that it is read, or takes that back. */
  readonly turn: () => void;
}

let following: Following | null = null;

/** Begins to show progress in the page, once, and takes what is to be kept. */
export function follow(page: Document): Following {
  following ??= begin(page);
  return following;
}

function begin(page: Document): Following {
  const here = page.querySelector<HTMLMetaElement>('meta[name="handshake-lab:page"]')?.content ?? '';
  const end = page.querySelector<HTMLElement>('[data-lesson-end]');
  let isByHand = false;
  const show = () => {
    if (end !== null) end.dataset['read'] = String(isRead(store.progress(), here));
    showMarks(page, store.progress);
  };
  const mark = (read: boolean) => {
    store.change((progress) => marked(progress, here, read, Date.now()));
    tellUnkept(page, store.trouble());
  };
  store.onChange(show);
  show();
  return {
    answer: ({ slug = here, ...answer }) => {
      store.change((progress) => answered(progress, slug, answer, Date.now()));
      tellUnkept(page, store.trouble());
    },
    seen: () => {
      if (!isByHand && !isRead(store.progress(), here)) mark(true);
    },
    turn: () => {
      isByHand = true;
      mark(!isRead(store.progress(), here));
    },
  };
}
