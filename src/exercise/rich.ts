import { escapeSvg } from '../diagram/escape.ts';
import { sentence, type Sentence } from '../narration/sentence.ts';

/** Words that somebody has written, as they are shown and as they are read out. */
export interface Rich {
  /** Without any markup. */
  readonly text: string;
  /** The same as HTML: text, code, emphasis and links, everything else escaped. */
  readonly html: string;
}

/** Words without markup. */
export function plainly(text: string): Rich {
  return { text, html: escapeSvg(text) };
}

/** The words as a sentence, which is the same in every language; who cannot show HTML says its text. */
export function written({ text, html }: Rich): Sentence {
  return sentence('exercise.option', { text, html });
}

/** The HTML of a sentence that has been written; null where a sentence has none, and is to be said. */
export function htmlOf({ params }: Sentence): string | null {
  const { html } = params;
  return typeof html === 'string' ? html : null;
}
