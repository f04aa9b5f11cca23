import { HOST_IDS, type HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { escapeMermaid } from './escape.ts';
import { figureRows, type FigureRow } from './figure-rows.ts';
import { fold, shorten } from './fold.ts';
import { hostName } from './host-name.ts';
import type { Shown } from './shown.ts';
import type { Words } from './words.ts';

/** A sequence diagram: what stands in the two boxes at its top, and its rows from above to below. */
export interface Sequence {
  readonly hosts: Readonly<Record<HostId, readonly string[]>>;
  readonly rows: readonly SequenceRow[];
}

/** A row of a sequence diagram, all of its text in lines. */
export type SequenceRow = Exclude<FigureRow, { kind: 'gap' }> | { readonly kind: 'gap'; readonly lines: readonly string[] };

/** The trace as a sequence diagram. */
export function sequenceOf(trace: Trace, words: Words, shown: Shown = {}): Sequence {
  const top = (host: HostId) => [shorten(hostName(trace, host, words), NAME_EMS), ...startState(trace, host)];
  return { hosts: { A: top('A'), B: top('B') }, rows: figureRows(trace, words, shown).map((row) => (row.kind === 'gap' ? { kind: 'gap', lines: fold(row.text, GAP_EMS) } : row)) };
}

/** The Mermaid text of a sequence diagram. */
export function mermaidOf({ hosts, rows }: Sequence): string {
  return `${['sequenceDiagram', ...HOST_IDS.map((host) => `participant ${host} as ${broken(hosts[host])}`), ...rows.map(lineOf)].join('\n')}\n`;
}

/** The Mermaid text of the trace as a sequence diagram, the same byte for byte for the same trace and words. */
export function sequenceDiagram(trace: Trace, words: Words, shown: Shown = {}): string {
  return mermaidOf(sequenceOf(trace, words, shown));
}

const NAME_EMS = 8;
const GAP_EMS = 19;

/** The state that all of the host's endpoints begin in; with several that differ, none. */
function startState({ connections }: Trace, host: HostId): readonly string[] {
  const states = new Set(connections.map(({ start }) => start[host].state));
  return states.size === 1 ? [...states] : [];
}

function lineOf(row: SequenceRow): string {
  switch (row.kind) {
    case 'gap':
      return `Note over A,B: ${broken(row.lines)}`;
    case 'note':
      return `Note over ${row.host}: ${broken(row.lines)}`;
    case 'arrow':
      return `${row.from}${row.arrow}${row.to}: ${broken(row.lines)}`;
  }
}

function broken(lines: readonly string[]): string {
  return lines.map(escapeMermaid).join('<br/>');
}
