import { quoted } from './quoted.ts';

/** So high is the frame before the page in it has told its height, px. */
const HEIGHT = 640;

/** HTML that shows a page of ours in a frame of another page. */
export function embedSnippet(address: string, title: string): string {
  return `<iframe src=${quoted(address)} title=${quoted(title)} width="100%" height="${HEIGHT}" style="border: 0" loading="lazy"></iframe>`;
}
