import type { APIRoute, GetStaticPaths } from 'astro';
import { SCENARIO_NAMES, scenarioText } from '../../components/scenario-run.ts';

export const getStaticPaths = (() => SCENARIO_NAMES.map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

/** A scenario of the course in the notation, for a page that makes a question of it. */
export const GET: APIRoute = ({ params }) => new Response(scenarioText(params['name'] ?? ''));
