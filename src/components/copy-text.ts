import { copyText } from '../islands/copy/clipboard.ts';

/** Shows the copy button of each Mermaid text of the page and makes it work; without JavaScript the buttons stay hidden. Where the browser does not allow copying, the text is selected instead. */
export function offerCopying(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('.hl-copy')) {
    const code = button.parentElement?.querySelector('code');
    if (code === null || code === undefined) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      void copyText(code.textContent).then((isCopied) => {
        if (isCopied) button.textContent = button.dataset['done'] ?? button.textContent;
        else page.getSelection()?.selectAllChildren(code);
      });
    });
  }
}
