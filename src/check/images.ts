import { existsSync, readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { within } from './anchors.ts';
import type { Fault } from './fault.ts';
import { nearest } from './nearest.ts';
import type { Page } from './page.ts';
import { offsetOf } from './tree.ts';
import { allUsesIn } from './uses.ts';

/** What is wrong with the images of a page: one that nobody hears described, or that is not there. */
export function imageFaults({ tree, text, file }: Pick<Page, 'tree' | 'text' | 'file'>): readonly Fault[] {
  if (tree === null) return [];
  const written = within(tree).flatMap((node): readonly Fault[] => {
    if (node.type !== 'image') return [];
    const silent = (node.alt ?? '').trim() === '' ? [{ offset: offsetOf(node), message: 'This image has no description.', hint: `Write it between the brackets: “![what one sees there](${node.url})”.` }] : [];
    return [...silent, ...absent(node.url, file, offsetOf(node))];
  });
  const elements = allUsesIn(tree, text).flatMap(({ name, offset, props, spreads }): readonly Fault[] => {
    if (!['img', 'Image', 'Picture'].includes(name) || spreads || props.some((prop) => prop.name === 'alt')) return [];
    return [{ offset, message: `This <${name}> has no description.`, hint: 'Write alt="…": what one sees there; alt="" only where it shows nothing that matters.' }];
  });
  return [...written, ...elements];
}

function absent(url: string, file: string, offset: number): readonly Fault[] {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) return [];
  if (url.startsWith('/')) return [{ offset, message: `The image “${url}” breaks where the site stands in a folder.`, hint: 'Put the image beside the page, and say the way from it: “./my-image.png”.' }];
  const image = resolve(dirname(file), decodeURIComponent(url));
  if (existsSync(image)) return [];
  const folder = dirname(image);
  const there = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(name)) : [];
  const guess = there.length === 0 ? '' : `Did you mean “${nearest(url.split('/').at(-1) ?? '', there)}”? `;
  return [{ offset, message: `There is no image “${url}”.`, hint: `${guess}The way is meant from the file of this page.` }];
}
