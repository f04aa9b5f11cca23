import type { MermaidConfig } from 'mermaid';

/** The font that every page ships; its metrics decide where text stands in a drawing. */
export const DIAGRAM_FONT = 'IBM Plex Sans';

/** Mermaid's configuration at build time and in the page: one look, no HTML inside SVG, no interaction. Sizes in px. */
export const MERMAID_CONFIG: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  theme: 'null',
  look: 'classic',
  layout: 'dagre',
  fontFamily: `"${DIAGRAM_FONT}", sans-serif`,
  fontSize: 12,
  htmlLabels: false,
  deterministicIds: true,
  suppressErrorRendering: true,
  sequence: {
    mirrorActors: false,
    diagramMarginX: 1,
    diagramMarginY: 2,
    boxMargin: 7,
    noteMargin: 4,
    wrapPadding: 6,
    messageMargin: 20,
    actorMargin: 16,
    width: 60,
    height: 42,
    actorFontWeight: 600,
    noteFontWeight: 600,
    messageFontWeight: 400,
    useMaxWidth: true,
  },
  state: { nodeSpacing: 14, rankSpacing: 22, padding: 6, useMaxWidth: true },
};

const STATEMENT = /^(Note over [AB](?:,[AB])?|[AB]-[->x)]+[AB]): /gmu;

/** The text as it is given to Mermaid: each note and arrow says itself that it does not wrap, or Mermaid copies its whole configuration for every one of them to find that out. */
export function preparedText(text: string): string {
  return text.replace(STATEMENT, '$1:nowrap:');
}
