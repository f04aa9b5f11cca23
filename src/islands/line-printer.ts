import { late } from './late.ts';

/** What writes lines of the notation: only a reader who changes something needs it. */
export const PRINTER = late(() => import('./print-line.ts').then(({ printLine, describeAct }) => ({ printLine, describeAct })));
