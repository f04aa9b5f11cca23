import { isDeepStrictEqual } from 'node:util';
import type { HostRecord } from '../../src/exercise/figure.ts';
import { run } from '../../src/simulation/run.ts';
import { HOST_IDS, type Fault, type HostId, type Scenario } from '../../src/simulation/scenario.ts';
import type { Trace } from '../../src/simulation/trace.ts';
import { segmentText } from '../../src/narration/segment-text.ts';
import type { Judge } from './judge.ts';

/** The scenario with what an option names, read from its value alone. */
function suspected(scenario: Scenario, value: string): Scenario | null {
  const [type, from, n, ms] = value.split(' ');
  if (type === 'nothing') return scenario;
  if (from !== 'A' && from !== 'B') return null;
  if (type === 'crash') return { ...scenario, interventions: [{ after: Number(n), action: { type, host: from } }] };
  const selector = { from, pattern: { type: 'segment' }, which: { type: 'nth', n: Number(n) } } as const;
  const faults: Readonly<Record<string, Fault>> = {
    lose: { type: 'lose', selector },
    reorder: { type: 'reorder', selector },
    delay: { type: 'delay', selector, ms: Number(ms) },
    duplicate: { type: 'duplicate', selector, ms: Number(ms) },
  };
  const fault = faults[type ?? ''];
  return fault === undefined ? null : { ...scenario, faults: [fault] };
}

/** What passed the interface of a host, from the flights alone: what it sent and what reached it, by time. */
function passed(trace: Trace, host: HostId): readonly string[] {
  const order = new Map<string, number>();
  trace.moments.forEach((moment) => {
    if (moment.kind !== 'endpoint') return;
    if (moment.arrived !== null) order.set(`received ${String(moment.arrived)}`, moment.index);
    for (const id of moment.sent) order.set(`sent ${String(id)}`, moment.index);
  });
  const lines = trace.flights.flatMap(({ id, from, to, origin, fate, sentAt, arrivesAt, segment }) => [
    ...(from === host && origin === 'sent' ? [{ at: sentAt, way: 'sent', id, segment }] : []),
    ...(to === host && fate === 'delivered' ? [{ at: arrivesAt ?? sentAt, way: 'received', id, segment }] : []),
  ]);
  const place = ({ way, id }: { readonly way: string; readonly id: number }) => order.get(`${way} ${String(id)}`) ?? Infinity;
  const sorted = lines.toSorted((a, b) => place(a) - place(b) || (a.way === b.way ? a.id - b.id : a.way === 'received' ? -1 : 1));
  return sorted.map(({ at, way, segment }) => `${String(at)} ${way} ${segmentText(segment)}`);
}

/** Whether the run looks like the records. */
function looksLike(trace: Trace, records: readonly HostRecord[]): boolean {
  return records.every(({ host, rows }) => {
    const id = HOST_IDS.find((one) => trace.scenario.hosts[one].name === host);
    if (id === undefined) return false;
    const shown = rows.map(({ at, way, segment }) => `${String(at)} ${way} ${segment}`);
    return isDeepStrictEqual(passed(trace, id), shown);
  });
}

/** An option is right where its fault, put into the scenario without any, gives exactly what was recorded; the run that is played has to be such a one. */
export const judgeFault: Judge = ({ figure, play, fields }, base) => {
  if (figure.type !== 'records' || play.scenario === null || !looksLike(run(play.scenario), figure.records)) return () => false;
  const calm = { ...base.scenario, faults: [], expect: [] };
  const explains = (value: string) => {
    const scenario = suspected(calm, value);
    return scenario !== null && looksLike(run(scenario), figure.records);
  };
  const [field] = fields;
  const options = field?.type === 'choice' || field?.type === 'many' ? field.options : [];
  const right = new Set(options.map(({ value }) => value).filter(explains));
  return (_field, answer) => {
    if (typeof answer === 'string') return right.has(answer);
    return answer.length === right.size && answer.every((value) => right.has(value));
  };
};
