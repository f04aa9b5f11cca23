import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { called } from '../../../test/called.ts';
import { COURSE_SCENARIOS, courseTrace, courseWords } from '../../../test/course-traces.ts';
import { answerKey, grade } from '../../exercise/grade.ts';
import { qtiPackage } from '../../exercise/qti/package.ts';
import { exercisesShape, type ExercisesJson } from './exercise-shape.ts';
import { exercisesJson } from './json.ts';
import { questionsFrom, type Asking } from './questions.ts';
import { textLines } from './text.ts';

const jsonOf = async (...args: readonly string[]): Promise<ExercisesJson> => exercisesShape.parse(JSON.parse((await called(['exercise', '-f', 'json', ...args])).out));

/** The answer that the key of a question gives, as a program reads it off the JSON. */
function answerIn({ fields }: ExercisesJson['questions'][number]): Readonly<Record<string, string | readonly string[]>> {
  return Object.fromEntries(fields.map(({ id, type, answer }) => [id, type === 'match' ? (answer?.accepted ?? []).map(([first = '']) => first) : (answer?.accepted[0] ?? '')]));
}

describe('handshake exercise', () => {
  it('asks about a scenario, and prints the key below', async () => {
    expect(await called(['exercise', 'refused', '--kind', 'next-segment', '-n', '1', '-s', '2', '--answers'])).toEqual({
      code: 0,
      error: '',
      out: `1. Which segment does the server send to the client now?
   SYN SEQ=100 from the client arrives at the server.

     Client: connects CLOSED → SYN-SENT
     Client → Server: SYN SEQ=100

   Control bits
   a) FIN,ACK
   b) RST,ACK
   c) RST
   d) SYN,ACK

   SEQ
   a) 1
   b) 100
   c) 0
   d) 101

   ACK
   a) 0
   b) 101
   c) No ACK
   d) 100

   Octets of data
   a) 20
   b) 100
   c) 1
   d) 0

----------------------------------------

1. Control bits
   b) RST,ACK
   - There is no connection at the server, so it answers with RST. The segment has no ACK from which a SEQ could be taken: the RST has SEQ=0 and shows by ACK=101 what it answers, namely SEQ 100 plus 1, SYN and FIN counted. (RFC 9293 §3.10.7.1)
   SEQ
   c) 0
   - The segment had no ACK that would tell the server a number, so the RST has SEQ=0.
   ACK
   b) 101
   - The RST shows what it answers: ACK=101 is the SEQ of the segment plus its length, SYN and FIN counted.
   Octets of data
   d) 0
   - The segment carries no data (0 octets): control bits are no data.
`,
    });
  });

  it('asks the same in both languages, and with the same seed again', async () => {
    const [english, korean, again] = await Promise.all([jsonOf('four-way', '-s', '3'), jsonOf('four-way', '-s', '3', '-l', 'ko'), jsonOf('four-way', '-s', '3')]);
    const ids = ({ questions }: ExercisesJson) => questions.map(({ id }) => id);
    expect(ids(english)).toHaveLength(5);
    expect(ids(korean)).toEqual(ids(english));
    expect(again).toEqual(english);
    expect(JSON.stringify(korean.questions.map(({ question }) => question))).toMatch(/\p{Script=Hangul}/u);
    expect(english.questions.flatMap(({ fields }) => fields.flatMap(({ answer }) => answer ?? []))).toEqual([]);
  });

  it('takes kinds, topics and difficulties at their word', async () => {
    const { questions } = await jsonOf('--topic', 'closing,resets', '--difficulty', '2', '-n', '4');
    expect(questions).toHaveLength(4);
    expect(questions.every(({ topic, difficulty }) => ['closing', 'resets'].includes(topic) && difficulty === 2)).toBe(true);
    const kinds = (await jsonOf('three-way', 'four-way', '--kind', 'state,path', '-n', '6')).questions;
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(['state', 'path']));
    expect(new Set(kinds.map(({ id }) => id)).size).toBe(6);
  });

  it('prints the exercises of a lesson, and says what it leaves out', async () => {
    const { code, out, error } = await called(['exercise', 'reset', '-f', 'json']);
    const { questions } = exercisesShape.parse(JSON.parse(out));
    expect(code).toBe(0);
    expect(questions.slice(0, 2)).toMatchObject([{ kind: 'next-segment', scenario: 'rst-lost', seed: 3 }, { kind: 'if-lost', scenario: 'abort', seed: 1 }]);
    expect(error.split('\n')[0]).toBe('left out of reset: <BeTheEndpoint> is a conversation with the engine, which no sheet of questions can hold.');
    expect((await jsonOf('under-attack', '-l', 'ko')).questions.some(({ kind }) => kind === 'asked')).toBe(true);
  });

  it('makes questions of a text on its standard input, and tells what is wrong with it', async () => {
    const input = 'server listens\nclient connects\n';
    expect((await called(['exercise', '-', '--kind', 'state', '-n', '1'], { input })).code).toBe(0);
    const wrong = await called(['exercise', '-'], { input: 'client conects' });
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.error).toContain('stdin:1:8  error  “conects” is not a word that scenarios know.');
    expect(await called(['exercise', 'two-connections'])).toEqual({ code: 1, out: '', error: 'No question of that kind can be made from this. Try other kinds or topics, or a scenario in which more happens.\n' });
  });

  it('writes a package for learning platforms, the same for the same seed, in either language', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'handshake-qti-'));
    const files = async (name: string, language: string) => {
      const file = join(folder, name);
      const { code, out, error } = await called(['exercise', 'three-way', '-k', 'path,state', '-n', '2', '-f', 'qti', '-o', file, '--title', 'Exam', '-l', language]);
      expect([code, out, error]).toEqual([0, '', '1 of the questions asks for a walk through the states: QTI has nothing to draw it in, so it is chosen step by step.\n']);
      return Object.entries(unzipSync(readFileSync(file))).map(([path, octets]) => [path, new TextDecoder().decode(octets)] as const);
    };
    const english = await files('en.zip', 'en');
    const trace = courseTrace('three-way');
    const asked = questionsFrom([{ name: 'three-way', scenario: trace.scenario, trace }], { kinds: ['path', 'state'], topics: [], difficulties: [], count: 2, seed: 1 });
    expect(english).toEqual([...qtiPackage(asked, 'Exam', 'en', courseWords('en'))]);
    expect(await files('en-again.zip', 'en')).toEqual(english);
    const korean = await files('ko.zip', 'ko');
    expect(korean.map(([path]) => path)).toEqual(english.map(([path]) => path));
    expect(korean[2]?.[1]).toMatch(/xml:lang="ko".*\p{Script=Hangul}/su);
  });

  it('says what it cannot do', async () => {
    expect(await called(['exercise', 'three-way', '-f', 'qti'])).toEqual({ code: 2, out: '', error: 'error: a package is no text for a terminal. Say where it goes: --out quiz.zip\n' });
    expect((await called(['exercise', 'three-way', '-o', '/no/such/folder/x'])).error).toMatch(/^error: \/no\/such\/folder\/x cannot be written: /);
    const { code, error } = await called(['exercise', 'three-way', '--kind', 'sate']);
    expect([code, error]).toEqual([2, expect.stringContaining('There is no “sate”. Did you mean “state”?')]);
    expect((await called(['exercise', 'there-way'])).error).toContain('Did you mean “three-way”?');
  });
});

