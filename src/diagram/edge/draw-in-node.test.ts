import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { drawingCache } from './drawing-cache.ts';
import { nodeDrawer } from './draw-in-node.ts';

const folder = mkdtempSync(join(tmpdir(), 'drawings-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

const text = (seq: number): string => `sequenceDiagram\nparticipant A as Client<br/>CLOSED\nparticipant B as Server<br/>CLOSED\nA->>B: SYN<br/>SEQ=${seq}\n`;

test('each distinct text is drawn once, also when asked for at the same moment, and never again after that', async () => {
  const first = nodeDrawer(drawingCache(folder));
  const drawings = await Promise.all([1, 1, 2, 1].map((seq) => first.draw(text(seq))));
  expect(first.counts()).toEqual({ drawn: 2, found: 0 });
  expect(drawings[0]).toBe(drawings[1]);
  expect(drawings[0]).not.toBe(drawings[2]);

  const second = nodeDrawer(drawingCache(folder));
  expect(await second.draw(text(1))).toBe(drawings[0]);
  expect(second.counts()).toEqual({ drawn: 0, found: 1 });
});

test('a text that is not Mermaid is refused, and the next is drawn nevertheless', async () => {
  const drawer = nodeDrawer(drawingCache(folder));
  await expect(drawer.draw('sequenceDiagram\nA ->')).rejects.toThrow(/Parse error on line 2/u);
  await expect(drawer.draw(text(3))).resolves.toContain('SEQ=3');
});

test('a drawing is the same in a new worker', async () => {
  const again = mkdtempSync(join(tmpdir(), 'drawings-'));
  const [one, other] = await Promise.all([nodeDrawer(drawingCache(again)).draw(text(4)), nodeDrawer(drawingCache(folder)).draw(text(4))]);
  expect(one).toBe(other);
  rmSync(again, { recursive: true });
});
