import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SCHEMAS, schemaText } from './schemas.ts';

it.each(Object.entries(SCHEMAS))('schemas/%s.schema.json is what the course is held to (node scripts/write-schemas.ts writes it)', (name, of) => {
  expect(readFileSync(`schemas/${name}.schema.json`, 'utf8')).toBe(schemaText(of));
});

it('there are no others', () => {
  expect(readdirSync('schemas').toSorted()).toEqual(Object.keys(SCHEMAS).map((name) => `${name}.schema.json`).toSorted());
});

it('each file of the course that is JSON has its schema in the editor', () => {
  const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as { readonly 'json.schemas': readonly { readonly fileMatch: readonly string[]; readonly url: string }[] };
  expect(settings['json.schemas'].map(({ fileMatch, url }) => [fileMatch[0], url])).toEqual([
    ...['course', 'gallery', 'misconceptions', 'glossary'].map((name) => [`/content/${name}.json`, `./schemas/${name}.schema.json`]),
    ['/content/i18n/*.json', './schemas/messages.schema.json'],
  ]);
});
