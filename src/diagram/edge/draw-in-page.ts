import type { Measure } from '../measure.ts';
import { named, type Naming } from '../named-drawing.ts';
import type { Sequence } from '../sequence-diagram.ts';
import { drawSequence } from '../sequence-drawing.ts';
import { SEQUENCE_SIZES, layOut } from '../sequence-layout.ts';

/** The finished SVG of a sequence diagram, as real Mermaid and the same finishing give it at build time. Waits for the font, since that says how wide a text is. */
export async function drawInPage(sequence: Sequence, naming: Naming): Promise<string> {
  fonts ??= Promise.all([400, 600].map((weight) => document.fonts.load(`${String(weight)} ${String(SEQUENCE_SIZES.fontSize)}px "${SEQUENCE_SIZES.font}"`).catch(() => [])));
  await fonts;
  measure ??= pageMeasure();
  return named(drawSequence(layOut(sequence, measure)), 'hl-sequence', naming);
}

let fonts: Promise<unknown> | null = null;
let measure: Measure | null = null;

function pageMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  const metrics = (text: string, size: number, weight: number): TextMetrics | undefined => {
    if (context === null) return undefined;
    context.font = `${String(weight)} ${String(size)}px "${SEQUENCE_SIZES.font}", sans-serif`;
    return context.measureText(text);
  };
  return {
    width: (text, size, weight) => {
      const key = `${String(size)} ${String(weight)} ${text}`;
      const width = known.get(key) ?? metrics(text, size, weight)?.width ?? text.length * size * 0.6;
      known.set(key, width);
      return width;
    },
    line: (size) => {
      const { fontBoundingBoxAscent: ascent = size, fontBoundingBoxDescent: descent = size * 0.3 } = metrics('x', size, 400) ?? {};
      return Math.round(ascent) + Math.round(descent);
    },
  };
}
