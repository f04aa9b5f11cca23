import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { frontMatter } from './src/check/front-matter.ts';

/** The lessons and the sentences of the interface. The loaders are Starlight's own, so that asides, search and hot reload work whole. */
export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: frontMatter }) }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
