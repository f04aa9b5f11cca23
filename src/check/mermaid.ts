import { mermaidError } from '../diagram/edge/read-mermaid.ts';
import { within } from './anchors.ts';
import type { Fault } from './fault.ts';
import { nearest } from './nearest.ts';
import type { Page } from './page.ts';
import { offsetOf } from './tree.ts';

/** The kinds of diagrams that lessons on protocols show. */
const KINDS = ['sequenceDiagram', 'stateDiagram-v2', 'flowchart', 'classDiagram', 'gantt', 'timeline', 'packet', 'block'];

/** What is wrong with the Mermaid texts that a page shows: those that Mermaid's own parser does not accept. */
export async function mermaidFaults({ tree, text }: Pick<Page, 'tree' | 'text'>): Promise<readonly Fault[]> {
  const fences = tree === null ? [] : within(tree).flatMap((node) => (node.type === 'code' && node.lang?.toLowerCase() === 'mermaid' ? [node] : []));
  const found = await Promise.all(
    fences.map(async (fence): Promise<readonly Fault[]> => {
      const error = await mermaidError(fence.value);
      if (error === null) return [];
      return [{ offset: placeIn(text, offsetOf(fence), fence.value, error.line, error.column), ...worded(error.message, fence.value) }];
    }),
  );
  return found.flat();
}

/** Where a place of the fence's own text stands in the page: its lines may be further in there. */
function placeIn(page: string, fence: number, text: string, line: number, column: number): number {
  const own = text.split('\n')[line - 1] ?? '';
  const lines = page.slice(fence).split('\n');
  const before = lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
  return fence + before + Math.max(0, lines[line]?.indexOf(own) ?? 0) + Math.min(column - 1, own.length);
}

function worded(said: string, text: string): Pick<Fault, 'message' | 'hint'> {
  if (said.startsWith('No diagram type')) {
    const kind = /\S+/.exec(text)?.[0] ?? '';
    return kind === '' ? { message: 'This Mermaid text is empty.', hint: 'Begin it with the kind of diagram, such as “sequenceDiagram”.' } : { message: `Mermaid knows no diagram “${kind}”.`, hint: `Did you mean “${nearest(kind, KINDS)}”?` };
  }
  const got = /got '([^']*)'/.exec(said)?.[1];
  const expected = [...(/Expecting (.*), got/.exec(said)?.[1] ?? '').matchAll(/'([^']*)'/g)].map(([, one]) => one ?? '');
  const some = expected.filter((one) => !/^[A-Z_]+$/.test(one)).map((one) => `“${one}”`);
  const hint = got === undefined ? said.split('\n')[0] ?? said : `Mermaid did not expect ${got === 'EOF' ? 'the end of the text' : got === 'NEWLINE' ? 'the end of the line' : `“${got}”`} here${some.length === 0 ? '' : `, but for example ${some.slice(0, 4).join(' or ')}`}.`;
  return { message: 'Mermaid cannot read this.', hint };
}
