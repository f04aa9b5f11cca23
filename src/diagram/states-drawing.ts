import { STATES, type State } from '../tcp/state.ts';
import { px } from './px.ts';
import { END, PLACES, ROUTES, SIZE, type Place, type Route } from './states-place.ts';

/** An arrow between two states: the steps at which it was taken, and its words, line by line. */
export interface StateArrow {
  readonly from: State;
  readonly to: State;
  /** As `1` or `1, 5`; null where it was not taken. */
  readonly steps: string | null;
  /** Escaped, as they go into SVG. */
  readonly lines: readonly string[];
}

/** What a drawing of the states shows: every arrow, and the states that the path has touched. */
export interface StatesModel {
  readonly arrows: readonly StateArrow[];
  readonly taken: readonly State[];
  readonly current: State | null;
  /** Whose path it is. */
  readonly host: 'A' | 'B';
}

const LEADING = 13;
const BADGE = 7.5;
const TIPS = { up: 'l4 8h-8z', down: 'l4-8h-8z', left: 'l8-4v8z', right: 'l-8-4v8z' } as const;

/** The inside of an SVG with the eleven states where RFC 9293 Figure 5 has them, narrow enough for a phone; the path taken is thicker, numbered and drawn last. */
export function drawStates(model: StatesModel): string {
  const arrows = [...model.arrows].sort((a, b) => Number(a.steps !== null) - Number(b.steps !== null));
  return `<g class="hl-${model.host.toLowerCase()}">${arrows.map(drawArrow).join('')}${drawBoxes(model)}${arrows.map(drawBadge).join('')}</g>`;
}

function drawBoxes({ taken, current, arrows }: StatesModel): string {
  const used = arrows.filter((arrow) => arrow.steps !== null);
  const isEnd = used.some(isToEnd);
  const isBegin = used.some((arrow) => arrow.from === 'CLOSED' || (arrow.to === 'CLOSED' && !isToEnd(arrow)));
  const howOf = (state: State): string => {
    if (state === 'CLOSED' && isEnd) return isBegin ? 'taken' : 'idle';
    return state === current ? 'current' : taken.includes(state) ? 'taken' : 'idle';
  };
  const end = isEnd ? (current === 'CLOSED' ? 'current' : 'taken') : 'idle';
  return STATES.map((state) => drawBox(state, PLACES[state], howOf(state))).join('') + drawBox('CLOSED', END, end);
}

function drawBox(text: string, [x, y]: Place, how: string): string {
  const [width, height] = SIZE.box;
  return `<g class="hl-state hl-${how}"><rect x="${px(x - width / 2)}" y="${px(y - height / 2)}" width="${width}" height="${height}" rx="7"/><text x="${px(x)}" y="${px(y + 4.2)}">${text}</text></g>`;
}

function drawArrow(arrow: StateArrow): string {
  const route = routeOf(arrow);
  const [tipX, tipY, towards] = route.tip;
  const [x, y, anchor] = route.words;
  const aside = (halfOf(arrow) - BADGE) * { start: 1, middle: 0, end: -1 }[anchor];
  const words = arrow.lines.map((line, index) => `<text class="hl-${anchor}" x="${px(x + aside)}" y="${px(y + index * LEADING + 3)}">${line}</text>`);
  return `<g class="hl-way${arrow.steps === null ? '' : ' hl-taken'}"><path class="hl-line" d="${route.d}"/><path class="hl-solid" d="M${tipX} ${tipY}${TIPS[towards]}"/>${words.join('')}</g>`;
}

function drawBadge(arrow: StateArrow): string {
  if (arrow.steps === null) return '';
  const [x, y] = routeOf(arrow).badge;
  const text = numberOf(arrow);
  const half = halfOf(arrow);
  return `<rect class="hl-badge" x="${px(x - half)}" y="${px(y - BADGE)}" width="${px(2 * half)}" height="${2 * BADGE}" rx="${BADGE}"/><text class="hl-number" x="${px(x)}" y="${px(y + 3.6)}">${text}</text>`;
}

function numberOf({ steps }: StateArrow): string {
  return steps?.replaceAll(' ', '') ?? '';
}

/** Half the width of the arrow's number with its frame, px. */
function halfOf(arrow: StateArrow): number {
  return Math.max(BADGE, numberOf(arrow).length * 3 + 3);
}

/** Whether the arrow leads to the lower CLOSED: every one but those that undo an OPEN. */
function isToEnd({ from, to }: StateArrow): boolean {
  return to === 'CLOSED' && from !== 'LISTEN' && from !== 'SYN-SENT';
}

function routeOf(arrow: StateArrow): Route {
  return ROUTES[`${arrow.from}>${arrow.to}`] ?? straight(arrow);
}

/** The straight way of an arrow that TCP is not known to take. */
function straight(arrow: StateArrow): Route {
  const [fromX, fromY] = PLACES[arrow.from];
  const [toX, toY] = PLACES[arrow.to];
  const middle = [(fromX + toX) / 2, (fromY + toY) / 2] as const;
  return { d: `M${fromX} ${fromY}L${toX} ${toY}`, tip: [toX, toY, 'down'], words: [...middle, 'middle'], badge: middle };
}
