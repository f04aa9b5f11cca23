import { fontFaces } from './fonts.ts';
import { lookOf, PLAIN, wear, type Look } from './look.ts';
import { paintOf } from './paint.ts';

/** Blank paper around a drawing, in its own units. */
const MARGIN = 16;

/** What has no look of its own, and what is drawn only where something refers to it. */
const UNSEEN = 'title, desc, metadata';
const DEFINITIONS = 'defs, symbol, marker, clipPath, mask, pattern, linearGradient, radialGradient, filter';
const SHAPES = 'path, line, polyline, polygon, rect, circle, ellipse, text, tspan';

/** What only makes sense in a page. */
const OF_THE_PAGE = /^(?:class|style|tabindex|focusable|role|aria-.*|data-.*|on.*)$/;
const NAMING: readonly string[] = ['role', 'aria-labelledby', 'aria-describedby'];

/** A drawing of the page as a file of its own that looks as it does there now: what the page's style gives it is written into it, with its fonts, and what is hidden is left out. It is given the title where it has none. */
export async function standaloneSvg(svg: SVGSVGElement, title: string): Promise<string> {
  const weights = new Set<string>();
  const copy = dressed(svg, PLAIN, weights, false);
  if (!(copy instanceof SVGSVGElement)) throw new Error('The drawing is hidden');
  const { x, y, width, height } = boxOf(svg);
  const frame = { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
  set(copy, { viewBox: [frame.x, frame.y, frame.width, frame.height].join(' '), width: frame.width, height: frame.height, xmlns: 'http://www.w3.org/2000/svg' });
  if (copy.querySelector(':scope > title') === null) {
    copy.prepend(document.createElementNS(copy.namespaceURI, 'title'));
    if (copy.firstElementChild !== null) copy.firstElementChild.textContent = title;
    copy.setAttribute('role', 'img');
  }
  const paper = document.createElementNS(copy.namespaceURI, 'rect');
  set(paper, { ...frame, fill: paperOf(svg) });
  const style = document.createElementNS(copy.namespaceURI, 'style');
  style.textContent = await fontFaces(copy.getAttribute('font-family') ?? '', weights);
  const naming = [...copy.children].filter((child) => child.matches(UNSEEN));
  copy.prepend(...naming, ...(style.textContent === '' ? [] : [style]), paper);
  return new XMLSerializer().serializeToString(copy);
}

/** The element with its look written into it, and all that is seen of what it holds; null where nothing is. */
function dressed(element: Element, around: Look, weights: Set<string>, isDefinition: boolean): Element | null {
  if (element.matches('style, script')) return null;
  if (element.matches(UNSEEN)) return withoutPage(element.cloneNode(true) as Element, false);
  const look = lookOf(element);
  const defines = isDefinition || element.matches(DEFINITIONS);
  if (!defines && isUnseen(element, look)) return null;
  const copy = withoutPage(element.cloneNode(false) as Element, element instanceof SVGSVGElement);
  wear(copy, look, around);
  if (element.matches('text, tspan')) weights.add(look['font-weight'] ?? '');
  for (const child of element.childNodes) {
    const inside = child instanceof Element ? dressed(child, look, weights, defines) : child.nodeType === Node.TEXT_NODE ? child.cloneNode() : null;
    if (inside !== null) copy.append(inside);
  }
  return element.matches('g') && copy.childElementCount === 0 ? null : copy;
}

function isUnseen(element: Element, look: Look): boolean {
  if (look['opacity'] === '0' || getComputedStyle(element).display === 'none') return true;
  if (!element.matches(SHAPES)) return false;
  const isBlank = look['fill'] === 'none' && (look['stroke'] === 'none' || look['stroke-width'] === '0') && look['marker-end'] === 'none';
  return look['visibility'] !== 'visible' || isBlank;
}

function withoutPage(element: Element, isRoot: boolean): Element {
  for (const { name } of [...element.attributes]) {
    if (OF_THE_PAGE.test(name) && !(isRoot && NAMING.includes(name))) element.removeAttribute(name);
  }
  return element;
}

/** What of its own plane the drawing shows. */
function boxOf(svg: SVGSVGElement): Pick<DOMRect, 'x' | 'y' | 'width' | 'height'> {
  const { baseVal } = svg.viewBox;
  if (svg.hasAttribute('viewBox') && baseVal.width > 0) return baseVal;
  const { width, height } = svg.getBoundingClientRect();
  return { x: 0, y: 0, width, height };
}

/** The colour that the drawing stands on: of the nearest element around it that has one. */
function paperOf(svg: SVGSVGElement): string {
  for (let around: Element | null = svg; around !== null; around = around.parentElement) {
    const { color, opacity } = paintOf(getComputedStyle(around).backgroundColor);
    if (color !== 'none' && opacity === 1) return color;
  }
  return '#ffffff';
}

function set(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
