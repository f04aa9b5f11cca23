import { parentPort } from 'node:worker_threads';
import { JSDOM } from 'jsdom';
import { boxOf, lengthOf } from './layout-in-node.ts';
import { MERMAID_CONFIG } from './mermaid-config.ts';

const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true });
for (const name of ['window', 'document', 'Element', 'HTMLElement', 'SVGElement', 'Node', 'DOMParser', 'XMLSerializer', 'Option', 'CSSStyleSheet', 'MutationObserver'] as const) {
  Object.defineProperty(globalThis, name, { configurable: true, value: name === 'window' ? window : window[name] });
}
Object.defineProperties(window.SVGElement.prototype, {
  getBBox: { value(this: Element) { return boxOf(this); } },
  getComputedTextLength: { value(this: Element) { return lengthOf(this); } },
});

const { default: mermaid } = await import('mermaid');
mermaid.initialize(MERMAID_CONFIG);

let drawn = 0;
parentPort?.on('message', ({ job, text }: { readonly job: number; readonly text: string }) => {
  drawn += 1;
  mermaid.render(`drawing-${drawn}`, text).then(
    ({ svg }) => parentPort?.postMessage({ job, svg }),
    (error: unknown) => parentPort?.postMessage({ job, error: error instanceof Error ? error.message : String(error) }),
  );
});
