import { LANGUAGES } from '../components/language.ts';
import { STORAGE_KEY, ownLanguage } from './language-choice.ts';

/** The script in the head of the front door: it leaves for the reader's own language before anything is painted. `base` ends with a slash. */
export function frontDoorScript(base: string): string {
  const [key, offered, root] = [STORAGE_KEY, LANGUAGES, base].map((value) => JSON.stringify(value));
  return `(() => {
  let stored = null;
  try { stored = localStorage.getItem(${key}); } catch {}
  document.documentElement.hidden = true;
  location.replace(${root} + (${ownLanguage.toString()})(stored, navigator.languages ?? [], ${offered}) + '/');
})();`;
}
