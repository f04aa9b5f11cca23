import { describe, expect, it } from 'vitest';
import { EMPTY_SCENARIO, type Act, type Fault, type Scenario } from '../simulation/scenario.ts';
import { ACK, FIN, NO_FLAGS, PSH, RST, SYN, flagsOf } from '../tcp/flags.ts';
import { parse } from './parse.ts';

function scenarioOf(text: string): Scenario {
  const { scenario, problems } = parse(text);
  expect(problems).toEqual([]);
  return scenario;
}

function actOf(line: string): Act | undefined {
  return scenarioOf(`client listens\n${line}`).script[1];
}

function faultOf(line: string): Fault | undefined {
  return scenarioOf(line).faults[0];
}

const synAck = flagsOf(SYN, ACK);

describe('settings', () => {
  it('says nothing by default', () => {
    expect(scenarioOf('')).toEqual(EMPTY_SCENARIO);
    expect(scenarioOf('# nothing\n\n   \t# 주석은 무엇이든\n')).toEqual(EMPTY_SCENARIO);
  });

  it('reads every setting', () => {
    const text = `
      profile linux
      hosts Alice, bob-2
      delay 2 s
      alice ISS 1_000, 4294967295
      bob-2 ISS 7
      ALICE window 4,096
      bob-2 MSS 536
      bob-2 delays ACK 200 ms
      alice offers window scale 7
      bob-2 no window scale
      alice SACK
      bob-2 offers no timestamps
      alice turns Nagle off
      bob-2 Nagle ON
      alice keep-alive after 120 min, every 75 s 9 probes
      bob-2 user timeout 30 s
      already ESTABLISHED`;
    expect(scenarioOf(text)).toEqual({
      ...EMPTY_SCENARIO,
      profile: 'linux',
      hosts: {
        A: {
          ...EMPTY_SCENARIO.hosts.A,
          name: 'Alice', iss: [1000, 4_294_967_295], window: 4096,
          keepAlive: { idle: 7_200_000, interval: 75_000, probes: 9 },
          overrides: { wscale: 7, sack: true, nagle: false },
        },
        B: {
          ...EMPTY_SCENARIO.hosts.B,
          name: 'bob-2', iss: [7], mss: 536, delayedAck: 200, userTimeout: 30_000,
          overrides: { wscale: null, timestamps: false, nagle: true },
        },
      },
      delay: 2000,
      established: true,
    });
  });

  it('tells a list of numbers from one number by the blank after the comma', () => {
    expect(scenarioOf('server ISS 300, 400, 500').hosts.B.iss).toEqual([300, 400, 500]);
    expect(scenarioOf('server ISS 1,2,4096').hosts.B.iss).toEqual([1, 2, 4096]);
  });

  it('lets host names hold above the line that gives them', () => {
    expect(scenarioOf('b connects\nhosts a b').script).toEqual([{ when: { type: 'quiet' }, action: { type: 'connect', host: 'B' } }]);
  });

  it.each([
    ['50 ms', 50],
    ['50ms', 50],
    ['1.5 s', 1500],
    ['1.005 s', 1005],
    ['2 Seconds', 2000],
    ['4 min', 240_000],
    ['1,000 ms', 1000],
    ['1,000,000 ms', 1_000_000],
  ])('reads the time %s', (text, delay) => {
    expect(scenarioOf(`delay ${text}`).delay).toBe(delay);
  });
});

describe('acts', () => {
  it.each([
    ['server listens', { type: 'listen', host: 'B' }],
    ['SERVER Connects', { type: 'connect', host: 'B' }],
    ['client sends 1_200', { type: 'send', host: 'A', length: 1200 }],
    ['client sends 5 urgently', { type: 'sendUrgently', host: 'A', length: 5 }],
    ['server stops reading', { type: 'stopReading', host: 'B' }],
    ['server reads 500', { type: 'read', host: 'B', length: 500 }],
    ['server reads on', { type: 'readOn', host: 'B' }],
    ['client closes', { type: 'close', host: 'A' }],
    ['client aborts', { type: 'abort', host: 'A' }],
    ['client crashes', { type: 'crash', host: 'A' }],
    ['inject SYN SEQ 90 to server', { type: 'inject', to: 'B', segment: { flags: SYN, seq: 90, ack: 0, length: 0, wnd: 65_535 } }],
    ['inject ack,psh LEN 5, ACK 7 WND 0 SEQ 3 to client', { type: 'inject', to: 'A', segment: { flags: flagsOf(ACK, PSH), seq: 3, ack: 7, length: 5, wnd: 0 } }],
    ['inject none SEQ 1 to client', { type: 'inject', to: 'A', segment: { flags: NO_FLAGS, seq: 1, ack: 0, length: 0, wnd: 65_535 } }],
  ])('reads what is done: %s', (line, action) => {
    expect(actOf(line)).toEqual({ when: { type: 'quiet' }, action });
  });

  it.each([
    ['meanwhile', { type: 'meanwhile' }],
    ['after 100 ms', { type: 'after', ms: 100 }],
    ['After 1 s,', { type: 'after', ms: 1000 }],
    ['at 0 ms,', { type: 'at', ms: 0 }],
    ['when server is CLOSE-WAIT,', { type: 'state', host: 'B', state: 'CLOSE-WAIT' }],
    ['when server is close-wait', { type: 'state', host: 'B', state: 'CLOSE-WAIT' }],
  ])('reads when: %s', (when, expected) => {
    expect(actOf(`${when} client closes`)).toEqual({ when: expected, action: { type: 'close', host: 'A' } });
    expect(actOf(`${when} inject RST SEQ 5 to server`)?.when).toEqual(expected);
  });

  it.each([
    ['hold client SYN', 'release client SYN'],
    ['hold every client segment', 'release 3rd client SYN'],
    ['hold first 3 client SYN', 'after 1 s release 2nd client SYN'],
    ['hold client FIN,ACK', 'release client data'],
    ['hold client ACK', 'release client PSH,ACK'],
  ])('%s … %s', (hold, release) => {
    expect(scenarioOf(`${hold}\nclient listens\n${release}`).script[1]?.action.type).toBe('release');
  });
});

