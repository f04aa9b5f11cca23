import type { Measure } from '../measure.ts';
import { MERMAID_CONFIG } from './mermaid-config.ts';

/** The two questions that Mermaid asks of a browser about what it has drawn so far. */
export interface TextLayout {
  readonly getBBox: (element: Element) => Box;
  readonly getComputedTextLength: (element: Element) => number;
}

/** A box in px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const EMPTY: Box = { x: 0, y: 0, width: 0, height: 0 };

/** Answers from the elements' attributes and the font's metrics alone, where nothing is laid out. */
export function textLayout(measure: Measure): TextLayout {
  const lengthOf = (element: Element): number => measure.width(element.textContent, sizeOf(element), weightOf(element));

  const textBox = (element: Element): Box => {
    if (element.textContent.trim() === '') return EMPTY;
    const size = sizeOf(element);
    const lines = [...element.children].filter((child) => child.tagName === 'tspan');
    const width = lines.length === 0 ? lengthOf(element) : Math.max(...lines.map(lengthOf));
    const height = measure.line(size) + (Math.max(lines.length, 1) - 1) * size * 1.1;
    const x = numberOf(element, 'x') - (styleOf(element, 'text-anchor') === 'middle' ? width / 2 : 0);
    return { x, y: numberOf(element, 'y') - size, width, height };
  };

  const boxOf = (element: Element): Box => {
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
        return union([...element.children].map((child) => moved(child, boxOf(child))));
    }
  };

  return { getBBox: boxOf, getComputedTextLength: lengthOf };
}

function pathBox(d: string): Box {
  const numbers = [...d.matchAll(/-?\d*\.?\d+(?:e-?\d+)?/giu)].map(Number);
  return around(numbers.filter((_, i) => i % 2 === 0), numbers.filter((_, i) => i % 2 === 1));
}

function moved(child: Element, box: Box): Box {
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

function styleOf(element: Element, property: string): string | null {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const set = new RegExp(`(?:^|;)\\s*${property}:\\s*([^;]+)`, 'u').exec(at.getAttribute('style') ?? '')?.[1] ?? at.getAttribute(property);
    if (set !== null) return set;
  }
  return null;
}
