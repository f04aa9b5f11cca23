/** What a reader has let fall on the page. */
export type Dropped =
  | { readonly type: 'file'; readonly file: File; /** How many files came with it, which are not read. */ readonly more: number }
  | { readonly type: 'folder' }
  | { readonly type: 'nothing' };

/** What is in what was dropped: its first file, or why there is none. */
export function dropped(data: DataTransfer): Dropped {
  const entries = [...data.items].filter(({ kind }) => kind === 'file').map((item) => ({ file: item.getAsFile(), isFolder: item.webkitGetAsEntry()?.isDirectory === true }));
  const files = entries.flatMap(({ file, isFolder }) => (file === null || isFolder ? [] : [file]));
  const [first] = files;
  if (first !== undefined) return { type: 'file', file: first, more: entries.length - 1 };
  return { type: entries.length > 0 ? 'folder' : 'nothing' };
}

/** Whether what is dragged over the page has files in it. */
export function hasFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') === true;
}
