import type { Judge } from './judge.ts';

/** The host's states, one after the other, as long as something is told of what happens to it: read off the endpoints before and after. A FIN that comes with the ACK of the own FIN leads from FIN-WAIT-1 to TIME-WAIT in Figure 5, by FIN-WAIT-2 in the text of §3.10.7.4: both are right. */
export const judgePath: Judge = ({ question, play, given }, trace) => {
  const count = given.filter(({ key }) => key.startsWith('narration.happened.')).length;
  const host = trace.scenario.hosts.A.name === question.params['host'] ? 'A' : 'B';
  const own = trace.moments.slice(play.from).flatMap((moment) => ('before' in moment && moment.host === host ? [moment] : []));
  const [figured, written]: readonly [string[], string[]] = [[], []];
  for (const { before, after } of own.slice(0, count)) {
    if (before.state === after.state) continue;
    figured.push(after.state);
    written.push(...(before.state === 'FIN-WAIT-1' && after.state === 'TIME-WAIT' ? ['FIN-WAIT-2'] : []), after.state);
  }
  return (_field, answer) => typeof answer !== 'string' && [figured.join(), written.join()].includes(answer.join());
};
