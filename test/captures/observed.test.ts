import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ladderOf } from '../../src/diagram/ladder/ladder.ts';
import { segmentTable } from '../../src/diagram/segment-table.ts';
import { sequenceDiagram } from '../../src/diagram/sequence-diagram.ts';
import { narrate } from '../../src/narration/narrate.ts';
import { say } from '../../src/narration/say.ts';
import { diagramWords } from '../diagram-words.ts';
import type { Conversation } from '../../src/capture/conversation.ts';
import { conversations, isOf } from '../../src/capture/conversations.ts';
import { observe } from '../../src/capture/observe.ts';
import type { Observed } from '../../src/capture/observed.ts';
import { HOST_IDS, type HostId } from '../../src/simulation/scenario.ts';
import type { CapturedSegment } from '../../src/wire/packet/captured-segment.ts';
import { readWhole, segmentsIn } from './read-whole.ts';

const RECORDINGS = new URL('../../content/recordings/', import.meta.url);
const CAPTURES = new URL('recordings/', import.meta.url);

/** What each kernel reported of its sockets while the recordings were made, by recording, host and flow: the states one after another. */
const KERNEL = JSON.parse(readFileSync(new URL('kernel-states.json', import.meta.url), 'utf8')) as Readonly<Record<string, Readonly<Record<HostId, Readonly<Record<string, readonly string[]>>>>>>;

const WORDS = diagramWords('en');
const MESSAGES = JSON.parse(readFileSync(new URL('../../content/i18n/en.json', import.meta.url), 'utf8')) as Readonly<Record<string, string>>;

interface Recorded {
  readonly id: string;
  readonly files: Readonly<Record<HostId, string>>;
  readonly hosts: Readonly<Record<HostId, { readonly ip: string }>>;
}

const RECORDED = readdirSync(RECORDINGS)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, RECORDINGS), 'utf8')) as Recorded);

interface Viewed {
  readonly conversation: Conversation;
  readonly observed: Observed;
  readonly segments: readonly CapturedSegment[];
}

/** The conversations in the capture of one host, each observed. */
function observedIn(file: string): readonly Viewed[] {
  const all = segmentsIn(readWhole(readFileSync(new URL(file, CAPTURES))));
  const found = conversations();
  for (const one of all) found.add(one, one.frame);
  return found.list().map((conversation) => {
    const segments = all.filter((one) => isOf(conversation, one));
    return { conversation, observed: observe(conversation, segments), segments };
  });
}

const VIEWS = RECORDED.flatMap((recorded) => HOST_IDS.flatMap((view) => {
  const file = recorded.files[view];
  return existsSync(new URL(file, CAPTURES)) ? [{ name: `${recorded.id}${view}`, recorded, all: observedIn(file) }] : [];
}));

/** Each state once, as long as it lasted. */
const turns = (states: readonly string[]) => states.filter((state, at) => state !== states[at - 1]);

/** What is remarkable in each capture: the frame, and what was noticed. A capture that is not named has nothing remarkable. */
const REMARKED: Readonly<Record<string, string>> = {
  '03A': '1 lost',
  '04B': '2 lost',
  '04bA': '1 lost, 2 lost',
  '04bB': '2 lost, 3 lost',
  '06A': '3 ack lost',
  '06B': '2 lost',
  '07A': '4 lost',
  '07bA': '4 lost, 5 lost, 6 lost, 7 lost, 8 lost',
  '08A': '4 lost',
  '08B': '5 ack lost',
  '09A': '4 lost',
  '10A': '4 lost',
  '10B': '5 ack lost',
  '11B': '6 lost',
  '19A': '1 lost, 2 lost, 3 lost, 4 lost, 5 lost',
  '20aB': '6 foreign',
  '20bA': '6 unasked',
  '20bB': '6 foreign',
  '20cB': '6 foreign',
  '21A': '6 unasked',
  '21B': '6 foreign',
  '21bA': '6 unasked',
  '21bB': '6 old duplicate',
  '24A': '6 lost',
  '24B': '8 gap',
  '24cA': '5 lost',
  '24dA': '6 lost',
  '24dB': '8 gap',
  '25A': '1 delayed, 2 foreign',
  '25B': '7 old duplicate',
  '25bA': '2 foreign, 5 older connection',
  '25bB': '8 foreign',
  '31B': '2 lost, 4 lost, 6 lost',
  '31cA': '1 lost, 2 lost, 3 lost',
  '31cB': '2 lost, 4 lost, 6 lost',
  '32A': '6 unasked',
  '32B': '6 copy',
  '37B': '1 began before, 3 foreign, 5 foreign, 7 old duplicate, 9 foreign, 10 foreign, 12 foreign, 14 foreign, 16 foreign',
  '40A': '4 lost, 5 lost, 6 lost',
  '41A': '2 foreign, 1 lost, 5 older connection, 7 foreign, 7 ack lost',
  '42A': '2 foreign, 3 foreign',
  '45A': '9 ack lost',
  '45B': '9 ack lost',
  '48A': '8 unasked',
  '48B': '8 foreign',
  '48bA': '8 unasked',
  '48bB': '8 foreign',
};

