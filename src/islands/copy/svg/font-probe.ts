/** The side of the field for one letter, px. */
const FIELD = 24;

/** How often, and how long at most, a font that the picture holds is waited for, ms. */
const PACE = 30;
const PATIENCE = 3000;

/** A drawing with a strip below it that tells whether its fonts are there. */
interface Probed {
  readonly svg: string;
  /** The size of the drawing without the strip, px. */
  readonly width: number;
  readonly height: number;
  /** Resolves when each font that the drawing holds can be seen in the strip, or has not come in time. */
  readonly arrived: (image: HTMLImageElement) => Promise<void>;
}

/** Puts a letter of each font that the drawing holds below it: an image is ready before its fonts are, nothing tells when they come, and until then its texts are invisible. */
export function withProbe(standaloneSvg: string): Probed {
  const root = new DOMParser().parseFromString(standaloneSvg, 'image/svg+xml').documentElement;
  const [x = 0, y = 0, width = 0, height = 0] = (root.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const faces = Array.from((root.querySelector('style')?.textContent ?? '').matchAll(/font-family:([^;]+);font-weight:([^;]+);/g), ([, family = '', weight = '']) => ({ family, weight }));
  for (const [place, { family, weight }] of faces.entries()) {
    const letter = root.appendChild(document.createElementNS(root.namespaceURI, 'text'));
    letter.textContent = 'M';
    const attributes = { x: x + FIELD * (place + 0.25), y: y + height + FIELD * 0.75, 'font-family': family, 'font-weight': weight, 'font-size': FIELD / 2, fill: '#000' };
    for (const [name, value] of Object.entries(attributes)) letter.setAttribute(name, String(value));
  }
  root.setAttribute('viewBox', [x, y, width, height + FIELD].join(' '));
  root.setAttribute('height', String(height + FIELD));
  const arrived = async (image: HTMLImageElement) => {
    for (const end = performance.now() + PATIENCE; performance.now() < end && !isSeen(image, height, faces.length); ) {
      await new Promise((resolve) => setTimeout(resolve, PACE));
    }
  };
  return { svg: new XMLSerializer().serializeToString(root), width, height, arrived };
}

/** Whether there is something in each of the fields below `top`. */
function isSeen(image: HTMLImageElement, top: number, fields: number): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = FIELD * Math.max(1, fields);
  canvas.height = FIELD;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return true;
  context.drawImage(image, 0, -top);
  return Array.from({ length: fields }, (_, place) => place).every((place) => context.getImageData(place * FIELD, 0, FIELD, FIELD).data.some((value) => value > 0));
}
