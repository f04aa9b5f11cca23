import { expect, test } from 'vitest';
import { withoutLate } from './late-plugin.ts';

test('late components are left out, other modules and all that is imported at once stay', () => {
  const kept = `import { Icon } from './Icon.tsx';\nconst draw = () => import('./draw.ts');\ntype Lazy = typeof import;\n`;
  expect(withoutLate(`${kept}const show = late(() => import('../a/Show.tsx'));\n`)).toBe(`${kept}const show = late(() => Promise.reject(new Error('Fetched in the page only')));\n`);
});
