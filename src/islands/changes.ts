import { sameData } from '../diagram/difference/same-data.ts';
import type { Fault, Intervention, Scenario } from '../simulation/scenario.ts';

/** One line that a reader has added to a scenario, or taken out of it. */
export type ChangedLine =
  | { readonly of: 'fault'; readonly fault: Fault }
  | { readonly of: 'intervention'; readonly intervention: Intervention }
  /** The line that ends the run: taken out where something was done after its end. */
  | { readonly of: 'stop'; readonly stop: NonNullable<Scenario['stop']> };

/** What makes one scenario out of another. */
export interface Changes {
  readonly added: readonly ChangedLine[];
  readonly removed: readonly ChangedLine[];
}

function linesOf({ faults, interventions, stop }: Scenario): readonly ChangedLine[] {
  return [
    ...faults.map((fault): ChangedLine => ({ of: 'fault', fault })),
    ...interventions.map((intervention): ChangedLine => ({ of: 'intervention', intervention })),
    ...(stop === null ? [] : [{ of: 'stop', stop } as const]),
  ];
}

/** What is in the one list and not in the other, as often as it is there oftener; equal is what says the same. */
function beyond(one: readonly ChangedLine[], other: readonly ChangedLine[]): readonly ChangedLine[] {
  const rest = [...other];
  return one.filter((line) => {
    const at = rest.findIndex((own) => sameData(own, line));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** What the deeds of a reader have changed between two scenarios: faults, interventions and the stop. */
export function changesBetween(from: Scenario, to: Scenario): Changes {
  if (from === to) return { added: [], removed: [] };
  const [before, after] = [linesOf(from), linesOf(to)];
  return { added: beyond(after, before), removed: beyond(before, after) };
}

/** The scenario without the line. */
export function without(scenario: Scenario, line: ChangedLine): Scenario {
  switch (line.of) {
    case 'fault':
      return { ...scenario, faults: dropped(scenario.faults, line.fault) };
    case 'intervention':
      return { ...scenario, interventions: dropped(scenario.interventions, line.intervention) };
    case 'stop':
      return { ...scenario, stop: null };
  }
}

/** The list without the last of what says the same as `one`. */
function dropped<T>(list: readonly T[], one: T): readonly T[] {
  const at = list.findLastIndex((it) => sameData(it, one));
  return at < 0 ? list : list.toSpliced(at, 1);
}

/** The scenario with a line of the author's put back: a fault where the author has it, before the reader's. */
export function withLine(scenario: Scenario, author: Scenario, line: ChangedLine): Scenario {
  switch (line.of) {
    case 'fault': {
      const { added, removed } = changesBetween(author, scenario);
      const missing = removed.filter((one) => !sameData(one, line)).flatMap((one) => (one.of === 'fault' ? [one.fault] : []));
      const own = added.flatMap((one) => (one.of === 'fault' ? [one.fault] : []));
      return { ...scenario, faults: [...missing.reduce(dropped, author.faults), ...own] };
    }
    case 'intervention':
      return { ...scenario, interventions: [...scenario.interventions, line.intervention].toSorted((one, other) => one.after - other.after) };
    case 'stop':
      return { ...scenario, stop: line.stop };
  }
}

/** The scenario as it is without a reader's changes: what they have added is taken out, and what they have taken out stands at its beginning. */
export function withoutChanges(scenario: Scenario, { added, removed }: Changes): Scenario {
  if (added.length + removed.length === 0) return scenario;
  const { faults, interventions, stop, ...rest } = added.reduce(without, scenario);
  const given = removed.find((line) => line.of === 'stop');
  return {
    ...rest,
    faults: [...removed.flatMap((line) => (line.of === 'fault' ? [line.fault] : [])), ...faults],
    interventions: [...interventions, ...removed.flatMap((line) => (line.of === 'intervention' ? [line.intervention] : []))].toSorted((one, other) => one.after - other.after),
    stop: stop ?? given?.stop ?? null,
  };
}
