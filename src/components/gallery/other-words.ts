import { withBase } from '../with-base.ts';
import { LANGUAGES, type Language } from '../language.ts';

/** What the gallery says in the other languages, by the scenario's name; rejects where that cannot be fetched. */
export async function otherWords(language: Language): Promise<Readonly<Record<string, string>>> {
  const others = await Promise.all(
    LANGUAGES.filter((one) => one !== language).map(async (one) => {
      const answer = await fetch(withBase(`${one}/gallery.json`, import.meta.env.BASE_URL));
      if (!answer.ok) throw new Error(`The gallery in "${one}": ${String(answer.status)}`);
      return Object.entries((await answer.json()) as Readonly<Record<string, string>>);
    }),
  );
  const told: Record<string, string> = {};
  for (const [name, said] of others.flat()) told[name] = `${told[name] ?? ''} ${said}`;
  return told;
}
