import { readdirSync } from 'node:fs';
import type { Measure } from './figure.ts';

/** Prints a line a figure, `name value unit`; arguments choose the files by a part of their names: `npm run bench -- engine`. */
const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((part) => name.includes(part))))
  .sort();

if (files.length === 0) {
  console.error(`No benchmark is called ${wanted.join(' or ')}.`);
  process.exit(1);
}

for (const file of files) {
  // Every file beside this one that ends so exports it.
  const { measure } = (await import(`./${file}`)) as { readonly measure: Measure };
  for (const { name, value, unit } of await measure()) console.log(`${name} ${Number(value.toPrecision(4))} ${unit}`);
}
