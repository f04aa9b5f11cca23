import { copyText } from '../../islands/copy/clipboard.ts';
import { embedSnippet } from '../../islands/copy/embed-snippet.ts';
import { namedMdx } from '../../islands/copy/named-mdx.ts';
import { fill } from '../../narration/fill.ts';
import { withBase } from '../with-base.ts';
import { cardsOf, type Card } from './card.ts';

/** So long a button says that it has copied, ms. */
const SAID = 2000;

/** Makes the buttons work that copy a scenario for use elsewhere; where the browser does not allow copying, the text is given to be copied by hand. */
export function offerCopies(gallery: HTMLElement): void {
  const told = gallery.querySelector('[data-told]');
  for (const card of cardsOf(gallery)) {
    for (const button of card.element.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
      const name = button.textContent;
      button.addEventListener('click', () => {
        const text = button.dataset['copy'] === 'embed' ? embedSnippet(addressOf(card, gallery), card.title) : namedMdx(card.name, card.title);
        void copyText(text).then((isCopied) => {
          const said = isCopied ? fill(gallery.dataset['copied'] ?? '', { what: name }) : (gallery.dataset['refused'] ?? '');
          if (told !== null) told.textContent = said;
          if (isCopied) mark(button);
          else giveByHand(card, text, gallery.dataset['byHand'] ?? '');
        });
      });
    }
  }
}

/** Where the scenario stands by itself, for a frame. */
function addressOf({ name }: Card, { dataset }: HTMLElement): string {
  return new URL(withBase(`${dataset['gallery'] ?? 'en'}/embed/${name}/`, import.meta.env.BASE_URL), location.href).href;
}

function mark(button: HTMLElement): void {
  button.dataset['done'] = '';
  setTimeout(() => delete button.dataset['done'], SAID);
}

function giveByHand({ element }: Card, text: string, label: string): void {
  const field = element.querySelector('textarea') ?? document.createElement('textarea');
  Object.assign(field, { readOnly: true, value: text, ariaLabel: label, rows: 3 });
  element.querySelector('.hl-gallery-card')?.append(field);
  field.focus();
  field.select();
}
