/** Shows the copy button of each Mermaid text of the page and makes it work; without JavaScript the buttons stay hidden. */
export function offerCopying(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('.hl-copy')) {
    const text = button.parentElement?.querySelector('code')?.textContent ?? '';
    button.hidden = false;
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(text).then(() => {
        button.textContent = button.dataset['done'] ?? button.textContent;
      });
    });
  }
}
