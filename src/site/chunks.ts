import type { ViteUserConfig } from 'astro';

/** By the file's name: the modules that draw with them everything that they import, but for what stands in a file before it. */
const FILES = {
  /** What fetches files: scripts that no island needs have it too. */
  fetching: /vite\/preload-helper|\/progress\/store-key\.ts$/,
  /** What keeps and shows a reader's progress in every page. */
  keeping: /\/src\/islands\/progress\/(?:here|follow)\.ts$/,
  /** What every island speaks and draws with. */
  speech: /\/node_modules\/preact\/|\/src\/islands\/(?:island-words|use-words|text|Said|Because|diagram-words|Icon)\.tsx?$/,
  /** What tells a run. */
  telling: /\/src\/(?:diagram\/sequence-diagram|narration\/(?:happened|outcome|reason|summary)|islands\/(?:at-moment|stepping|rows))\.ts$/,
  /** What both simulators show. */
  panels: /\/src\/islands\/(?:Changes|HostStates|KeyList|OpenInLab|Picture|Segments|Story)\.tsx$/,
  /** What makes a run. */
  engine: /\/src\/islands\/session\.ts$/,
};

/** How the code of the islands is divided into files. By itself the build makes a file of what the same entries share; the islands share so much that there would be forty, most of a few hundred bytes, and a quarter more to transfer. */
export const CHUNKS: NonNullable<ViteUserConfig['environments']> = {
  client: { build: { rolldownOptions: { output: { codeSplitting: { groups: Object.entries(FILES).map(([name, test], place, all) => ({ name, test, priority: all.length - place })) } } } } },
};
