import type { Tick } from './tick.ts';

/** The point `below` stands at least so many px under the point `above`; both are places in the list of points. */
export interface Apart {
  readonly above: number;
  readonly below: number;
  readonly px: number;
}

/** A time in which nothing happens, drawn shorter than it is. */
export interface Break {
  /** The point that ends it; the one before it begins it. */
  readonly below: number;
  /** How long it is. */
  readonly ms: number;
}

/** A time axis: how far down each of its points is. */
export interface Axis {
  /** px, of each point; never less than that of the point before. */
  readonly y: readonly number[];
  readonly breaks: readonly Break[];
}

/** A time without anything that would be longer than this is broken, px. */
const LONGEST = 190;
/** How long a broken time is drawn, px. */
export const BROKEN = 76;

/** The axis on which time is true (`scale`, px per ms) but for breaks, and for room where `apart` asks for it; `top`: where it begins, px. */
export function axisOf(ticks: readonly Tick[], apart: readonly Apart[], scale: number, top: number): Axis {
  const needs: Apart[][] = ticks.map(() => []);
  for (const one of apart) needs[one.below]?.push(one);
  const y: number[] = [];
  const breaks: Break[] = [];
  for (const [index, { at }] of ticks.entries()) {
    const ms = at - (ticks[index - 1]?.at ?? at);
    const isBroken = ms * scale > LONGEST;
    if (isBroken) breaks.push({ below: index, ms });
    let here = (y[index - 1] ?? top) + (isBroken ? BROKEN : ms * scale);
    for (const { above, px } of needs[index] ?? []) here = Math.max(here, (y[above] ?? top) + px);
    y.push(Math.round(here * 10) / 10);
  }
  return { y, breaks };
}
