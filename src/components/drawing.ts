import { drawInNode } from '../diagram/edge/draw-in-node.ts';
import { sequenceDiagram } from '../diagram/sequence-diagram.ts';
import { stateDiagram } from '../diagram/state-diagram.ts';
import { say } from '../narration/say.ts';
import { summary } from '../narration/summary.ts';
import { HOST_IDS, type HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import type { Language } from './language.ts';
import { messagesIn, wordsIn } from './words.ts';

/** What of a run is drawn, and for whom. */
export interface Drawn {
  readonly trace: Trace;
  readonly language: Language;
  /** Unique on its page. */
  readonly id: string;
  readonly title: string;
  /** The name of the host whose states are drawn; without it the segments are. */
  readonly statesOf?: string | undefined;
}

/** A figure: its Mermaid text, and the drawing that real Mermaid made of it. */
export interface Drawing {
  readonly mermaid: string;
  readonly svg: string;
}

/** Draws a run, or the states of one of its hosts, with a description told from the same run. */
export async function draw({ trace, language, id, title, statesOf }: Drawn): Promise<Drawing> {
  const words = wordsIn(language);
  const mermaid = statesOf === undefined ? sequenceDiagram(trace, words) : stateDiagram(trace, hostNamed(trace, statesOf), words);
  const description = summary(trace).map((one) => say(one, messagesIn(language))).join(' ');
  return { mermaid, svg: await drawInNode(mermaid, { id, title, description }) };
}

function hostNamed(trace: Trace, name: string): HostId {
  const host = HOST_IDS.find((id) => trace.scenario.hosts[id].name === name);
  if (host === undefined) throw new Error(`The scenario has no host "${name}"`);
  return host;
}
