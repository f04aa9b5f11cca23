import type { LinkProblem } from './problem.ts';

/** Beyond so many characters mail programs and chats have been seen to cut an address. */
const LONG = 8000;

/** What is wrong with the size of a link, whole address or fragment; null where nothing is. */
export function sizeProblem(link: string): LinkProblem | null {
  return link.length > LONG ? { code: 'long', params: { length: link.length, limit: LONG } } : null;
}
