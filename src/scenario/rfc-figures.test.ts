import { describe, expect, it } from 'vitest';
import { run } from '../simulation/run.ts';
import type { Flight, Trace } from '../simulation/trace.ts';
import { ACK, PSH, flagNames, has, without } from '../tcp/flags.ts';
import { parse } from './parse.ts';
import { RFC_FIGURES } from './rfc-figures.data.ts';

function written({ segment }: Flight): string {
  const ack = has(segment.flags, ACK) ? ` ACK=${segment.ack}` : '';
  const data = segment.length > 0 ? ' DATA' : '';
  return `SEQ=${segment.seq}${ack} ${flagNames(without(segment.flags, PSH)).join(',')}${data}`;
}

/** Each departure and arrival of the run with the state after it, in order, as the figures write them. */
function story(trace: Trace): readonly string[] {
  return trace.moments.flatMap((moment) => {
    if (moment.kind === 'injected') return [`injected > ${written(flightOf(trace, moment.flight))}`];
    if (moment.kind !== 'endpoint') return [];
    const arrived = moment.arrived === null ? [] : [`${written(flightOf(trace, moment.arrived))} > ${moment.host} ${moment.after.state}`];
    const sent = moment.sent.map((id) => `${moment.host} ${moment.after.state} > ${written(flightOf(trace, id))}`);
    return [...arrived, ...sent];
  });
}

function flightOf(trace: Trace, id: number): Flight {
  const flight = trace.flights[id];
  if (flight === undefined) throw new Error(`no flight ${id}`);
  return flight;
}

/** The same story as the figure tells it: departures and arrivals, taken apart. */
function told(line: string): readonly string[] {
  const [from = '', segment = '', to = ''] = line.split(/ ?> ?/);
  const departs = from === '...' ? [] : [`${from} > ${segment}`];
  const arrives = to === '...' ? [] : [`${segment} > ${to}`];
  return [...departs, ...arrives];
}

function at(host: string, part: string): boolean {
  return part.startsWith(`${host} `) || part.includes(`> ${host} `);
}

describe('RFC 9293, figures 6 to 13', () => {
  it.each(RFC_FIGURES)('figure $figure: $title', ({ scenario: text, lines, end }) => {
    const { scenario, problems } = parse(text);
    expect(problems).toEqual([]);
    const trace = run(scenario);
    // What happens at one host is ordered; between the hosts the figures only sketch an order.
    for (const host of ['A', 'B', 'injected']) {
      expect(story(trace).filter((part) => at(host, part))).toEqual(lines.flatMap(told).filter((part) => at(host, part)));
    }
    expect([trace.end.A.state, trace.end.B.state]).toEqual(end);
  });
});
