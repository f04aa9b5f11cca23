import type { Plugin } from 'vite';

/** What a file of the pages' scripts brings along, all by their names in the built site. */
export interface ScriptFile {
  /** The files that come with it. */
  readonly imports: readonly string[];
  /** The files that it may fetch later. */
  readonly dynamicImports: readonly string[];
  /** Its style sheets. */
  readonly sheets: readonly string[];
}

/** The scripts of a built site by their names. */
export type ScriptFiles = ReadonlyMap<string, ScriptFile>;

/** Writes down in `files` what the scripts of the pages bring along. */
export function scriptFilesPlugin(files: Map<string, ScriptFile>): Plugin {
  return {
    name: 'handshake-lab:script-files',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle: {
      // After Vite has put the sheets where they stand in the end.
      order: 'post',
      handler(_options, bundle) {
        for (const [name, chunk] of Object.entries(bundle)) {
          if (chunk.type === 'chunk') files.set(name, { imports: chunk.imports, dynamicImports: chunk.dynamicImports, sheets: [...(chunk.viteMetadata?.importedCss ?? [])] });
        }
      },
    },
  };
}

/** All files that come with these, themselves included, along the ways that `next` names. */
function reached(names: readonly string[], files: ScriptFiles, next: (file: ScriptFile) => readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  const follow = (name: string) => {
    const file = files.get(name);
    if (file === undefined || all.has(name)) return;
    all.add(name);
    next(file).forEach(follow);
  };
  names.forEach(follow);
  return all;
}

function sheetsOf(names: ReadonlySet<string>, files: ScriptFiles): ReadonlySet<string> {
  return new Set([...names].flatMap((name) => files.get(name)?.sheets ?? []));
}

/**
 * A page without the style sheets of what its islands fetch only when a reader asks for it: Astro links them all, and the first paint waits for each.
 * The sheet then comes with its script. A sheet that the page's scripts bring along at once stays, as does one that none of them would fetch.
 */
export function withoutLateSheets(html: string, files: ScriptFiles): string {
  const entries = [...files.keys()].filter((name) => html.includes(`/${name}"`));
  const now = sheetsOf(reached(entries, files, ({ imports }) => imports), files);
  const ever = sheetsOf(reached(entries, files, ({ imports, dynamicImports }) => [...imports, ...dynamicImports]), files);
  return html.replace(/<link rel="stylesheet" href="([^"]+)">/gu, (link, href: string) => {
    const isIn = (sheets: ReadonlySet<string>) => [...sheets].some((sheet) => href.endsWith(`/${sheet}`));
    return isIn(ever) && !isIn(now) ? '' : link;
  });
}
