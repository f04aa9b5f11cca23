import { sequenceOf } from '../../diagram/sequence-diagram.ts';
import { say } from '../../narration/say.ts';
import { summary } from '../../narration/summary.ts';
import type { Words } from '../../narration/sentence.ts';
import { packed } from '../../simulation/packed.ts';
import { diagramWords } from '../diagram-words.ts';
import { draw } from '../draw.ts';
import { decode } from '../link/link.ts';
import { unlinked } from '../link/place-link.ts';
import { traceOf } from '../stepping.ts';
import { toldOf } from '../told-of.ts';

/** The run on view in a link, packed, with its figure and what tells it; rejects where the link holds none. */
export async function readRun(hash: string, title: string, words: Words): Promise<{ readonly run: string; readonly told: Words; readonly svg: string }> {
  const { place } = await decode(hash);
  if (place === null) throw new Error('The link holds no run');
  const trace = traceOf(unlinked(place).session);
  const description = summary(trace).map((one) => say(one, words)).join(' ');
  return { run: packed(trace), told: toldOf(trace, words), svg: await draw(sequenceOf(trace, diagramWords(words)), { title, description }) };
}
