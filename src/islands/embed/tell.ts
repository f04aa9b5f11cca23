import { listenerIn, resultOf, type Message } from './message.ts';

/** Tells the page that frames this one how high the content is, whenever that changes, and what the reader has answered. Outside of a frame it tells nobody. */
export function tellParent(page: Document): void {
  if (parent === window) return;
  const listener = listenerIn(location.search);
  const tell = (message: Message) => parent.postMessage(message, listener);
  const heightNow = () => Math.ceil(page.body.getBoundingClientRect().height);
  const { embed: kind = '' } = page.body.dataset;
  const title = page.querySelector('h1')?.textContent ?? '';
  let height = heightNow();
  tell({ source: 'handshake-lab', version: 1, type: 'ready', kind, language: page.documentElement.lang, title, height });
  new ResizeObserver(() => {
    const now = heightNow();
    if (now === height) return;
    height = now;
    tell({ source: 'handshake-lab', version: 1, type: 'resize', height });
  }).observe(page.body);
  page.addEventListener('handshake:answered', ({ detail }) => tell(resultOf(detail)));
}
