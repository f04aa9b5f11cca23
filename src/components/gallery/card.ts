import type { Findable } from './wish.ts';

/** A scenario of the gallery as it stands in the page. */
export interface Card extends Findable {
  readonly name: string;
  readonly title: string;
  readonly element: HTMLElement;
  readonly said: string;
}

/** Every scenario of the gallery, in the order of the page. */
export function cardsOf(gallery: HTMLElement): readonly Card[] {
  return [...gallery.querySelectorAll<HTMLElement>('li[data-traits]')].map((element) => {
    const text = (selector: string) => element.querySelector(selector)?.textContent.trim() ?? '';
    const group = element.closest('section')?.querySelector('h2')?.textContent ?? '';
    const title = text('h3');
    return { name: element.id, title, element, traits: wordsOf(element.dataset['traits']), misconceptions: wordsOf(element.dataset['misconceptions']), said: [element.id, title, text('.hl-gallery-about'), group].join(' ') };
  });
}

function wordsOf(list = ''): readonly string[] {
  return list.split(' ').filter((word) => word !== '');
}
