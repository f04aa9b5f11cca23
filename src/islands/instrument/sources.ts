/** Stands for the parts at build, where none is drawn. */
const NONE = {} as never;

/** The parts of an instrument that are fetched when they are first shown, each by a function that is always the same. Not known at build: there Astro would give every page with an instrument their style sheets before its first paint. */
export const SOURCES = import.meta.env.SSR ? NONE : ({
  card: () => import('./Chosen.tsx').then(({ Chosen }) => Chosen),
  deeds: () => import('../hands/WireDeeds.tsx').then(({ WireDeeds }) => WireDeeds),
  calls: () => import('../hands/Calls.tsx').then(({ Calls }) => Calls),
  inject: () => import('../hands/Inject.tsx').then(({ Inject }) => Inject),
  inside: () => import('../inside/Inside.tsx').then(({ Inside }) => Inside),
  sockets: () => import('../inside/Sockets.tsx').then(({ Sockets }) => Sockets),
  states: () => import('../inside/StateMap.tsx').then(({ StateMap }) => StateMap),
  segments: () => import('../views/SegmentView.tsx').then(({ SegmentView }) => SegmentView),
  story: () => import('../views/StoryView.tsx').then(({ StoryView }) => StoryView),
  mermaid: () => import('../views/MermaidView.tsx').then(({ MermaidView }) => MermaidView),
  compare: () => import('../compare/Compare.tsx').then(({ Compare }) => Compare),
  share: () => import('../copy/Share.tsx').then(({ Share }) => Share),
  editor: () => import('../editor/ScenarioText.tsx').then(({ ScenarioText }) => ScenarioText),
  gallery: () => import('../lab/Gallery.tsx').then(({ Gallery }) => Gallery),
  settings: () => import('../lab/Settings.tsx').then(({ Settings }) => Settings),
} as const);
