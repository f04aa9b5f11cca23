import { fill } from '../../narration/fill.ts';
import { say } from '../../narration/say.ts';
import type { Sentence, Words } from '../../narration/sentence.ts';
import type { Explained } from '../field.ts';
import { htmlOf } from '../rich.ts';
import { element, text, type Xml } from './xml.ts';

/** A link to another page of the course, which leads nowhere from elsewhere. */
const LINK_WITHIN = /<a\b[^<>]*href="(?!https?:)[^"]*"[^<>]*>(.*?)<\/a>/gu;

/** A sentence, said; one that an author has written keeps its code, its emphasis and its links, of which QTI knows no more than where they lead. */
export function said(sentence: Sentence, words: Words): Xml {
  const html = htmlOf(sentence);
  return html === null ? text(say(sentence, words)) : { xml: html.replace(LINK_WITHIN, '$1').replace(/<(\w+)(\s[^<>]*)>/gu, (_tag, name: string, attributes: string) => `<${name}${/\shref="[^"]*"/u.exec(attributes)?.[0] ?? ''}>`) };
}

/** A message without anything to fill in but these. */
export function message(key: string, words: Words, params: Sentence['params'] = {}): string {
  return fill(words[key] ?? key, params);
}

/** Why something is so: a paragraph for each sentence, with a link to its clause. */
export function reasons(why: readonly Explained[], words: Words): readonly Xml[] {
  return why.map(({ sentence, clause }) => element('p', {}, said(sentence, words), ...(clause === null ? [] : [' (', element('a', { href: clause.url }, clause.cite), ')'])));
}
