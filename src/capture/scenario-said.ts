import { segmentText } from '../narration/segment-text.ts';
import type { AsScenario, Refusal } from './scenario-from.ts';
import { HOST_NAMES, said, type Said } from './said.ts';

/** How near a scenario comes to its conversation, or why there is none. */
export function scenarioSaid(made: AsScenario | Refusal): Said {
  if (typeof made === 'string') return said(`capture.scenario.refused.${made.replaceAll(' ', '-')}`);
  const { parting } = made;
  if (parting === null) return said('capture.scenario.same');
  const { host, turn, captured, run } = parting;
  const params = { host: HOST_NAMES[host], turn };
  if (run === null) return captured === null ? said('capture.scenario.same') : said('capture.scenario.nearest.less', { ...params, segment: segmentText(captured) });
  if (captured === null) return said('capture.scenario.nearest.more', { ...params, other: segmentText(run) });
  return said('capture.scenario.nearest', { ...params, segment: segmentText(captured), other: segmentText(run) });
}
