import { render, type VNode } from 'preact';

/** The width of what is drawn out of view where its place is wider, px. */
const WIDTH = 656;

/** Draws something out of view, in its place's style, gives its drawing to `take`, and takes it away again; throws where there is no drawing in it. */
export async function aside<T>(node: VNode, place: Element, take: (svg: SVGSVGElement) => Promise<T>): Promise<T> {
  const box = document.createElement('div');
  box.inert = true;
  Object.assign(box.style, { position: 'absolute', left: '-10000px', top: '0', width: `${String(Math.min(WIDTH, place.clientWidth))}px` });
  place.append(box);
  try {
    render(node, box);
    // What measures its place draws itself again when it knows it.
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    const svg = box.querySelector('svg');
    if (svg === null) throw new Error('There is no drawing');
    return await take(svg);
  } finally {
    render(null, box);
    box.remove();
  }
}
