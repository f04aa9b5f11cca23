import { SIZE } from '../states-place.ts';
import { drawStates } from '../states-drawing.ts';
import type { Finished } from '../named-drawing.ts';
import { readStates } from './states-model.ts';
import type { SvgNode } from './svg-tree.ts';

/** A state diagram in its final shape, from what Mermaid drew of it. */
export function finishStates(root: SvgNode): Finished {
  return { width: SIZE.width, height: SIZE.height, body: drawStates(readStates(root)) };
}
