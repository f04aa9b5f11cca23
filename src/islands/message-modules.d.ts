declare module 'messages:*' {
  /** Messages of content/i18n by their keys, as src/site/messages-plugin.ts picks them. */
  const words: Readonly<Record<string, string>>;
  export default words;
}
