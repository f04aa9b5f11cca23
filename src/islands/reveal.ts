import type { Words as DiagramWords } from '../diagram/words.ts';
import type { Trace } from '../simulation/trace.ts';
import { drawnRows } from './rows.ts';

/** The rows of a finished sequence diagram, from above to below: everything but the two hosts at its top. */
function rowsOf(svg: Element): readonly SVGGraphicsElement[] {
  return [...svg.children].filter((child): child is SVGGraphicsElement => child instanceof SVGGraphicsElement && child.matches('g:not(.hl-host)'));
}

/**
 * Shows, of a finished diagram of the whole trace, only the moments before `until`, in place: nothing is drawn again and nothing moves.
 * A segment that is still under way is marked `data-flying` and does not yet say what will become of it. Returns the last row on view.
 */
export function reveal(svg: Element, trace: Trace, words: DiagramWords, until: number): Element | null {
  const rows = drawnRows(trace, words);
  const now = drawnRows(trace, words, until);
  const elements = rowsOf(svg);
  if (elements.length !== rows.length) throw new Error(`The diagram has ${String(elements.length)} rows, its text ${String(rows.length)}`);
  let last: Element | null = null;
  let place = 0;
  rows.forEach((row, index) => {
    const element = elements[index];
    if (element === undefined) return;
    const isShown = row.moment < until;
    const flying = isShown && row.flight !== null && now[place]?.line !== row.line;
    element.toggleAttribute('data-later', !isShown);
    element.toggleAttribute('data-flying', flying);
    if (row.flight !== null) {
      element.setAttribute('data-flight', String(row.flight));
      relabel(element, flying ? [words('diagram.lost'), words('diagram.held')] : []);
    }
    if (isShown) {
      last = element;
      place += 1;
    }
  });
  return last;
}

/** The texts of the row as they were drawn, without these marks. */
function relabel(row: Element, marks: readonly string[]): void {
  for (const text of row.querySelectorAll('text')) {
    const drawn = text.getAttribute('data-drawn') ?? text.textContent;
    const parts = drawn.split(' · ').filter((part) => !marks.includes(part));
    const wanted = marks.length === 0 ? drawn : parts.join(' · ').replace(/ ·$/, '');
    if (text.textContent === wanted) continue;
    text.setAttribute('data-drawn', drawn);
    text.textContent = wanted;
  }
}

/** Lays over each arrow of a segment that can be lost an invisible field that a finger can hit. */
export function layTouchFields(svg: Element, canBeLost: (flight: number) => boolean): void {
  const rows = rowsOf(svg).filter((row) => {
    const flight = row.getAttribute('data-flight');
    return flight !== null && canBeLost(Number(flight)) && row.querySelector('[data-touch]') === null;
  });
  // All are measured before any is changed, so that the browser lays the drawing out once.
  const boxes = rows.map((row) => row.getBBox());
  rows.forEach((row, index) => {
    const { x, y, width, height } = boxes[index] ?? row.getBBox();
    const field = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    for (const [name, value] of Object.entries({ x, y: y - 4, width, height: height + 8, fill: 'transparent', 'data-touch': '' })) field.setAttribute(name, String(value));
    row.append(field);
  });
}
