import { withProbe } from './font-probe.ts';

/** The longest side and the largest area, px, that every browser can paint. */
const LONGEST = 16_000;
const LARGEST = 16_000_000;

/** The picture of a drawing that stands for itself, at twice its size, or finer where the screen is; less where it would be too large. */
export async function pngOf(standaloneSvg: string): Promise<Blob> {
  const { svg, width, height, arrived } = withProbe(standaloneSvg);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  await arrived(image);
  const scale = Math.min(Math.max(2, devicePixelRatio), LONGEST / Math.max(width, height), Math.sqrt(LARGEST / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('No picture was made')) : resolve(blob)), 'image/png');
  });
}
