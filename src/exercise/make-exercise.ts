import type { Trace } from '../simulation/trace.ts';
import type { Maker } from './draft.ts';
import type { Kind, MadeExercise } from './exercise.ts';
import { identityOf } from './identity.ts';
import { makeBlanks } from './kind/blanks.ts';
import { makeDecode } from './kind/decode.ts';
import { makeFault } from './kind/fault.ts';
import { makeIfLost } from './kind/if-lost.ts';
import { makeImpossible } from './kind/impossible.ts';
import { makeNextSegment } from './kind/next-segment.ts';
import { makeOrder } from './kind/order.ts';
import { makePath } from './kind/path.ts';
import { makeRule } from './kind/rule.ts';
import { makeState } from './kind/state.ts';
import { misconceptionsIn } from './misconceptions-in.ts';

const MAKERS: Readonly<Record<Kind, Maker>> = {
  state: makeState,
  'next-segment': makeNextSegment,
  order: makeOrder,
  blanks: makeBlanks,
  decode: makeDecode,
  'if-lost': makeIfLost,
  path: makePath,
  impossible: makeImpossible,
  fault: makeFault,
  rule: makeRule,
};

/** Whether all that happens at the hosts happens to one connection. */
function isOfOne({ connections, moments }: Trace): boolean {
  return connections.length === 1 && moments.every((moment) => moment.kind !== 'endpoint' || moment.connection === 0);
}

/** The exercise of this kind for this seed (any integer), or null where the kind does not apply or a run has several connections or a listener beside its one, which a question would have to tell apart; seeds in a row ask about different moments as long as the trace has some. */
export function makeExercise(trace: Trace, kind: Kind, seed: number): MadeExercise | null {
  if (!isOfOne(trace)) return null;
  const draft = MAKERS[kind](trace, seed);
  return draft === null ? null : { id: identityOf(trace.scenario, kind, seed), kind, seed, misconceptions: misconceptionsIn(draft.fields), ...draft };
}
