import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { sidebar } from './src/check/course.ts';
import { handshakeLab } from './src/site/integration.ts';
import { SCENARIO_GRAMMAR } from './src/site/scenario-grammar.ts';

// Both are set from outside so that the same source can be published anywhere:
//   SITE=https://example.org BASE=/tcp npm run build
// Empty is as good as not set: a host that publishes at its root may say so.
const site = process.env.SITE || 'https://handshake-lab.example';
const base = process.env.BASE || '/';

export default defineConfig({
  site,
  base,
  srcDir: '.',
  // Editors complete front matter by its schema.
  experimental: { contentIntellisense: true },
  integrations: [
    handshakeLab(),
    starlight({
      title: 'Handshake Lab',
      defaultLocale: 'en',
      locales: {
        en: { label: 'English', lang: 'en' },
        ko: { label: '한국어', lang: 'ko' },
      },
      sidebar,
      favicon: '/favicon.svg',
      lastUpdated: false,
      credits: false,
      disable404Route: true,
      customCss: ['fonts', 'tokens', 'prose', 'components', 'progress'].map((sheet) => `./src/site/style/${sheet}.css`).concat('./src/diagram/edge/diagram.css'),
      expressiveCode: { defaultProps: { wrap: true }, shiki: { langs: [SCENARIO_GRAMMAR] } },
      components: { Head: './src/site/Head.astro', PageTitle: './src/site/PageTitle.astro', Pagination: './src/site/Pagination.astro' },
    }),
    sitemap({
      i18n: { defaultLocale: 'en', locales: { en: 'en', ko: 'ko' } },
      // The front door is no page of English, though no language stands in its address; what stands in frames of other sites is no page of its own.
      filter: (page) => /\/(?:en|ko)\/(?!embed\/)/.test(page),
    }),
    // Tables are left to our component, which lets them scroll by themselves.
    mdx({ optimize: { ignoreElementNames: ['table'] } }),
    // Only what holds JSX goes through its compiler: with every TypeScript file it took a fifth of a build.
    preact({ include: ['**/*.tsx'] }),
  ],
});
