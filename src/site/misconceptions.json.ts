import type { APIRoute, GetStaticPaths } from 'astro';
import { getEntry, render } from 'astro:content';
import places from '../../content/misconceptions.json';
import { LANGUAGES, type Language } from '../components/language.ts';
import { scenarioText } from '../components/scenario-run.ts';
import { withBase } from '../components/with-base.ts';
import type { MisconceptionPlaces } from '../islands/exercise/misconception-places.ts';

/** The language whose headings content/misconceptions.json names. */
const NAMED: Language = 'en';

interface Written {
  readonly lesson: string;
  readonly anchor: string;
  readonly scenario: string;
}

export const getStaticPaths = (() => LANGUAGES.map((language) => ({ params: { language } }))) satisfies GetStaticPaths;

/** For each known misconception where the course treats it, in one language, and a run that shows the truth. The build fails where there is no such lesson, heading or scenario. */
export const GET: APIRoute = async ({ params }) => {
  const language = LANGUAGES.find((one) => one === params['language']) ?? NAMED;
  const told: [string, MisconceptionPlaces[string]][] = [];
  for (const [id, place] of Object.entries(places satisfies Readonly<Record<string, Written>>)) told.push([id, await placeIn(language, id, place)]);
  return Response.json(Object.fromEntries(told));
};

async function placeIn(language: Language, id: string, { lesson, anchor, scenario }: Written): Promise<MisconceptionPlaces[string]> {
  const [named, here] = [await headingsOf(NAMED, lesson, id), await headingsOf(language, lesson, id)];
  const at = named.headings.findIndex(({ slug }) => slug === anchor);
  if (at < 0) throw new Error(`content/misconceptions.json: “${id}” names the heading “${anchor}”, but the lesson “${lesson}” has ${named.headings.map(({ slug }) => slug).join(', ')}.`);
  const heading = here.headings[at];
  if (heading === undefined || here.headings.length !== named.headings.length) throw new Error(`content/misconceptions.json: the lesson “${lesson}” has other headings in “${language}” than in “${NAMED}”, so “${id}” cannot be found there.`);
  return { href: `${withBase(`${language}/${lesson}/`, import.meta.env.BASE_URL)}#${heading.slug}`, lesson: here.title, heading: heading.text, scenario: scenarioText(scenario) };
}

async function headingsOf(language: Language, lesson: string, id: string) {
  const entry = await getEntry('docs', `${language}/${lesson}`);
  if (entry === undefined) throw new Error(`content/misconceptions.json: “${id}” names the lesson “${lesson}”, which is not there in “${language}”.`);
  const { headings } = await render(entry);
  return { title: entry.data.title, headings };
}
