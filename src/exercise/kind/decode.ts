import { sentence } from '../../narration/sentence.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import { ACK, NO_FLAGS, RST, has } from '../../tcp/flags.ts';
import type { Segment } from '../../tcp/segment.ts';
import { header } from '../../wire/header.ts';
import type { Header } from '../../wire/tcp-header.ts';
import type { Difficulty } from '../difficulty.ts';
import type { Draft } from '../draft.ts';
import type { Field } from '../field.ts';
import { chosen } from '../random.ts';
import { flagsField } from './decode-flags.ts';
import { readField } from './decode-number.ts';

/** A header to be read, and how much of it. */
interface Asked {
  readonly flight: Flight;
  /** The moment at which the segment left, an index of `Trace.moments`. */
  readonly left: number;
  readonly difficulty: Difficulty;
}

function hasOptions({ options }: Segment): boolean {
  return Object.keys(options).length > 0;
}

/** What decides the octets of a header. */
function lookOf({ from, segment: { flags, seq, ack, wnd, up, length, options } }: Flight): string {
  return [from, flags, seq, ack, wnd, up, length, JSON.stringify(options)].join(' ');
}

/** Every header of the run once: with options the hard question, without them an easy one and a longer one. */
function askable({ moments, flights }: Trace): readonly Asked[] {
  const seen = new Set<string>();
  return moments.flatMap((moment) => {
    const ids = moment.kind === 'endpoint' ? moment.sent : moment.kind === 'injected' ? [moment.flight] : [];
    return ids.flatMap((id): readonly Asked[] => {
      const flight = flights[id];
      const look = flight === undefined ? '' : lookOf(flight);
      if (flight === undefined || flight.segment.flags === NO_FLAGS || seen.has(look)) return [];
      seen.add(look);
      const levels: readonly Difficulty[] = hasOptions(flight.segment) ? [3] : [1, 2];
      return levels.map((difficulty) => ({ flight, left: moment.index, difficulty }));
    });
  });
}

function fieldsOf(of: Header, { difficulty, flight: { segment } }: Asked): readonly Field[] {
  const confirms = has(segment.flags, ACK) && !has(segment.flags, RST);
  switch (difficulty) {
    case 1:
      return [readField(of, 'destination-port'), readField(of, 'seq'), flagsField(of)];
    case 2:
      return [readField(of, 'source-port'), readField(of, 'ack-number'), readField(of, 'data-offset'), flagsField(of), readField(of, 'window')];
    case 3:
      return [readField(of, 'seq'), readField(of, 'data-offset'), readField(of, 'options'), flagsField(of), readField(of, confirms ? 'received' : 'window')];
  }
}

/** What do the octets of this header say? */
export function makeDecode(trace: Trace, seed: number): Draft | null {
  const asked = chosen(askable(trace), seed);
  if (asked === null) return null;
  const of = header(trace, asked.flight);
  return {
    topic: asked.difficulty === 1 ? 'flags' : 'numbers',
    difficulty: asked.difficulty,
    figure: { type: 'octets', octets: Array.from(of.octets) },
    play: { from: asked.left, scenario: null },
    given: [sentence('exercise.decode.given', { count: of.octets.length })],
    question: sentence('exercise.decode.question'),
    hint: sentence(`exercise.decode.hint.${String(asked.difficulty)}`),
    fields: fieldsOf(of, asked),
  };
}
