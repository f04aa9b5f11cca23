import type { MermaidConfig } from 'mermaid';
import { SEQUENCE_SIZES } from '../sequence-layout.ts';

/** Mermaid's configuration: one look, no HTML inside SVG, no interaction. Sizes in px. */
export const MERMAID_CONFIG: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  theme: 'null',
  look: 'classic',
  layout: 'dagre',
  fontFamily: `"${SEQUENCE_SIZES.font}", sans-serif`,
  fontSize: SEQUENCE_SIZES.fontSize,
  htmlLabels: false,
  deterministicIds: true,
  suppressErrorRendering: true,
  sequence: {
    mirrorActors: false,
    diagramMarginX: 1,
    diagramMarginY: 2,
    boxMargin: SEQUENCE_SIZES.boxMargin,
    noteMargin: SEQUENCE_SIZES.noteMargin,
    wrapPadding: SEQUENCE_SIZES.wrapPadding,
    messageMargin: 20,
    actorMargin: 16,
    width: SEQUENCE_SIZES.width,
    height: SEQUENCE_SIZES.height,
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
