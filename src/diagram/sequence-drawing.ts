import { STATES } from '../tcp/state.ts';
import type { Finished } from './named-drawing.ts';
import { px } from './px.ts';
import { drawArrow } from './sequence-arrow.ts';
import type { BoxModel, SequenceModel, TextLine } from './sequence-model.ts';
import { LIFE, WIDTH } from './sequence-place.ts';

const TOP = 1;
const BOTTOM = 14;
const BASELINE = 4.2;

/** Mermaid sets the lines of a host's box without leading, px. */
const HOST_LEADING = 4;

/** Mermaid sets the text of a note a little low in its box, px. */
const NOTE_LIFT = -1;

/** A sequence diagram in its final shape: Mermaid's rows at Mermaid's heights, with the life lines always at the same two places, so that nothing jumps while a reader steps. */
export function drawSequence({ height, parts }: SequenceModel): Finished {
  const hosts = parts.filter((part): part is BoxModel => part.kind === 'host');
  const top = TOP - Math.min(...hosts.map(({ y }) => y));
  const gaps = parts.filter((part): part is BoxModel => part.kind === 'note' && part.over === 'both');
  const full = Math.ceil(height + top + BOTTOM);
  const life = lifeLines(Math.max(...hosts.map((host) => host.y + host.height)) + top, full - 2, gaps.map((gap) => [gap.y + top, gap.y + gap.height + top]));
  const drawn = parts.map((part) => (part.kind === 'arrow' ? drawArrow(part, top) : drawBox(part, top)));
  return { width: WIDTH, height: full, body: life + drawn.join('') };
}

function lifeLines(from: number, to: number, gaps: readonly (readonly [number, number])[]): string {
  const solid: string[] = [];
  const waiting: string[] = [];
  for (const x of [LIFE.A, LIFE.B]) {
    let y = from;
    for (const [start, end] of gaps) {
      solid.push(`M${px(x)} ${px(y)}V${px(start)}`);
      waiting.push(`M${px(x)} ${px(start + 2)}V${px(end)}`);
      y = end;
    }
    solid.push(`M${px(x)} ${px(y)}V${px(to)}`);
  }
  return `<path class="hl-life" d="${solid.join('')}"/>${waiting.length === 0 ? '' : `<path class="hl-wait" d="${waiting.join('')}"/>`}`;
}

function drawBox(box: BoxModel, top: number): string {
  const { kind, over, lines } = box;
  const x = over === 'both' ? WIDTH / 2 : LIFE[over];
  const width = kind === 'host' ? 2 * Math.min(LIFE.A, WIDTH - LIFE.B) - 2 : box.width;
  const name = kind === 'host' ? 'hl-host' : over === 'both' ? 'hl-gap' : lines.some(isState) ? 'hl-change' : 'hl-call';
  const rect = over === 'both' ? '' : `<rect x="${px(x - width / 2)}" y="${px(box.y + top)}" width="${px(width)}" height="${px(box.height)}" rx="${kind === 'host' ? 6 : 9}"/>`;
  const apart = (index: number): number => HOST_LEADING * (index - (lines.length - 1) / 2);
  const texts = lines.map((line, index) => drawLine(line, x, top + (kind === 'host' ? apart(index) : NOTE_LIFT), kind === 'host' && index < lines.length - 1 ? 'hl-name' : roleOf(line)));
  return `<g class="${name}${over === 'both' ? '' : ` hl-${over.toLowerCase()}`}">${rect}${texts.join('')}</g>`;
}

function drawLine({ y, text }: TextLine, x: number, top: number, name: string): string {
  return `<text x="${px(x)}" y="${px(y + top + BASELINE)}"${name === '' ? '' : ` class="${name}"`}>${text}</text>`;
}

function isState({ text }: TextLine): boolean {
  return STATES.some((state) => state === text);
}

function roleOf(line: TextLine): string {
  if (isState(line)) return 'hl-after';
  return line.text.endsWith('↓') ? 'hl-before' : '';
}
