/// <reference types="astro/client" />

declare module '@pagefind/default-ui' {
  /** Pagefind's search interface, which puts itself into an element. */
  export const PagefindUI: new (options: Readonly<Record<string, unknown>>) => unknown;
}

declare module 'subset-font' {
  /** The font with only the glyphs of these characters. */
  export default function subsetFont(font: Uint8Array, characters: string, options: { readonly targetFormat: 'woff2'; readonly keepFeatures: readonly string[] }): Promise<Uint8Array>;
}
