import { expect, test } from 'vitest';
import { citationsIn } from './citations.ts';

const cited = (text: string) => citationsIn('src/tcp/it.ts', text).map(({ id, kind, name }) => `${id} ${kind} ${name}`);

test('what documents a function, constant or type is its citation, and so is what stands in it', () => {
  const text = `
    /** Doubles (MUST-19). */
    export function doubled(n: number): number { return n * 2; /* REC-1 */ }
    /** MUST-15. */
    export const DEFAULT = 536;
    /** MUST-5. */
    export interface Options { readonly mss?: number }
  `;
  expect(cited(text)).toEqual(['MUST-19 function doubled', 'REC-1 function doubled', 'MUST-15 constant DEFAULT', 'MUST-5 type Options']);
});

test('a field is named with its interface, and a field of Profile is a switch', () => {
  const text = `
    export interface Env {
      /** MUST-40. */
      readonly delayedAck: number;
    }
    export interface Profile {
      /** SHLD-11. */
      readonly r2: number;
    }
  `;
  expect(cited(text)).toEqual(['MUST-40 type Env.delayedAck', 'SHLD-11 switch r2']);
});

test('a rule is named by its id, whether its cite, a comment before it or one inside names the requirement', () => {
  const text = `
    export const RULES = [
      { id: 'a.one', cite: 'RFC 9293 §3.8.6.1, MUST-36', fire: () => null },
      // MAY-12, and again MAY-12.
      { id: 'a.two', cite, fire: () => null },
      { id: 'a.three', cite, fire: () => { const it = 1; /* SHLD-31 */ return it; } },
    ];
  `;
  expect(cited(text)).toEqual(['MUST-36 rule a.one', 'MAY-12 rule a.two', 'SHLD-31 rule a.three']);
});

test('a constant that rules have for their cite names it for them', () => {
  const text = `
    const OPEN = 'RFC 9293 §3.9.1.1, MUST-41';
    export const RULES = [{ id: 'b.one', cite: OPEN }, { id: 'b.two', cite: OPEN }, { id: 'b.three', cite: 'RFC 4987 §2.2' }];
  `;
  expect(cited(text)).toEqual(['MUST-41 rule b.one', 'MUST-41 rule b.two']);
});

test('an id that stands nowhere is refused', () => {
  expect(() => citationsIn('src/tcp/it.ts', 'export const it = 1;\n// MUST-1')).toThrow('src/tcp/it.ts names MUST-1 outside of every declaration');
});
