import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courseTrace, COURSE_SCENARIOS } from '../../test/course-traces.ts';
import { diagramWords } from '../../test/diagram-words.ts';
import { randomScenario } from '../../test/random-scenarios.ts';
import { parse } from '../scenario/parse.ts';
import { HOST_IDS } from '../simulation/scenario.ts';
import { run } from '../simulation/run.ts';
import { STATES } from '../tcp/state.ts';
import { ROUTES } from './states-place.ts';
import { pathTaken } from './path-taken.ts';
import { stateDiagram } from './state-diagram.ts';
import { TRANSITIONS } from './transitions.ts';

const en = diagramWords('en');
const ko = diagramWords('ko');

describe('stateDiagram', () => {
  test('numbers the steps of the path and marks where the host is', () => {
    const text = stateDiagram(courseTrace('three-way'), 'A', en);
    expect(text).toContain('CLOSED --> SYN_SENT : (1) active OPEN');
    expect(text).toContain('SYN_SENT --> ESTABLISHED : (2) rcv SYN,ACK');
    expect(text).toContain('class CLOSED,SYN_SENT takenA');
    expect(text).toContain('class ESTABLISHED currentA');
    expect(text).toMatchSnapshot();
  });

  test('has all eleven states and the 21 arrows of the figure, each state reachable', () => {
    expect(TRANSITIONS).toHaveLength(21);
    expect(new Set(TRANSITIONS.map(({ to }) => to))).toEqual(new Set(STATES));
    expect(stateDiagram(courseTrace('three-way'), 'B', ko).match(/ --> /gu)).toHaveLength(21);
  });

  test('every way that any run takes has its route in the drawing', () => {
    const takes = (trace: ReturnType<typeof run>): readonly string[] => HOST_IDS.flatMap((host) => pathTaken(trace, host, Infinity).map(({ from, to }) => `${from}>${to}`));
    for (const name of COURSE_SCENARIOS) for (const way of takes(courseTrace(name))) expect(ROUTES).toHaveProperty([way]);
    fc.assert(fc.property(randomScenario, (scenario) => { for (const way of takes(run(scenario))) expect(ROUTES).toHaveProperty([way]); }), { numRuns: 300 });
  });

  test('has a route for the SYN that reopens TIME-WAIT (MAY-2), and for the RST that takes it back', () => {
    const reopened = run(parse('profile linux\nalready ESTABLISHED\nserver closes\nafter 50 ms client closes\ninject SYN SEQ 70000 to server\n').scenario);
    const ways = pathTaken(reopened, 'B', Infinity).map(({ from, to }) => `${from}>${to}`);
    expect(ways).toEqual(['ESTABLISHED>FIN-WAIT-1', 'FIN-WAIT-1>FIN-WAIT-2', 'FIN-WAIT-2>TIME-WAIT', 'TIME-WAIT>SYN-RECEIVED', 'SYN-RECEIVED>TIME-WAIT', 'TIME-WAIT>CLOSED']);
    for (const way of ways) expect(ROUTES).toHaveProperty([way]);
  });

  test('shows only the path up to the moment asked for', () => {
    const trace = courseTrace('four-way');
    for (let until = 0; until <= trace.moments.length; until += 1) {
      const steps = [...stateDiagram(trace, 'A', en, { until }).matchAll(/: \(([\d, ]+)\)/gu)].flatMap(([, numbers]) => (numbers ?? '').split(', '));
      expect(steps).toHaveLength(pathTaken(trace, 'A', until).length);
    }
  });
});
