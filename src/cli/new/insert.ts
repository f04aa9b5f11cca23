import { findNodeAtLocation, parseTree, type JSONPath, type Node } from 'jsonc-parser';

/** The text of a JSON file with `item` in the list at `path`, behind `after` items of it, set as the others are; all else stays as it is, to the byte. Throws where there is no list. */
export function withItem(text: string, path: JSONPath, after: number, item: string): string {
  const tree = parseTree(text);
  const list = tree === undefined ? undefined : findNodeAtLocation(tree, path);
  if (list?.type !== 'array') throw new Error(`There is no list at ${path.join('.')}`);
  const items = list.children ?? [];
  const before = items[after - 1];
  if (before === undefined) return spliced(text, list.offset + 1, items.length === 0 ? item : `${item}, `);
  const room = roomBefore(text, items, list);
  return spliced(text, before.offset + before.length, `,${room}${item.replaceAll('\n', `\n${/[^\n]*$/.exec(room)?.[0] ?? ''}`)}`);
}

/** The blanks that stand before the last item; before an only one there may be none. */
function roomBefore(text: string, items: readonly Node[], list: Node): string {
  const blanks = /\s*$/.exec(text.slice(list.offset, items.at(-1)?.offset))?.[0] ?? '';
  return blanks === '' && items.length === 1 ? ' ' : blanks;
}

function spliced(text: string, at: number, added: string): string {
  return `${text.slice(0, at)}${added}${text.slice(at)}`;
}
