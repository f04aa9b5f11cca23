import { describe, expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace, courseWords } from '../../../test/course-traces.ts';
import { placeholders } from '../../narration/fill.ts';
import { say } from '../../narration/say.ts';
import type { Sentence } from '../../narration/sentence.ts';
import { parse } from '../../scenario/parse.ts';
import { run } from '../../simulation/run.ts';
import type { Trace } from '../../simulation/trace.ts';
import { PROFILE_NAMES } from '../../tcp/profile.ts';
import { header } from '../../wire/header.ts';
import type { FieldOnWire } from '../../wire/tcp-header.ts';
import { meaningOf, nameOf } from './field-text.ts';
import { here } from './here.ts';

const words = courseWords('en');
const runOf = (text: string) => run(parse(text).scenario);

/** What is said of the fields of one flight, by name; of names that come twice the first. */
function saidOf(trace: Trace, flight: number): Readonly<Record<string, string>> {
  const one = trace.flights[flight]!;
  const said = header(trace, one).fields.map((field): [string, string] => [field.option === null ? field.id : `${field.option}.${field.part}`, say(here(field, one, trace), words)]);
  return Object.fromEntries(said.toReversed());
}

describe('why a field has its value', () => {
  test('the numbers of the handshake come from both ISS', () => {
    const trace = courseTrace('three-way');
    expect([0, 1, 2].map((flight) => saidOf(trace, flight)).map(({ seq, 'ack-number': ack }) => [seq, ack])).toEqual([
      ['100 is the ISS of the client. The SYN takes this number; data begin at 101.', 'Without the ACK bit this field says nothing; it is sent as 0.'],
      ['300 is the ISS of the server. The SYN takes this number; data begin at 301.', 'IRS 100 + 1, because the SYN of the client took one number.'],
      ['ISS 100 + 1, because the SYN took one number.', 'IRS 300 + 1, because the SYN of the server took one number.'],
    ]);
  });

  test('data and FINs are counted on both sides', () => {
    const trace = runOf('already ESTABLISHED\nclient sends 120\nclient closes\nserver closes');
    const last = trace.flights.length - 1;
    expect(saidOf(trace, last)).toMatchObject({
      seq: 'ISS 100 + 1 for the SYN + 120 for all octets + 1 for the FIN.',
      'ack-number': 'IRS 300 + 1 for the SYN + 0 for all octets of the server + 1 for its FIN.',
    });
    expect(saidOf(trace, 1)['ack-number']).toBe('IRS 100 + 1 for the SYN + 120 for the octets that have come in order: the server expects 221 next.');
    expect(saidOf(trace, 2)).toMatchObject({ seq: 'ISS 100 + 1 for the SYN + 120 for the octets before this segment.', fin: 'The client has no more data to send. The FIN takes number 221 for itself.' });
  });

  test('a host without a connection takes its numbers from the segment that it answers', () => {
    expect(saidOf(courseTrace('closed-port'), 1)).toMatchObject({
      seq: '0, because the segment that it answers acknowledged nothing: there is no number that the client would expect.',
      'ack-number': 'SEQ 100 + length 1 of the segment that it answers; SYN and FIN count one each.',
      window: 'A RST asks for no data: the window means nothing.',
    });
    const late = runOf('already ESTABLISHED\nserver crashes\nclient sends 10');
    expect(saidOf(late, 1)['seq']).toBe('The ACK number of the segment that it answers: what the client expects next, and so believes.');
  });

  test('a probe has an old number', () => {
    const trace = runOf('client keep-alive after 2 s, every 1 s, 3 probes\nalready ESTABLISHED\nstop at 3 s');
    expect(saidOf(trace, 0)['seq']).toBe('A number that the server has acknowledged already; the next one would be 101. An old number makes the server answer.');
  });

  test('a window is scaled, but not on a SYN', () => {
    const trace = run({ ...courseTrace('three-way').scenario, profile: 'linux' });
    expect(saidOf(trace, 0)['window']).toBe('The client has room for 64240 octets. On a SYN the window is never scaled.');
    expect(saidOf(trace, 2)['window']).toBe('250 × 2^8 = 64000 octets: both sides offered window scale, the client with a shift of 8. From 301 on there is room up to number 64300.');
  });

  test('SACK blocks and timestamps speak of the run', () => {
    const trace = run({ ...courseTrace('data-hole').scenario, profile: 'linux' });
    expect(saidOf(trace, 5)).toMatchObject({
      'sack.left': '277 to 364 have arrived at the server, though 189 is still missing.',
      'ts.val': 'The clock of the server as the segment left: 50 ms.',
    });
  });

  test('of a forged segment nobody knows why', () => {
    const trace = runOf('already ESTABLISHED\ninject RST SEQ 101 to server');
    expect(saidOf(trace, 0)).toMatchObject({ seq: 'Whoever forged this segment chose the value.', rst: 'Whoever forged this segment chose the value.', syn: '0: not set in this segment.' });
  });

  test('the ports are told from whoever opened the connection, on either side', () => {
    const trace = courseTrace('two-connections');
    expect(saidOf(trace, 0)).toMatchObject({ 'source-port': 'The client opened the connection from port 50001.', 'destination-port': 'The client opened the connection to port 443 of the server.' });
    expect(saidOf(trace, 1)['source-port']).toBe('The client opened the connection to port 443 of the server.');
  });
});

/** Numbers in sentences that have to be the number itself. */
function addsUp(field: FieldOnWire, said: string): boolean {
  const sum = /^I[SR]S (\d+) \+ 1(?:, | for the SYN \+ (\d+)(?:.*\+ (1) for (?:the|its) FIN)?)/.exec(said);
  return sum === null || field.value === (Number(sum[1]) + 1 + Number(sum[2] ?? 0) + Number(sum[3] ?? 0)) % 2 ** 32;
}

const MESSAGES = [courseWords('en'), courseWords('ko')];

/** What is wrong with what is said of a field. */
function wrongWith(field: FieldOnWire, { key, params }: Sentence): readonly string[] {
  const unsaid = MESSAGES.flatMap((messages) => (messages[key] === undefined ? [key] : placeholders(messages[key]).filter((name) => params[name] === undefined).map((name) => `${key} needs ${name}`)));
  const said = say({ key, params }, words);
  const nameless = [nameOf(field, words), meaningOf(field, words)].filter((text) => /^\w+\.[\w.-]+$/.test(text));
  return [...unsaid, ...nameless, ...(addsUp(field, said) ? [] : [`${String(field.value)}: ${said}`])];
}

describe.each(PROFILE_NAMES)('every field of every segment of the course under %s', (profile) => {
  test.each(COURSE_SCENARIOS)('%s', (name) => {
    const trace = run({ ...courseTrace(name).scenario, profile });
    const wrong = trace.flights.slice(0, 60).flatMap((flight) => header(trace, flight).fields.flatMap((field) => wrongWith(field, here(field, flight, trace))));
    expect(wrong).toEqual([]);
  });
});
