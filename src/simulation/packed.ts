import type { Trace } from './trace.ts';

/** Writes a value and what is in it into `nodes`, each different object and list once; a reference is a list of one number. */
function pack(value: unknown, nodes: string[], places: Map<string, number>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const inside = Array.isArray(value) ? value.map((one) => pack(one, nodes, places)) : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, pack(one, nodes, places)]));
  const node = JSON.stringify(inside);
  const place = places.get(node) ?? nodes.push(node) - 1;
  places.set(node, place);
  return [place];
}

/** A run as text, less than half of what JSON would need: most of an endpoint is as it was a moment before. */
export function packed(trace: Trace): string {
  const nodes: string[] = [];
  pack(trace, nodes, new Map());
  return `[${nodes.join(',')}]`;
}

/** The run that `packed` has written; what is equal in it is one and the same object. */
export function unpacked(text: string): Trace {
  // What has been written by `packed` is a list of such nodes, the whole run last.
  const nodes = JSON.parse(text) as readonly (readonly unknown[] | Readonly<Record<string, unknown>>)[];
  const made: unknown[] = [];
  const value = (one: unknown) => (Array.isArray(one) ? made[Number(one[0])] : one);
  for (const node of nodes) made.push(Array.isArray(node) ? node.map(value) : Object.fromEntries(Object.entries(node).map(([key, one]) => [key, value(one)])));
  return made.at(-1) as Trace;
}