describe('faults', () => {
  const client = (which: object, pattern: object): object => ({ from: 'A', which, pattern });
  const first = { type: 'nth', n: 1 };
  const syn = { type: 'flags', flags: SYN };

  it.each([
    ['lose client SYN', { type: 'lose', selector: client(first, syn) }],
    ['lose 2 % of client data', { type: 'lose', selector: client({ type: 'share', percent: 2 }, { type: 'data' }) }],
    ['lose server ack,syn', { type: 'lose', selector: { from: 'B', which: first, pattern: { type: 'flags', flags: synAck } } }],
    ['lose first client SYN', { type: 'lose', selector: client(first, syn) }],
    ['lose third client SYN', { type: 'lose', selector: client({ type: 'nth', n: 3 }, syn) }],
    ['lose 22nd client data', { type: 'lose', selector: client({ type: 'nth', n: 22 }, { type: 'data' }) }],
    ['lose first 3 client SYN', { type: 'lose', selector: client({ type: 'first', n: 3 }, syn) }],
    ['lose every client segment', { type: 'lose', selector: client({ type: 'every' }, { type: 'segment' }) }],
    ['lose client none', { type: 'lose', selector: client(first, { type: 'flags', flags: NO_FLAGS }) }],
    ['delay client SYN by 300 ms', { type: 'delay', selector: client(first, syn), ms: 300 }],
    ['duplicate client FIN,ACK after 50 ms', { type: 'duplicate', selector: client(first, { type: 'flags', flags: flagsOf(FIN, ACK) }), ms: 50 }],
    ['hold client RST', { type: 'hold', selector: client(first, { type: 'flags', flags: RST }), until: null }],
    ['hold client SYN until server is SYN-RECEIVED', { type: 'hold', selector: client(first, syn), until: { type: 'state', host: 'B', state: 'SYN-RECEIVED' } }],
    ['hold client SYN until 2 s', { type: 'hold', selector: client(first, syn), until: { type: 'at', ms: 2000 } }],
    ['reorder client data', { type: 'reorder', selector: client(first, { type: 'data' }) }],
  ])('%s', (line, fault) => {
    expect(faultOf(line)).toEqual(fault);
  });
});

describe('the end', () => {
  it('reads stop and expectations', () => {
    const text = 'stop when client is TIME-WAIT\nexpect client CLOSED\nexpect server is LISTEN\nexpect client told error: connection closing\nexpect server received 0';
    const { stop, expect: expected } = scenarioOf(text);
    expect(stop).toEqual({ type: 'state', host: 'A', state: 'TIME-WAIT' });
    expect(expected).toEqual([
      { type: 'state', host: 'A', state: 'CLOSED' },
      { type: 'state', host: 'B', state: 'LISTEN' },
      { type: 'told', host: 'A', signal: 'error: connection closing' },
      { type: 'received', host: 'B', length: 0 },
    ]);
    expect(scenarioOf('stop at 10 s').stop).toEqual({ type: 'at', ms: 10_000 });
  });
});

describe('lines', () => {
  it.each(['\n', '\r\n', '\r'])('gives the source line of every part, whatever ends lines: %j', (end) => {
    const text = ['expect client CLOSED', '', '# x', 'lose client SYN', 'server listens', 'hosts client server', 'stop at 1 s', 'client connects', 'expect server LISTEN'];
    expect(parse(text.join(end)).lines).toEqual({ script: [5, 8], interventions: [], faults: [4], expect: [1, 9], stop: 7 });
  });

  it('leaves out of scenario and lines what has a problem', () => {
    const { scenario, lines, problems } = parse('server listens\nclient conects\nclient closes');
    expect(problems.map(({ where }) => where.line)).toEqual([2]);
    expect(scenario.script.map(({ action }) => action.type)).toEqual(['listen', 'close']);
    expect(lines.script).toEqual([1, 3]);
  });
});
