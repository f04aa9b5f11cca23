import { LANGUAGES, type Language } from '../components/language.ts';

/** Where a reader's choice of language is kept on their device. */
export const STORAGE_KEY = 'handshake-lab:language';

/** The language at the beginning of a path, below any base: `ko` of `/tcp/ko/states/`; null where there is none. */
export function languageOfPath(path: string): Language | null {
  return LANGUAGES.find((language) => path.split('/').includes(language)) ?? null;
}

/** The language for a reader: the one chosen before, else the first of the browser's that is offered, else the first offered. Its source text also goes into the front door, so it must need nothing from outside itself. */
export function ownLanguage(stored: string | null, browser: readonly string[], offered: readonly string[]): string {
  const wanted = [stored ?? '', ...browser].map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return wanted.find((tag) => offered.includes(tag)) ?? offered[0] ?? '';
}

/** Keeps every choice that is made on this page: a change of Starlight's language select, or a link with `hreflang`. */
export function rememberChoices(page: Document): void {
  page.addEventListener(
    'change',
    ({ target }) => {
      if (target instanceof HTMLSelectElement && target.closest('starlight-lang-select') !== null) remember(languageOfPath(target.value));
    },
    { capture: true },
  );
  page.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a[hreflang]') : null;
    remember(languageOfPath(link?.getAttribute('hreflang') ?? ''));
  });
}

function remember(language: Language | null): void {
  if (language === null) return;
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Storage may be blocked or full; the browser's own language then decides each time.
  }
}
