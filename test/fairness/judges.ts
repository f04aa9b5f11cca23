import type { Kind } from '../../src/exercise/exercise.ts';
import { judgeBlanks } from './blanks.ts';
import { judgeDecode } from './decode.ts';
import type { Judge } from './judge.ts';
import { judgeFault } from './fault.ts';
import { judgeIfLost } from './if-lost.ts';
import { judgeImpossible } from './impossible.ts';
import { judgeNextSegment } from './next-segment.ts';
import { judgeOrder } from './order.ts';
import { judgePath } from './path.ts';
import { judgeRule } from './rule.ts';
import { judgeState } from './state.ts';

/** The judge of each kind. */
export const JUDGES: Readonly<Record<Kind, Judge>> = {
  state: judgeState,
  'next-segment': judgeNextSegment,
  order: judgeOrder,
  blanks: judgeBlanks,
  decode: judgeDecode,
  'if-lost': judgeIfLost,
  path: judgePath,
  impossible: judgeImpossible,
  fault: judgeFault,
  rule: judgeRule,
};
