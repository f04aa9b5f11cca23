import { describe, expect, test } from 'vitest';
import { courseTrace } from '../../../test/course-traces.ts';
import type { Exercise } from '../exercise.ts';
import { answerKey, grade } from '../grade.ts';
import { makeExercise } from '../make-exercise.ts';

function asked(name: string, difficulty: number, flags: string): Exercise {
  const all = Array.from({ length: 40 }, (_none, seed) => makeExercise(courseTrace(name), 'decode', seed) ?? []).flat();
  const found = all.find((one) => one.difficulty === difficulty && String(answerKey(one)['flags']) === flags);
  if (found === undefined) throw new Error(`${name} never asks for ${flags}`);
  return found;
}

/** The ends of the keys of what is told about one answer. */
function told(exercise: Exercise, field: string, answer: string | readonly string[]): readonly string[] {
  const verdict = grade(exercise, { [field]: answer }).fields.find((one) => one.field === field);
  return (verdict?.objections ?? []).flatMap(({ why }) => why.map(({ sentence }) => sentence.key.split('.').at(-1) ?? ''));
}

describe('the SYN,ACK of the handshake, with its MSS option', () => {
  const exercise = asked('three-way', 3, 'ACK,SYN');

  test('is read', () => {
    expect(exercise.figure).toEqual({ type: 'octets', octets: [0x00, 0x50, 0xc0, 0x00, 0, 0, 0x01, 0x2c, 0, 0, 0, 0x65, 0x60, 0x12, 0xff, 0xff, expect.any(Number), expect.any(Number), 0, 0, 2, 4, 5, 0xb4] });
    expect(answerKey(exercise)).toEqual({ seq: '300', 'data-offset': '6', options: '4', flags: ['ACK', 'SYN'], received: '100' });
  });

  test.each([
    ['seq', '738263040', ['swapped']],
    ['seq', '101', ['ack-number']],
    ['seq', '299', ['look-at']],
    ['data-offset', '24', ['offset-in-octets']],
    ['data-offset', '60', ['offset-whole-octet']],
    ['data-offset', '96', ['offset-whole-octet']],
    ['data-offset', '0', ['offset-low-bits']],
    ['options', '24', ['options-with-header']],
    ['options', '1', ['options-in-words']],
    ['received', '101', ['ack-names-last-byte']],
  ])('%s %s is told apart', (field, answer, why) => {
    expect(told(exercise, field, answer)).toEqual(why);
  });

  test('bits read from octet 12, or from the wrong end', () => {
    expect(told(exercise, 'flags', ['ACK', 'SYN', 'URG'])).toEqual(['bit-not-set', 'bits-of-offset']);
    expect(told(exercise, 'flags', ['ACK', 'SYN', 'PSH'])).toEqual(['bit-not-set', 'bits-from-left']);
  });
});

test('who knows six control bits misses ECE, and it shows', () => {
  const exercise = asked('congestion-marked', 2, 'ECE,ACK');
  expect(grade(exercise, { flags: ['ACK'] }).misconceptions).toEqual(['six-flags']);
});

test('0x and hexadecimal digits are a way to write a number', () => {
  const exercise = asked('three-way', 1, 'ACK');
  expect(grade(exercise, { ...answerKey(exercise), seq: '0x65', 'destination-port': '0x0050' }).right).toBe(true);
});
