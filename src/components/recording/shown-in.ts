import type { Language } from '../language.ts';
import { recordingNamed } from './recording.ts';

/** A page that shows a recording. */
export interface Shown {
  readonly slug: string;
  readonly title: string;
  /** Where on it: `#real-07`; empty: it is a figure of its own. */
  readonly anchor: string;
}

const PAGES: Readonly<Record<string, string>> = import.meta.glob(['../../../content/docs/*/*.mdx', '!**/authoring.mdx'], { query: '?raw', import: 'default', eager: true });

/** The lessons of a language that show the recording. */
export function shownIn(name: string, language: Language): readonly Shown[] {
  return Object.entries(PAGES).flatMap(([path, text]) => {
    const [, slug = ''] = new RegExp(`/docs/${language}/(.*)\\.mdx$`, 'u').exec(path) ?? [];
    const beside = text.includes(`<RealLinux name="${name}"`);
    if (slug === '' || (!beside && !text.includes(`<Recording name="${name}"`))) return [];
    const title = /^title: (.*)$/mu.exec(text)?.[1] ?? slug;
    return [{ slug, title: title.replaceAll(/^['"]|['"]$/gu, ''), anchor: beside ? `#real-${recordingNamed(name).id}` : '' }];
  });
}
