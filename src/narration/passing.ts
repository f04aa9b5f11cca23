import type { EndpointMoment, Flight, Trace } from '../simulation/trace.ts';
import { findingsOf, type Passing } from './findings.ts';
import { happened } from './happened.ts';
import { outcomesOf } from './outcome.ts';
import { reasonsOf } from './reason.ts';
import { say } from './say.ts';
import { sentence, type Words } from './sentence.ts';

/** What came of an arrival, without what other segments of the capture and their times say. */
function cameOf(moment: EndpointMoment, trace: Trace, words: Words): readonly string[] {
  return outcomesOf(moment, trace).flatMap((came) => (came.kind === 'sent' || came.kind === 'timer' ? [] : [say(came.sentence, words)]));
}

/** What became of a segment on its way, which no capture at its sender could know. */
function onItsWay({ id }: Flight, trace: Trace, words: Words): readonly string[] {
  return trace.moments.flatMap((moment) => ((moment.kind === 'lost' || moment.kind === 'marked' || moment.kind === 'held') && moment.flight === id ? [say(happened(moment, trace), words)] : []));
}

/** Tells of each segment of a run, as it passes a host, in a few lines: what is remarkable about it, what happened there, what came of it or will become of it, and the rules by their clauses. */
export function passing(trace: Trace, words: Words): (passing: Passing) => string {
  const findings = findingsOf(trace);
  return (one) => {
    const moment = trace.moments[one.moment];
    if (moment?.kind !== 'endpoint') throw new Error(`No host sends or gets anything in moment ${String(one.moment)}`);
    const remarkable = findings(one).map((finding) => say(sentence(`finding.${finding}`), words)).join(' · ');
    const came = one.way === 'in' ? cameOf(moment, trace, words) : onItsWay(one.flight, trace, words);
    const reasons = reasonsOf(moment, trace).map(({ sentence: why, clause }) => `${clause.cite}: ${say(why, words)}`);
    return [...(remarkable === '' ? [] : [remarkable]), say(happened(moment, trace), words), ...came, ...reasons].join('\n');
  };
}
