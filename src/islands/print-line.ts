import { printFault, printIntervention, printStop } from '../scenario/print.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { ChangedLine } from './changes.ts';

/** A line that a reader has changed, in the notation. */
export function printLine(line: ChangedLine, scenario: Scenario): string {
  switch (line.of) {
    case 'fault':
      return printFault(line.fault, scenario);
    case 'intervention':
      return printIntervention(line.intervention, scenario);
    case 'stop':
      return printStop(line.stop, scenario);
  }
}

export { describeAct } from '../scenario/print.ts';
