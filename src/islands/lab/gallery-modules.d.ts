declare module 'gallery:*' {
  /** The gallery of one language, as src/site/gallery-plugin.ts makes it. */
  const groups: readonly import('./gallery.ts').GalleryGroup[];
  export default groups;
}
