import { HOST_IDS, type HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { escapeMermaid } from './escape.ts';
import { figureRows, type FigureRow } from './figure-rows.ts';
import { fold, shorten } from './fold.ts';
import { hostName } from './host-name.ts';
import type { Shown } from './shown.ts';
import type { Words } from './words.ts';

/** The Mermaid text of the trace as a sequence diagram, the same byte for byte for the same trace and words. */
export function sequenceDiagram(trace: Trace, words: Words, shown: Shown = {}): string {
  const hosts = HOST_IDS.map((host) => `participant ${host} as ${broken([shorten(hostName(trace, host, words), NAME_EMS), ...startState(trace, host)])}`);
  return `${['sequenceDiagram', ...hosts, ...figureRows(trace, words, shown).map(lineOf)].join('\n')}\n`;
}

const NAME_EMS = 8;
const GAP_EMS = 19;

/** The state that all of the host's endpoints begin in; with several that differ, none. */
function startState({ connections }: Trace, host: HostId): readonly string[] {
  const states = new Set(connections.map(({ start }) => start[host].state));
  return states.size === 1 ? [...states] : [];
}

function lineOf(row: FigureRow): string {
  switch (row.kind) {
    case 'gap':
      return `Note over A,B: ${broken(fold(row.text, GAP_EMS))}`;
    case 'note':
      return `Note over ${row.host}: ${broken(row.lines)}`;
    case 'arrow':
      return `${row.from}${row.arrow}${row.to}: ${broken(row.lines)}`;
  }
}

function broken(lines: readonly string[]): string {
  return lines.map(escapeMermaid).join('<br/>');
}
