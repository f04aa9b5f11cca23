import { withParticles } from './particle.ts';
import type { Sentence } from './sentence.ts';

const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g;

/** The template with every `{{name}}` that `params` knows replaced by its value, unknown ones left standing, and Korean particles written `이(가)` settled. */
export function fill(template: string, params: Sentence['params']): string {
  return withParticles(template.replace(PLACEHOLDER, (whole: string, name: string) => String(params[name] ?? whole)));
}

/** The names of the template's placeholders, each once, sorted. */
export function placeholders(template: string): readonly string[] {
  return [...new Set([...template.matchAll(PLACEHOLDER)].map((found) => found[1] ?? ''))].sort();
}
