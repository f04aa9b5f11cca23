import type { APIRoute } from 'astro';
import { withBase } from '../../components/with-base.ts';

/** Everything may be read; where the list of pages is. Search engines look for this file at the root of a host only: below a sub-path it is of no use, and no harm. */
export const GET: APIRoute = ({ site }) => new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(withBase('sitemap-index.xml', import.meta.env.BASE_URL), site).href}\n`);
