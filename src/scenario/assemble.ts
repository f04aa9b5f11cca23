import { EMPTY_SCENARIO, type Act, type Expectation, type Fault, type Intervention, type Scenario } from '../simulation/scenario.ts';
import { problemAt, textOf, type Line } from './line.ts';
import type { Problem } from './problem.ts';
import type { Setting, Statement } from './statement.ts';

/** A statement and the line that says it. */
export interface Said {
  readonly line: Line;
  readonly statement: Statement;
}

/** The line, from 1, of each act, intervention, fault and expectation of a scenario, in the order that they have there, and of its stop. */
export interface SourceLines {
  readonly script: readonly number[];
  readonly interventions: readonly number[];
  readonly faults: readonly number[];
  readonly expect: readonly number[];
  readonly stop: number | null;
}

function withSetting(scenario: Scenario, setting: Setting): Scenario {
  const { hosts } = scenario;
  switch (setting.type) {
    case 'profile':
      return { ...scenario, profile: setting.profile };
    case 'hosts':
      return { ...scenario, hosts: { A: { ...hosts.A, name: setting.left }, B: { ...hosts.B, name: setting.right } } };
    case 'delay':
      return { ...scenario, delay: setting.delay };
    case 'established':
      return { ...scenario, established: true };
    case 'iss':
    case 'issBy':
    case 'window':
    case 'mss':
    case 'fastOpen':
    case 'sendBuffer':
    case 'delayedAck':
    case 'keepAlive':
    case 'userTimeout': {
      const { type, host, ...value } = setting;
      return { ...scenario, hosts: { ...hosts, [host]: { ...hosts[host], ...value } } };
    }
    case 'wscale':
    case 'sack':
    case 'timestamps':
    case 'ecn':
    case 'nagle': {
      const { type, host, ...value } = setting;
      const overrides = { ...hosts[host].overrides, ...value };
      return { ...scenario, hosts: { ...hosts, [host]: { ...hosts[host], overrides } } };
    }
  }
}

/** What may be said once only, or null for what may be said again. */
function onceKey(statement: Statement): string | null {
  if (statement.type === 'stop') return 'stop';
  if (statement.type !== 'setting') return null;
  const { setting } = statement;
  const type = setting.type === 'issBy' ? 'iss' : setting.type;
  return 'host' in setting ? `${type} ${setting.host}` : type;
}

/** The scenario that statements make, the first of repeated settings taken, with a problem for each repetition. */
export function assemble(said: readonly Said[]): { readonly scenario: Scenario; readonly lines: SourceLines; readonly problems: readonly Problem[] } {
  const script: (Act & { line: number })[] = [];
  const interventions: (Intervention & { line: number })[] = [];
  const faults: { fault: Fault; line: number }[] = [];
  const expect: { expectation: Expectation; line: number }[] = [];
  const problems: Problem[] = [];
  const setAt = new Map<string, number>();
  let settings = EMPTY_SCENARIO;
  let stop: Scenario['stop'] = null;
  for (const { line, statement } of said) {
    const key = onceKey(statement);
    const earlier = key === null ? undefined : setAt.get(key);
    if (earlier !== undefined) {
      const end = line.tokens.length;
      problems.push(problemAt(line, 0, end, 'repeated-setting', { setting: textOf(line, 0, end), line: String(earlier) }));
      continue;
    }
    if (key !== null) setAt.set(key, line.number);
    switch (statement.type) {
      case 'setting':
        settings = withSetting(settings, statement.setting);
        break;
      case 'fault':
        faults.push({ fault: statement.fault, line: line.number });
        break;
      case 'act':
        script.push({ when: statement.when, action: statement.action, line: line.number });
        break;
      case 'intervention':
        interventions.push({ after: statement.after, action: statement.action, line: line.number });
        break;
      case 'stop':
        stop = statement.stop;
        break;
      case 'expect':
        expect.push({ expectation: statement.expectation, line: line.number });
        break;
    }
  }
  return {
    scenario: {
      ...settings,
      script: script.map(({ when, action }) => ({ when, action })),
      interventions: interventions.map(({ after, action }) => ({ after, action })),
      faults: faults.map(({ fault }) => fault),
      stop,
      expect: expect.map(({ expectation }) => expectation),
    },
    lines: {
      script: script.map(({ line }) => line),
      interventions: interventions.map(({ line }) => line),
      faults: faults.map(({ line }) => line),
      expect: expect.map(({ line }) => line),
      stop: setAt.get('stop') ?? null,
    },
    problems,
  };
}
