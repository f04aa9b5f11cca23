import type { APIRoute, GetStaticPaths } from 'astro';
import groups from '../../content/gallery.json';
import { LANGUAGES } from '../components/language.ts';

export const getStaticPaths = (() => LANGUAGES.map((language) => ({ params: { language } }))) satisfies GetStaticPaths;

/** What the gallery says of each scenario in one language, by its name: for a reader who looks for it in the words of the other language. */
export const GET: APIRoute = ({ params }) => {
  const language = LANGUAGES.find((one) => one === params['language']) ?? 'en';
  return Response.json(Object.fromEntries(groups.flatMap((group) => group.scenarios.map(({ name, title, about }) => [name, `${title[language]} ${about[language]} ${group.title[language]}`]))));
};
