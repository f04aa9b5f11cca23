import { beforeEach, expect, test, vi } from 'vitest';
import { firstInTurn, inTurn } from './turns.ts';

const frames: (() => void)[] = [];
let drawn: string[] = [];
const draws = (name: string) => () => void drawn.push(name);

/** Paints a frame, and lets pass what follows it at once. */
function paint(): void {
  for (const frame of frames.splice(0)) frame();
  vi.advanceTimersByTime(1);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', (id: number) => (frames[id - 1] = () => undefined));
  drawn = [];
  return () => {
    while (frames.length > 0) paint();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  };
});

test('what waits is drawn one a frame, the longest first, but what has been called off', () => {
  inTurn(draws('one'));
  inTurn(draws('two'))();
  inTurn(draws('three'));
  expect(drawn).toEqual([]);
  paint();
  expect(drawn).toEqual(['one']);
  paint();
  expect(drawn).toEqual(['one', 'three']);
});

test('what comes first is drawn when the next frame has been painted, and what waited already goes on behind it', () => {
  inTurn(draws('panel'));
  // Painted, and its timer about to be called, when the reader does something.
  for (const frame of frames.splice(0)) frame();
  firstInTurn(draws('everything about the change'));
  vi.advanceTimersByTime(1);
  expect(drawn).toEqual([]);
  paint();
  expect(drawn).toEqual(['everything about the change']);
  paint();
  expect(drawn).toEqual(['everything about the change', 'panel']);
});

test('what comes first and is called off leaves the others their turns', () => {
  inTurn(draws('panel'));
  firstInTurn(draws('an earlier change'))();
  firstInTurn(draws('the last change'));
  paint();
  paint();
  paint();
  expect(drawn).toEqual(['the last change', 'panel']);
});
