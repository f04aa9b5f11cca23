import { HOST_IDS, peerOf, type HostId } from '../scenario.ts';
import type { Way } from './exploration.ts';
import type { Move, Sides } from './side.ts';
import type { Traffic } from './traffic.ts';

/** Both sides of a configuration by number, or something of each. */
export type Both<T> = Readonly<Record<HostId, T>>;

/** One move of one host. */
export interface Step {
  readonly host: HostId;
  readonly move: Move;
}

/** The configuration after a move. */
export function after(at: Both<number>, { host, move }: { readonly host: HostId; readonly move: Pick<Move, 'to' | 'sent'> }, sides: Both<Sides>): Both<number> {
  const peer = peerOf(host);
  const other = sides[peer].receiving(at[peer], move.sent);
  return host === 'A' ? { A: move.to, B: other } : { A: other, B: move.to };
}

interface Performed extends Step {
  needed: boolean;
}

/** The silent moves that bring something new to a wire, done one after the other until there are none left. */
function echoes(at: Both<number>, sides: Both<Sides>): { readonly at: Both<number>; readonly steps: readonly Step[] } {
  const steps: Step[] = [];
  let now = at;
  let known: number;
  do {
    known = steps.length;
    for (const host of HOST_IDS) {
      for (const move of sides[host].movesAt(now[host])) {
        if (!move.silent) continue;
        const next = after(now, { host, move }, sides);
        if (next[peerOf(host)] === now[peerOf(host)]) continue;
        steps.push({ host, move });
        now = next;
      }
    }
  } while (steps.length > known);
  return { at: now, steps };
}

/** Leaves out the silent moves of which nothing that came later needs the segment. */
function onlyNeeded(performed: readonly Performed[], traffic: Traffic): readonly Step[] {
  const broughtBy = new Map<string, Performed>();
  for (const step of performed) {
    for (const segment of traffic.inList(step.move.sent)) {
      const key = `${peerOf(step.host)} ${segment}`;
      if (!broughtBy.has(key)) broughtBy.set(key, step);
    }
  }
  for (const { host, move, needed } of performed.toReversed()) {
    const source = needed && move.took !== null ? broughtBy.get(`${host} ${move.took}`) : undefined;
    if (source !== undefined) source.needed = true;
  }
  return performed.filter(({ needed }) => needed);
}

/** The steps from a start as a way of its own: where silent moves were done at once, those that it needs stand in it. */
export function wayOf(start: Both<number>, steps: readonly Step[], eager: boolean, sides: Both<Sides>, traffic: Traffic): Way {
  const performed: Performed[] = [];
  let at = start;
  for (const step of steps) {
    if (eager) {
      const settled = echoes(at, sides);
      performed.push(...settled.steps.map((echo) => ({ ...echo, needed: false })));
      at = settled.at;
    }
    performed.push({ ...step, needed: true });
    at = after(at, step, sides);
  }
  return onlyNeeded(performed, traffic).map(({ host, move }) => ({ host, event: move.event }));
}
