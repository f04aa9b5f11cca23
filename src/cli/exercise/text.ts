import { messagesIn, wordsIn } from '../../components/words.ts';
import type { Language } from '../../components/language.ts';
import { sayDuration } from '../../diagram/duration.ts';
import { figureLines } from '../../diagram/figure-description.ts';
import { say } from '../../narration/say.ts';
import { sentence } from '../../narration/sentence.ts';
import { aligned } from '../columns.ts';
import { optionLines, rightLines } from './answer-lines.ts';
import type { Asking } from './questions.ts';

/** Questions as a text for people, numbered; with `answers` the key follows, each answer with its reasons. */
export function textLines(questions: readonly Asking[], language: Language, answers: boolean): readonly string[] {
  const asked = questions.flatMap((question, at) => [...(at > 0 ? [''] : []), ...questionLines(question, at + 1, language)]);
  const key = questions.flatMap((question, at) => ['', ...keyLines(question, at + 1, language)]);
  return answers ? [...asked, '', '-'.repeat(40), ...key] : asked;
}

function questionLines(asking: Asking, number: number, language: Language): readonly string[] {
  const words = messagesIn(language);
  const { exercise } = asking;
  const figure = figureText(asking, language);
  return [
    `${number}. ${say(exercise.question, words)}`,
    ...exercise.given.map((given) => `   ${say(given, words)}`),
    ...(figure.length === 0 ? [] : ['', ...figure.map((line) => `     ${line}`)]),
    ...exercise.fields.flatMap((field) => ['', `   ${say(field.label, words)}`, ...optionLines(field, words).map((line) => `   ${line}`)]),
  ];
}

function keyLines({ exercise }: Asking, number: number, language: Language): readonly string[] {
  const words = messagesIn(language);
  return exercise.fields.flatMap((field, at) => [
    `${at === 0 ? `${number}. ` : '   '}${say(field.label, words)}`,
    ...rightLines(field, words).map((line) => `   ${line}`),
    ...field.explanation.map(({ sentence: why, clause }) => `   - ${say(why, words)}${clause === null ? '' : ` (${clause.cite})`}`),
  ]);
}

/** What the figure of a question shows, in words. */
export function figureText({ exercise: { figure }, trace }: Asking, language: Language): readonly string[] {
  const words = messagesIn(language);
  switch (figure.type) {
    case 'sequence':
      return trace === null ? [] : figureLines(trace, wordsIn(language), figure);
    case 'octets':
      return figure.octets.flatMap((_octet, at) => (at % 4 === 0 ? [`${String(at).padStart(2)}  ${figure.octets.slice(at, at + 4).map((octet) => octet.toString(16).padStart(2, '0')).join(' ')}`] : []));
    case 'states':
      return [words['attempt.figure.states'] ?? ''];
    case 'records':
      return figure.records.flatMap(({ host, rows }) => [
        say(sentence('attempt.figure.record', { host }), words),
        ...(rows.length === 0
          ? [words['attempt.figure.record.none'] ?? '']
          : aligned(rows.map(({ at, way, segment }) => [sayDuration(at, wordsIn(language)), words[`attempt.figure.record.${way}`] ?? way, segment]))),
      ]);
    case 'none':
      return [];
  }
}