describe('the questions of a scenario', () => {
  const wanted = { kinds: [], topics: [], difficulties: [], count: 8, seed: 5 };
  const asked = COURSE_SCENARIOS.filter((_name, at) => at % 4 === 0).map((name): readonly [string, readonly Asking[]] => {
    const trace = courseTrace(name);
    return [name, questionsFrom([{ name, scenario: trace.scenario, trace }], wanted)];
  });

  it.each(asked)('%s: what the JSON gives as the answer, the course takes as right; what it gives as a mistake, as wrong', (_name, questions) => {
    const json = exercisesJson(questions, 'en', true);
    expect(exercisesShape.parse(json)).toEqual(json);
    for (const [at, { exercise }] of questions.entries()) {
      const told = json.questions[at];
      if (told === undefined) throw new Error('A question is missing.');
      expect(answerIn(told)).toEqual(answerKey(exercise));
      expect(grade(exercise, answerIn(told)).right).toBe(true);
      for (const { id, type, answer } of told.fields) {
        if (type !== 'choice' && type !== 'number') continue;
        for (const { value } of answer?.mistakes ?? []) expect(grade(exercise, { ...answerIn(told), [id]: value }).right, `${exercise.id} ${id} ${value}`).toBe(false);
      }
    }
  });

  it('says each of them in both languages, with nothing left to be filled in', () => {
    const questions = asked.flatMap(([, some]) => some);
    for (const language of ['en', 'ko'] as const) expect(textLines(questions, language, true).filter((line) => /\{\{|undefined|exercise\.|rule\./.test(line))).toEqual([]);
  });
});
