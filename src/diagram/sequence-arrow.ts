import { LIFE } from './sequence-place.ts';
import type { ArrowModel } from './sequence-model.ts';
import { px } from './px.ts';

const BASELINE = 4.2;
const NUMBERED = /^\((\d+)\) /u;

/** An arrow in its final shape: a lost segment dies on its way, a departing half stops and an arriving one starts in the middle, each kind told apart by its shape. */
export function drawArrow({ y: middle, rightwards, style, lines }: ArrowModel, top: number): string {
  const y = middle + top;
  const [start, stop] = rightwards ? [LIFE.A, LIFE.B] : [LIFE.B, LIFE.A];
  const ahead = rightwards ? 1 : -1;
  const at = (part: number): number => start + (stop - start) * part;
  const number = NUMBERED.exec(lines[0]?.text ?? '')?.[1];
  const isHalf = style === 'departing' || style === 'arriving';
  const lift = number !== undefined && isHalf ? 6 : 1;
  const texts = lines.map(({ y: lineY, text }, index) => `<text x="${px((LIFE.A + LIFE.B) / 2)}" y="${px(lineY + top + BASELINE - lift)}"${index === 0 ? ' class="hl-flags"' : ''}>${isHalf ? text.replace(NUMBERED, '') : text}</text>`);
  return `<g class="hl-arrow hl-${style} hl-${rightwards ? 'a' : 'b'}">${texts.join('')}${shapeOf()}</g>`;

  function shapeOf(): string {
    switch (style) {
      case 'sent':
        return line(start, stop - 7 * ahead) + head(stop);
      case 'again':
        return line(start, stop - 2 * ahead) + openHead(stop);
      case 'lost':
        return line(start, at(0.6)) + cross(at(0.6));
      case 'departing':
        return line(start, at(0.45) - (number === undefined ? 0 : 9) * ahead) + (number === undefined ? dots(at(0.45)) : badge(at(0.45), number));
      case 'arriving':
        return (number === undefined ? '' : badge(at(0.55), number)) + line(at(0.55) + (number === undefined ? 0 : 9) * ahead, stop - 7 * ahead) + head(stop);
      case 'injected':
        return `<path class="hl-solid" d="M${px(at(0.4))} ${px(y - 5)}l5 5-5 5-5-5z"/>` + line(at(0.4) + 7 * ahead, stop - 7 * ahead) + head(stop);
    }
  }

  function line(from: number, to: number): string {
    return `<path class="hl-line" d="M${px(from)} ${px(y)}H${px(to)}"/>`;
  }
  function head(tip: number): string {
    return `<path class="hl-solid" d="M${px(tip - ahead)} ${px(y)}l${px(-9 * ahead)}-4.5v9z"/>`;
  }
  function openHead(tip: number): string {
    return `<path class="hl-line hl-head" d="M${px(tip - 9 * ahead)} ${px(y - 5)}l${px(8 * ahead)} 5 ${px(-8 * ahead)} 5"/>`;
  }
  function cross(x: number): string {
    return `<path class="hl-line hl-cross" d="M${px(x - 5)} ${px(y - 5)}l10 10m0-10l-10 10"/>`;
  }
  function dots(x: number): string {
    return [5, 11, 17].map((step) => `<circle class="hl-solid" cx="${px(x + step * ahead)}" cy="${px(y)}" r="1.5"/>`).join('');
  }
  function badge(x: number, text: string): string {
    return `<circle class="hl-badge" cx="${px(x)}" cy="${px(y)}" r="8"/><text class="hl-number" x="${px(x)}" y="${px(y + 3.6)}">${text}</text>`;
  }
}
