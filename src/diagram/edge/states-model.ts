import { STATES, type State } from '../../tcp/state.ts';
import type { StateArrow, StatesModel } from '../states-drawing.ts';
import { elementsOf, hasClass, numberOf, textOf, type SvgNode } from './svg-tree.ts';

interface Box {
  readonly state: State;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const NUMBERED = /^\(([\d, ]+)\) */u;

/** Reads Mermaid's drawing of a state diagram of TCP; each arrow's ends are the boxes that it touches. */
export function readStates(root: SvgNode): StatesModel {
  const all = elementsOf(root);
  const nodes = all.filter((node) => hasClass(node, 'node'));
  const boxes = nodes.flatMap((node) => boxOf(node));
  const labels = new Map(all.filter((node) => hasClass(node, 'label')).map((node) => [node.attributes['data-id'] ?? '', linesOf(node)]));
  const named = (name: string): readonly State[] => nodes.filter((node) => hasClass(node, name)).flatMap((node) => stateOf(node));
  return {
    arrows: all.filter((node) => node.tag === 'path' && node.attributes['data-edge'] === 'true').flatMap((path) => arrowOf(path, boxes, labels)),
    taken: [...named('takenA'), ...named('takenB')],
    current: named('currentA')[0] ?? named('currentB')[0] ?? null,
    host: named('currentB').length > 0 ? 'B' : 'A',
  };
}

function arrowOf(path: SvgNode, boxes: readonly Box[], labels: ReadonlyMap<string, readonly string[]>): readonly StateArrow[] {
  const numbers = (path.attributes['d'] ?? '').match(/-?\d+(?:\.\d+)?/gu)?.map(Number) ?? [];
  const from = nearest(boxes, numbers[0] ?? 0, numbers[1] ?? 0);
  const to = nearest(boxes, numbers.at(-2) ?? 0, numbers.at(-1) ?? 0);
  if (from === null || to === null) return [];
  const lines = labels.get(path.attributes['data-id'] ?? '') ?? [];
  const steps = NUMBERED.exec(lines[0] ?? '')?.[1] ?? null;
  return [{ from, to, steps, lines: lines.map((line) => line.replace(NUMBERED, '')).filter((line) => line !== '') }];
}

function nearest(boxes: readonly Box[], x: number, y: number): State | null {
  const far = (box: Box): number => Math.hypot(Math.max(Math.abs(x - box.x) - box.width / 2, 0), Math.max(Math.abs(y - box.y) - box.height / 2, 0));
  return boxes.reduce<Box | null>((best, box) => (best === null || far(box) < far(best) ? box : best), null)?.state ?? null;
}

function boxOf(node: SvgNode): readonly Box[] {
  const move = /translate\(\s*(-?[\d.]+)[ ,]+(-?[\d.]+)/u.exec(node.attributes['transform'] ?? '');
  const rect = elementsOf(node).find(({ tag }) => tag === 'rect');
  if (move === null || rect === undefined) return [];
  return stateOf(node).map((state) => ({ state, x: Number(move[1]), y: Number(move[2]), width: numberOf(rect, 'width'), height: numberOf(rect, 'height') }));
}

function stateOf(node: SvgNode): readonly State[] {
  const text = textOf(node).replace(/\s+/gu, '');
  return STATES.filter((state) => state === text);
}

function linesOf(label: SvgNode): readonly string[] {
  return elementsOf(label).filter((node) => hasClass(node, 'text-outer-tspan')).map((line) => textOf(line).replace(/\s+/gu, ' ').trim());
}
