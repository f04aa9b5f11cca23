import { build } from 'rolldown';

// What `npm pack` takes along: the command as JavaScript for any Node from 20 on, with all that it imports. It stands as
// deep in the package as its source, so that it finds content/ at the same place.
await build({
  input: { handshake: 'src/cli/handshake.ts' },
  platform: 'node',
  // Lessons are read in a clone alone, and there by its source.
  external: ['satteri', /^astro\//, /^@astrojs\//],
  resolve: { mainFields: ['module', 'main'] },
  transform: { target: 'node20' },
  output: { dir: 'lib/cli', format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name].js', cleanDir: true },
});
