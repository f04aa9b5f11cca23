import type { AstroIntegration } from 'astro';
import { lessonPlugin } from './lesson-plugin.ts';

/** What makes the course out of a Starlight site: its own routes, the checks of its content, and its security headers. */
export function handshakeLab(): AstroIntegration {
  return {
    name: 'handshake-lab',
    hooks: {
      'astro:config:setup': ({ injectRoute, updateConfig }) => {
        injectRoute({ pattern: '/', entrypoint: './src/site/front-door.astro' });
        injectRoute({ pattern: '/404', entrypoint: './src/site/not-found.astro' });
        updateConfig({ vite: { plugins: [lessonPlugin()] } });
      },
    },
  };
}
