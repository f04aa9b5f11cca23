import { defineToolbarApp } from 'astro/toolbar';
import { PROBLEMS_EVENT, type ToldProblem, type ToldProblems } from './told-problem.ts';

const STYLE = `
  astro-dev-toolbar-window { gap: 16px; }
  h1 { display: flex; align-items: center; justify-content: space-between; margin: 0; font-size: 18px; }
  ol { display: grid; gap: 16px; overflow: auto; margin: 0; padding: 0; list-style: none; }
  li { display: grid; gap: 6px; border-inline-start: 3px solid #f47a7a; padding-inline-start: 12px; }
  li[data-warning] { border-color: #e5c07b; }
  p { margin: 0; line-height: 1.45; overflow-wrap: anywhere; }
  .message { color: #fff; font-weight: 600; }
  .place { justify-self: start; border: 0; padding: 0; background: none; color: #9fc3ff; font: 13px ui-monospace, monospace; text-align: start; text-decoration: underline; overflow-wrap: anywhere; cursor: pointer; }
  .close { border: 1px solid #545864; border-radius: 8px; padding: 6px 12px; background: none; color: inherit; font: inherit; font-size: 14px; cursor: pointer; }
  :is(.place, .close):focus-visible { outline: 2px solid #9fc3ff; outline-offset: 2px; }
  pre { overflow-x: auto; margin: 0; border-radius: 6px; padding: 8px 10px; background: #0b0c10; font: 13px/1.5 ui-monospace, 'Nanum Gothic Coding', 'Noto Sans Mono CJK KR', monospace; }
  .caret { color: #f47a7a; font-weight: 700; }
  [data-warning] .caret { color: #e5c07b; }
`;

/** Which list of problems the reader has closed: it stays closed from page to page, until there is another. */
const CLOSED = 'handshake-lab-problems-closed';

/** In Astro's toolbar, while somebody writes: everything that is wrong with the content, whichever page is open. Opens by itself where something new is wrong, and goes away when all is well. */
export default defineToolbarApp({
  init(canvas, app, server) {
    let told: ToldProblems = { summary: '', problems: [] };
    const keyOf = () => told.problems.map(({ place, message }) => place + message).join('\n');

    const show = () => {
      const style = document.createElement('style');
      style.textContent = STYLE;
      const frame = document.createElement('astro-dev-toolbar-window');
      const heading = element('h1', '', told.summary === '' ? 'Looking through the content …' : told.summary);
      const close = element('button', 'close', 'Close');
      close.addEventListener('click', () => {
        app.toggleState({ state: false });
      });
      heading.append(close);
      const list = document.createElement('ol');
      list.append(...told.problems.map(itemOf));
      frame.append(heading, list);
      canvas.replaceChildren(style, frame);
    };
    app.onToggled(({ state }) => {
      if (!state && told.problems.length > 0) sessionStorage.setItem(CLOSED, keyOf());
    });
    document.addEventListener('astro:after-swap', show);
    server.on<ToldProblems>(PROBLEMS_EVENT, (now) => {
      told = now;
      show();
      const isWell = told.problems.length === 0;
      const isOnlyDoubt = told.problems.every((problem) => problem.isWarning);
      app.toggleNotification(isWell ? { state: false } : { state: true, level: isOnlyDoubt ? 'warning' : 'error' });
      if (isWell) app.toggleState({ state: false });
      else if (!isOnlyDoubt && sessionStorage.getItem(CLOSED) !== keyOf()) app.toggleState({ state: true });
    });
    show();
  },
});

function itemOf({ place, open, isWarning, message, hint, excerpt }: ToldProblem): HTMLElement {
  const item = document.createElement('li');
  item.toggleAttribute('data-warning', isWarning);
  const link = element('button', 'place', place);
  link.addEventListener('click', () => void fetch(`/__open-in-editor?file=${encodeURIComponent(open)}`));
  item.append(link, element('p', 'message', isWarning ? `Warning: ${message}` : message));
  if (excerpt !== null) {
    const code = element('pre', '', `${excerpt.margin}${excerpt.code}\n${' '.repeat(excerpt.margin.length - 2)}| `);
    code.append(element('span', 'caret', excerpt.caret));
    item.append(code);
  }
  item.append(element('p', 'hint', hint));
  return item;
}

function element(name: string, look: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.className = look;
  made.textContent = text;
  return made;
}
