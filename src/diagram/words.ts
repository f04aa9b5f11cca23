/** Says a message of `content/i18n` in the reader's language, its `{{…}}` filled from the parameters. */
export type Words = (key: string, params?: Readonly<Record<string, string | number>>) => string;
