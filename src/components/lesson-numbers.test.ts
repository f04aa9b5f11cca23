import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SYN } from '../tcp/flags.ts';
import { PROFILES } from '../tcp/profiles.ts';
import { LANGUAGES } from './language.ts';
import { capturedAt } from './recording/captured.ts';
import { recordingNamed } from './recording/recording.ts';
import { scenarioRun, scriptRun } from './scenario-run.ts';

const lesson = (language: string, slug: string) => readFileSync(`content/docs/${language}/${slug}.mdx`, 'utf8');
const client = (name: string) => capturedAt(recordingNamed(name), 'A');
const ms = (seconds: number) => `${Math.round(seconds * 1000)} ms`;

/** What the lesson on captures reads off its recordings. */
function ofCaptures(): readonly string[] {
  const [syn, synAck, ...rest] = client('01-normal-close4');
  const [fin, ackOfFin, otherFin] = rest.slice(5);
  const shift = Number(/ws=(\d+)/u.exec(client('29-all-options')[0]!.opts)![1]);
  const windows = client('29-all-options').map(({ win, from }) => ({ win, from }));
  return [
    ms(synAck!.t - syn!.t),
    ms(otherFin!.t - ackOfFin!.t),
    `${fin!.relSeq}, ack ${fin!.relAck ?? ''}, length ${fin!.len}`,
    `- [x] ${ackOfFin!.relAck ?? ''}`,
    `${windows[2]!.win}`,
    `${windows[2]!.win * 2 ** shift}`,
    `${windows[4]!.win}`,
    `- [x] ${windows[4]!.win * 2 ** shift}`,
  ];
}

/** The real numbers in the lesson on sequence numbers. */
function ofNumbers(language: string): readonly string[] {
  const tries = scenarioRun('isn-by-clock').flights.filter(({ from, segment }) => from === 'A' && (segment.flags & SYN) !== 0);
  const [first, second] = tries.map(({ segment }) => segment.seq as number);
  const script = /script=\{`([^`]*)`\}/u.exec(lesson(language, 'sequence-numbers'))![1]!;
  const [syn] = scriptRun(script).flights;
  const fin = scriptRun(script).flights.find(({ from, segment }) => from === 'A' && (segment.flags & 1) !== 0)!;
  return [`${second!} − ${first!} = ${second! - first!}`, `SEQ=${syn!.segment.seq}`, `- [x] ${fin.segment.seq}`, `\`Seq=${fin.segment.seq - syn!.segment.seq}\``, `- [ ] ${fin.segment.seq - 1}`];
}

/** How many connections a second a client can open to one port of one server: ip_local_port_range is 32768 to 60999 unless it is told otherwise. */
function ofStates(): readonly string[] {
  const [ports, seconds] = [60_999 - 32_768 + 1, (2 * PROFILES.linux.msl) / 1000];
  return [`${ports}`, `${seconds}`, `${Math.floor(ports / seconds)}`];
}

describe.each(LANGUAGES)('numbers that a lesson says in its text are those of its runs and recordings (%s)', (language) => {
  test.each([
    ['reading-a-capture', ofCaptures],
    ['sequence-numbers', () => ofNumbers(language)],
    ['states', ofStates],
  ])('%s', (slug, numbers) => {
    const text = lesson(language, slug);
    expect(numbers().filter((number) => !text.includes(number))).toEqual([]);
  });
});