/** No socket, or one that only listens. */
const none = (state: string): string => (state === '(gone)' || state.startsWith('CLOSED') || state === 'LISTEN' ? 'none' : state);

/** What the kernel said that its end of the flow went through. */
function kernelStates({ id, hosts }: Recorded, { ends }: Conversation, end: HostId): readonly string[] {
  const own = ends[end];
  const peer = ends[end === 'A' ? 'B' : 'A'];
  const host = HOST_IDS.find((one) => hosts[one].ip === own.address) ?? end;
  return turns((KERNEL[id]?.[host][`${own.address}:${own.port}>${peer.address}:${peer.port}`] ?? []).map(none));
}

/** What the observer says that this end went through, in all conversations of the flow. */
function observedStates(all: readonly Viewed[], { ends }: Conversation, end: HostId): readonly string[] {
  const of = all.filter(({ conversation }) => conversation.ends[end].port === ends[end].port && conversation.ends[end].address === ends[end].address);
  return turns(of.flatMap(({ observed: { trace } }) => [trace.start[end].state, ...trace.moments.flatMap((moment) => ('after' in moment && moment.host === end ? [moment.after.state] : []))]).map(none));
}

/** The states that are missing from the second list, in order. */
function missing(wanted: readonly string[], shown: readonly string[]): readonly string[] {
  let at = 0;
  return wanted.filter((state) => {
    const found = shown.indexOf(state, at);
    if (found >= 0) at = found;
    return found < 0;
  });
}

/** What the kernels went through and this capture does not show, with the reason. */
const HIDDEN: Readonly<Record<string, string>> = {
  '19A': 'A none: the host gives up without a word',
  '25A': 'B none: the handshake that an old duplicate began was held back from this host',
  '34A': 'A none: TIME-WAIT ends without a word, after the last segment',
  '40A': 'A none: the host gives up without a word',
  '40B': 'A none: the host gives up without a word',
};

describe.each(VIEWS)('the capture $name', ({ name, recorded, all }) => {
  test('shows every state that the kernels reported', () => {
    const unseen = all.flatMap(({ conversation }) => HOST_IDS.flatMap((end) => {
      const kernel = kernelStates(recorded, conversation, end);
      return missing(kernel, observedStates(all, conversation, end)).map((state) => `${end} ${state}`);
    }));
    expect(unseen.length === 0 ? undefined : [...new Set(unseen)].join(', ')).toBe(HIDDEN[name]?.split(': ')[0]);
  });

  test('has the remarks that are true, and no other', () => {
    const remarks = all.flatMap(({ observed }) => observed.remarks.map(({ frame, noticed }) => `${frame} ${noticed.type}`));
    expect(remarks.join(', ')).toBe(REMARKED[name] ?? '');
  });

  test('can be drawn, listed and told as any run can', () => {
    for (const { observed: { trace } } of all) {
      expect(sequenceDiagram(trace, WORDS)).toMatch(/^sequenceDiagram\n/);
      expect(segmentTable(trace)).toHaveLength(trace.flights.length);
      for (const width of [328, 640]) expect(ladderOf(trace, width, WORDS).arrows).toHaveLength(trace.flights.length);
      const told = narrate(trace).map(({ happened }) => say(happened, MESSAGES));
      expect(told.filter((sentence) => /\{\{|^narration\.|undefined|NaN/.test(sentence))).toEqual([]);
    }
  });

  test('has each of its segments as a flight', () => {
    for (const { observed, segments } of all) {
      expect(observed.captured.map(({ frame }) => frame).toSorted((one, other) => one - other)).toEqual(segments.map(({ frame }) => frame));
      expect(observed.trace.flights.map(({ segment }) => segment)).toEqual(observed.captured.map(({ segment }) => segment));
    }
  });
});
