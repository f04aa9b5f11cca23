import { markWords } from './mark-words.ts';
import type { Trouble } from './store.ts';

const told = new Set<Trouble>();

/** Tells the reader, once in a page, why what they do is not kept. */
export function tellUnkept(page: Document, trouble: Trouble | null): void {
  if (trouble === null || told.has(trouble)) return;
  told.add(trouble);
  void markWords(page).then((words) => {
    const [box, text, close] = [page.createElement('div'), page.createElement('p'), page.createElement('button')];
    box.className = 'hl-unkept';
    text.setAttribute('role', 'status');
    close.type = 'button';
    close.textContent = words['mark.close'] ?? '';
    close.addEventListener('click', () => box.remove());
    box.append(text, close);
    page.body.append(box);
    // What is said comes after the place where it is said, so that it is heard.
    requestAnimationFrame(() => (text.textContent = words[`mark.unkept.${trouble}`] ?? ''));
  });
}
