import type { Finished } from './finish-sequence.ts';
import type { SvgNode } from './svg-tree.ts';

/** A state diagram in its final shape. */
export function finishStates(root: SvgNode): Finished {
  throw new Error(`not yet: ${root.tag}`);
}
