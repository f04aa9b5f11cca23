import { DIAGRAM_FONT } from './mermaid-config.ts';
import { textLayout, type TextLayout } from './text-layout.ts';

/** Lets Mermaid ask `text-layout.ts` instead of the browser while `draw` runs, and puts the browser's own answers back after it. */
export async function withoutLayout<T>(draw: () => Promise<T>): Promise<T> {
  layout ??= pageLayout();
  const { getBBox, getComputedTextLength } = layout;
  const graphics = shadow(SVGGraphicsElement.prototype, 'getBBox', getBBox);
  const text = shadow(SVGTextContentElement.prototype, 'getComputedTextLength', getComputedTextLength);
  try {
    return await draw();
  } finally {
    graphics();
    text();
  }
}

let layout: TextLayout | null = null;

function pageLayout(): TextLayout {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  const metrics = (text: string, size: number, weight: number): TextMetrics | undefined => {
    if (context === null) return undefined;
    context.font = `${weight} ${size}px "${DIAGRAM_FONT}", sans-serif`;
    return context.measureText(text);
  };
  return textLayout({
    width: (text, size, weight) => {
      const key = `${size} ${weight} ${text}`;
      const width = known.get(key) ?? metrics(text, size, weight)?.width ?? text.length * size * 0.6;
      known.set(key, width);
      return width;
    },
    line: (size) => {
      const { fontBoundingBoxAscent: ascent = size, fontBoundingBoxDescent: descent = size * 0.3 } = metrics('x', size, 400) ?? {};
      return Math.round(ascent) + Math.round(descent);
    },
  });
}

/** Puts the answer over the prototype's own; the result takes it away again. */
function shadow(prototype: SVGElement, name: string, answer: (element: Element) => unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(prototype, name);
  Object.defineProperty(prototype, name, { configurable: true, writable: true, value(this: Element) { return answer(this); } });
  return () => {
    if (own === undefined) Reflect.deleteProperty(prototype, name);
    else Object.defineProperty(prototype, name, own);
  };
}
