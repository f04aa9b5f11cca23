import { LINE_HEIGHT, textWidth } from './font-metrics.ts';
import { MERMAID_CONFIG } from './mermaid-config.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const EMPTY: Box = { x: 0, y: 0, width: 0, height: 0 };

/** What a browser's `getBBox` would say of the element, in px, from its attributes and the metrics of the shipped font. */
export function boxOf(element: Element): Box {
  switch (element.tagName.toLowerCase()) {
    case 'text':
    case 'tspan':
      return textBox(element);
    case 'rect':
    case 'image':
      return { x: numberOf(element, 'x'), y: numberOf(element, 'y'), width: numberOf(element, 'width'), height: numberOf(element, 'height') };
    case 'circle': {
      const r = numberOf(element, 'r');
      return { x: numberOf(element, 'cx') - r, y: numberOf(element, 'cy') - r, width: 2 * r, height: 2 * r };
    }
    case 'line':
      return around([numberOf(element, 'x1'), numberOf(element, 'x2')], [numberOf(element, 'y1'), numberOf(element, 'y2')]);
    case 'path':
      return pathBox(element.getAttribute('d') ?? '');
    case 'defs':
    case 'marker':
    case 'style':
      return EMPTY;
    default:
      return union([...element.children].map(movedBox));
  }
}

/** What a browser's `getComputedTextLength` would say, in px. */
export function lengthOf(element: Element): number {
  return textWidth(element.textContent, sizeOf(element), weightOf(element));
}

function textBox(element: Element): Box {
  const size = sizeOf(element);
  const lines = [...element.children].filter((child) => child.tagName === 'tspan');
  const width = lines.length === 0 ? lengthOf(element) : Math.max(...lines.map(lengthOf));
  const height = size * LINE_HEIGHT + (Math.max(lines.length, 1) - 1) * size * 1.1;
  const x = numberOf(element, 'x') - (anchorOf(element) === 'middle' ? width / 2 : 0);
  return element.textContent.trim() === '' ? EMPTY : { x, y: numberOf(element, 'y') - size, width, height };
}

function pathBox(d: string): Box {
  const numbers = [...d.matchAll(/-?\d*\.?\d+(?:e-?\d+)?/giu)].map(Number);
  return around(numbers.filter((_, i) => i % 2 === 0), numbers.filter((_, i) => i % 2 === 1));
}

function movedBox(child: Element): Box {
  const box = boxOf(child);
  const move = /translate\(\s*(-?[\d.]+)[ ,]+(-?[\d.]+)/u.exec(child.getAttribute('transform') ?? '');
  return move === null || box === EMPTY ? box : { ...box, x: box.x + Number(move[1]), y: box.y + Number(move[2]) };
}

function union(boxes: readonly Box[]): Box {
  const full = boxes.filter(({ width, height }) => width > 0 || height > 0);
  if (full.length === 0) return EMPTY;
  return around(full.flatMap(({ x, width }) => [x, x + width]), full.flatMap(({ y, height }) => [y, y + height]));
}

function around(xs: readonly number[], ys: readonly number[]): Box {
  if (xs.length === 0 || ys.length === 0) return EMPTY;
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function numberOf(element: Element, name: string): number {
  const value = Number.parseFloat(element.getAttribute(name) ?? '');
  return Number.isFinite(value) ? value : 0;
}

function sizeOf(element: Element): number {
  return Number.parseFloat(styleOf(element, 'font-size') ?? '') || Number(MERMAID_CONFIG.fontSize);
}

function weightOf(element: Element): number {
  const weight = styleOf(element, 'font-weight');
  return weight === 'bold' ? 700 : Number(weight) || 400;
}

function anchorOf(element: Element): string | null {
  return styleOf(element, 'text-anchor');
}

function styleOf(element: Element, property: string): string | null {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const set = new RegExp(`(?:^|;)\\s*${property}:\\s*([^;]+)`, 'u').exec(at.getAttribute('style') ?? '')?.[1] ?? at.getAttribute(property);
    if (set !== null) return set;
  }
  return null;
}
