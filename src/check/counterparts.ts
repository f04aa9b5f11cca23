/** A page that is written in one language and missing in another. Paths are relative to content/docs. */
export interface MissingPage {
  readonly missing: string;
  readonly written: string;
}

/** The pages that some language lacks, given the paths of all pages below content/docs (`en/states.mdx`). */
export function missingPages(paths: readonly string[], languages: readonly string[]): readonly MissingPage[] {
  const bare = (path: string) => path.slice(path.indexOf('/') + 1);
  const written = new Map(paths.map((path) => [bare(path), path]));
  return [...written].flatMap(([page, path]) => languages.filter((language) => !paths.includes(`${language}/${page}`)).map((language) => ({ missing: `${language}/${page}`, written: path })));
}
