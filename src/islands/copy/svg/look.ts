import { paintOf } from './paint.ts';

/** What gives an element its look, by the names of SVG's attributes. */
export type Look = Readonly<Record<string, string>>;

/** What an element has from the one around it, and what it is where nothing says otherwise. */
const INHERITED: Look = {
  fill: '#000000',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
  'font-variant-numeric': 'normal',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  'paint-order': 'normal',
  'marker-start': 'none',
  'marker-mid': 'none',
  'marker-end': 'none',
  visibility: 'visible',
};

/** What each element has for itself. */
const OWN: Look = {
  opacity: '1',
  'text-decoration-line': 'none',
  'vector-effect': 'none',
  'clip-path': 'none',
  mask: 'none',
  filter: 'none',
  'stop-color': '#000000',
  'stop-opacity': '1',
};

/** Those that are not attributes and must stand in `style`. */
const IN_STYLE: readonly string[] = ['font-variant-numeric', 'text-decoration-line'];

/** Colours, and the opacity that belongs to each. */
const PAINTS = { fill: 'fill-opacity', stroke: 'stroke-opacity', 'stop-color': 'stop-opacity' } as const;

/** The look of something that nothing has been said of. */
export const PLAIN: Look = { ...INHERITED, ...OWN };

/** How the element looks on its page now: variables resolved, colours as numbers, lengths in px without the unit. */
export function lookOf(element: Element): Look {
  const computed = getComputedStyle(element);
  const look: Record<string, string> = {};
  for (const name of Object.keys(PLAIN)) look[name] = computed.getPropertyValue(name).replace(/(\d)px\b/g, '$1');
  for (const [name, opacityName] of Object.entries(PAINTS)) {
    const { color, opacity } = paintOf(computed.getPropertyValue(name));
    look[name] = color;
    look[opacityName] = String(Number(look[opacityName]) * opacity);
  }
  return look;
}

/** Writes into the element what of its look it does not have from the one around it, and takes out what says otherwise. */
export function wear(element: Element, look: Look, around: Look): void {
  const styles: string[] = [];
  for (const [name, value] of Object.entries(look)) {
    const usual = name in OWN ? OWN[name] : around[name];
    element.removeAttribute(name);
    if (value === usual || value === '') continue;
    if (IN_STYLE.includes(name)) styles.push(`${name}:${value}`);
    else element.setAttribute(name, value);
  }
  if (styles.length > 0) element.setAttribute('style', styles.join(';'));
  else element.removeAttribute('style');
}
