/** A colour that every program knows, and how much of it covers what is below, 0…1. `none` and references to gradients stand as they are. */
export interface Paint {
  readonly color: string;
  readonly opacity: number;
}

const RGB = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/;

/** A computed colour of whatever kind as a paint. */
export function paintOf(computed: string): Paint {
  if (computed === 'none' || /^(?:url|context)/.test(computed)) return { color: computed, opacity: 1 };
  const [, red, green, blue, alpha = '1'] = RGB.exec(computed) ?? measured(computed);
  const opacity = Number(alpha);
  if (opacity === 0) return { color: 'none', opacity: 1 };
  return { color: `#${[red, green, blue].map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`, opacity };
}

/** The same parts for colours in other spaces, as one pixel shows them. */
function measured(color: string): readonly string[] {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d');
  if (context === null) return ['', '0', '0', '0'];
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return ['', String(red), String(green), String(blue), String(Math.round((alpha / 255) * 1000) / 1000)];
}
