import type { Mermaid } from 'mermaid';
import { finish, type Naming } from './finish.ts';
import { DIAGRAM_FONT, MERMAID_CONFIG, preparedText } from './mermaid-config.ts';
import { withoutLayout } from './page-layout.ts';

let loaded: Promise<Mermaid> | null = null;
let drawings = 0;

/** Loads Mermaid, once; worth calling as soon as a reader is about to change something. Rejects where it cannot be fetched, and the next call tries again. */
export function loadMermaid(): Promise<Mermaid> {
  loaded ??= fetchMermaid().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

/** The finished SVG of a Mermaid text, drawn in the page with the same Mermaid, configuration and finishing as at build time; one after another. */
export function drawInPage(text: string, naming?: Naming): Promise<string> {
  const drawing = last.then(() => drawNow(text, naming));
  last = drawing.catch(() => '');
  return drawing;
}

let last: Promise<unknown> = Promise.resolve();

/** Drawings as Mermaid made them, by their text: a reader who loses a segment often delivers it again. */
const drawn = new Map<string, string>();
const MOST_DRAWN = 60;

async function drawNow(text: string, naming: Naming | undefined): Promise<string> {
  const svg = drawn.get(text) ?? (await render(await loadMermaid(), text));
  drawn.delete(text);
  drawn.set(text, svg);
  const oldest = drawn.keys().next();
  if (drawn.size > MOST_DRAWN && oldest.done !== true) drawn.delete(oldest.value);
  return finish(svg, naming ?? { id: `p${drawings}`, title: '' });
}

async function render(mermaid: Mermaid, text: string): Promise<string> {
  drawings += 1;
  const desk = document.createElement('div');
  desk.hidden = true;
  document.body.append(desk);
  try {
    const { svg } = await withoutLayout(() => mermaid.render(`hl-drawing-${drawings}`, preparedText(text), desk));
    return svg;
  } finally {
    desk.remove();
  }
}

/** The sections of Mermaid's configuration that our diagrams read. */
const USED = new Set(['sequence', 'state']);

/** Mermaid copies its whole configuration for every note and arrow: sections of other diagrams are emptied, which makes a drawing a third faster. */
function emptyUnused(mermaid: Mermaid): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else leads to the default configuration
  const defaults: unknown = mermaid.mermaidAPI.defaultConfig;
  if (typeof defaults !== 'object' || defaults === null) return;
  for (const name of Object.keys(defaults).filter((each) => !USED.has(each))) {
    const section: unknown = Reflect.get(defaults, name);
    if (typeof section !== 'object' || section === null) continue;
    for (const key of Object.keys(section)) Reflect.deleteProperty(section, key);
  }
}

async function fetchMermaid(): Promise<Mermaid> {
  const fonts = [400, 600].map((weight) => document.fonts.load(`${weight} 12px "${DIAGRAM_FONT}"`).catch(() => []));
  const [{ default: mermaid }] = await Promise.all([import('mermaid'), ...fonts]);
  emptyUnused(mermaid);
  mermaid.initialize(MERMAID_CONFIG);
  // Mermaid fetches what draws sequences only with the first one: better now than when a reader waits for it.
  await render(mermaid, 'sequenceDiagram\nparticipant A\nparticipant B\nNote over A: -\nA->>B: -');
  return mermaid;
}
