import { parentPort } from 'node:worker_threads';
import { JSDOM } from 'jsdom';
import { lineHeight, textWidth } from './font-metrics.ts';
import { MERMAID_CONFIG, preparedText } from './mermaid-config.ts';
import { textLayout } from './text-layout.ts';

const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true });
for (const name of ['window', 'document', 'Element', 'HTMLElement', 'SVGElement', 'Node', 'DOMParser', 'XMLSerializer', 'Option', 'CSSStyleSheet', 'MutationObserver'] as const) {
  Object.defineProperty(globalThis, name, { configurable: true, value: name === 'window' ? window : window[name] });
}
const layout = textLayout({ width: textWidth, line: lineHeight });
Object.defineProperties(window.SVGElement.prototype, {
  getBBox: { value(this: Element) { return layout.getBBox(this); } },
  getComputedTextLength: { value(this: Element) { return layout.getComputedTextLength(this); } },
});

const { default: mermaid } = await import('mermaid');
mermaid.initialize(MERMAID_CONFIG);

let drawn = 0;
async function draw(text: string): Promise<string> {
  drawn += 1;
  return (await mermaid.render(`drawing-${drawn}`, preparedText(text))).svg;
}
async function read(text: string): Promise<string> {
  await mermaid.parse(text);
  return '';
}

/** Where Mermaid's parser stumbled, lines from 1, columns from 0; some of its parsers do not say. */
interface Stumbled {
  readonly hash?: { readonly loc?: { readonly first_line?: number; readonly first_column?: number } };
}

parentPort?.on('message', ({ job, text, isOnlyRead }: { readonly job: number; readonly text: string; readonly isOnlyRead: boolean }) => {
  (isOnlyRead ? read : draw)(text).then(
    (svg) => parentPort?.postMessage({ job, svg }),
    (error: unknown) => {
      const { hash } = (typeof error === 'object' && error !== null ? error : {}) as Stumbled;
      parentPort?.postMessage({ job, error: error instanceof Error ? error.message : String(error), line: hash?.loc?.first_line ?? 1, column: (hash?.loc?.first_column ?? 0) + 1 });
    },
  );
});
