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
parentPort?.on('message', ({ job, text }: { readonly job: number; readonly text: string }) => {
  drawn += 1;
  mermaid.render(`drawing-${drawn}`, preparedText(text)).then(
    ({ svg }) => parentPort?.postMessage({ job, svg }),
    (error: unknown) => parentPort?.postMessage({ job, error: error instanceof Error ? error.message : String(error) }),
  );
});
