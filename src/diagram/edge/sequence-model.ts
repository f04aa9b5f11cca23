import type { ArrowModel, BoxModel, SequenceModel, TextLine } from '../sequence-model.ts';
import { elementsOf, hasClass, numberOf, textOf, type SvgNode } from './svg-tree.ts';

/** Reads Mermaid's drawing of a sequence diagram with the two hosts A and B. */
export function readSequence(root: SvgNode): SequenceModel {
  const all = elementsOf(root);
  const life = all.filter((node) => hasClass(node, 'actor-line'));
  const xOf = (name: string): number => numberOf(life.find((node) => node.attributes['name'] === name) ?? root, 'x1');
  const [a, b] = [xOf('A'), xOf('B')];
  const parts: (BoxModel | ArrowModel)[] = [];
  let box: TextLine[] = [];
  let label: TextLine[] = [];
  for (const node of all) {
    if (node.tag === 'rect' && (hasClass(node, 'actor') || hasClass(node, 'note'))) {
      box = [];
      parts.push(boxOf(node, hasClass(node, 'actor') ? 'host' : 'note', a, b, box));
    } else if (node.tag === 'text') {
      (hasClass(node, 'messageText') ? label : box).push(lineOf(node));
    } else if (hasClass(node, 'messageLine0') || hasClass(node, 'messageLine1')) {
      parts.push({ kind: 'arrow', y: numberOf(node, 'y1'), rightwards: numberOf(node, 'x1') < numberOf(node, 'x2'), style: styleOf(node), lines: label });
      label = [];
    }
  }
  const height = Math.max(...parts.map((part) => (part.kind === 'arrow' ? part.y : part.y + part.height)));
  return { height, parts: parts.toSorted((one, other) => one.y - other.y) };
}

function boxOf(rect: SvgNode, kind: BoxModel['kind'], a: number, b: number, lines: readonly TextLine[]): BoxModel {
  const width = numberOf(rect, 'width');
  const middle = numberOf(rect, 'x') + width / 2;
  const over = Math.abs(middle - (a + b) / 2) < 1 ? 'both' : Math.abs(middle - a) < Math.abs(middle - b) ? 'A' : 'B';
  return { kind, over, y: numberOf(rect, 'y'), width, height: numberOf(rect, 'height'), lines };
}

function lineOf(node: SvgNode): TextLine {
  const spans = node.children.filter((child) => typeof child !== 'string');
  const size = Number.parseFloat(/font-size:\s*([\d.]+)/u.exec(node.attributes['style'] ?? '')?.[1] ?? '12');
  const dy = node.attributes['dy'] === '1em' ? size : numberOf(spans[0] ?? node, 'dy');
  return { y: numberOf(node, 'y') + dy, text: textOf(node).replace(/\u200b/gu, '').trim() };
}

/** The arrow of the Mermaid text, read back: `->>` `-)` `-x` `-->` `-->>` `--)`. */
function styleOf(line: SvgNode): ArrowModel['style'] {
  const head = /-(arrowhead|filled-head|crosshead)\)/u.exec(line.attributes['marker-end'] ?? '')?.[1];
  const dotted = hasClass(line, 'messageLine1');
  if (head === 'crosshead') return 'lost';
  if (head === 'filled-head') return dotted ? 'injected' : 'again';
  if (head === 'arrowhead') return dotted ? 'arriving' : 'sent';
  return 'departing';
}
