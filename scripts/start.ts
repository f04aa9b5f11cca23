import { DIST, ensureBuilt } from './site-build.ts';
import { serve } from './serve.ts';

const DEFAULT_PORT = 4321;

const asked = process.env['PORT'] ?? '';
const port = asked === '' ? DEFAULT_PORT : Number(asked);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT must be a number from 0 to 65535, but it is "${asked}".`);
  process.exit(1);
}

try {
  await ensureBuilt();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const site = await serve(DIST, port);
console.log(`\nHandshake Lab is at ${site.url}/   (Ctrl+C ends it)`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void site.close().then(() => process.exit(0));
  });
}
