import { afterAll, expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace, courseWords } from '../../../test/course-traces.ts';
import { placesForActs, runWith } from '../../../test/done-at.ts';
import { foresee } from '../../simulation/foresee.ts';
import { run } from '../../simulation/run.ts';
import { HOST_IDS } from '../../simulation/scenario.ts';
import { endpointOf } from '../../simulation/world.ts';
import type { EndpointMoment } from '../../simulation/trace.ts';
import { ACK, RST, SYN, flagsOf } from '../../tcp/flags.ts';
import { PROFILE_NAMES, type Profile } from '../../tcp/profile.ts';
import { PROFILES } from '../../tcp/profiles.ts';
import { namedIn } from './calls.ts';
import { forgeries } from './forgeries.ts';
import { worldAt } from '../world-at.ts';

/** The control bits of what the host sends at this moment. */
const sent = ({ effects }: EndpointMoment) => effects.flatMap((effect) => (effect.type === 'emit' ? [effect.segment.flags] : []));
const answersWith = (moment: EndpointMoment, flags: number) => expect(sent(moment)).toEqual([flags]);
const stays = ({ before, after }: EndpointMoment) => {
  expect([after.state, after.rcv.nxt, after.snd.una]).toEqual([before.state, before.rcv.nxt, before.snd.una]);
};
const isSilent = (moment: EndpointMoment) => {
  expect(moment.effects).toEqual([]);
  expect(moment.after).toEqual(moment.before);
};
const isAcked = (moment: EndpointMoment) => {
  answersWith(moment, ACK);
  stays(moment);
  expect(moment.effects.filter(({ type }) => type === 'deliver' || type === 'tell')).toEqual([]);
};

/** What each sentence says, asked of what happens. */
const SHOWN: Readonly<Record<string, (moment: EndpointMoment, profile: Profile) => void>> = {
  'syn-old-answered': isAcked,
  'syn-old-opens': (moment) => answersWith(moment, flagsOf(SYN, ACK)),
  'syn-old-crosses': (moment) => {
    answersWith(moment, flagsOf(SYN, ACK));
    expect(moment.after.state).toBe('SYN-RECEIVED');
  },
  'syn-inside-challenged': isAcked,
  'syn-inside-back': ({ effects, after }) => {
    expect(effects.filter(({ type }) => type === 'emit')).toEqual([]);
    expect(after.state).toBe('LISTEN');
  },
  'rst-exact': (moment) => {
    expect(sent(moment)).toEqual([]);
    expect(['CLOSED', 'LISTEN']).toContain(moment.after.state);
  },
  'rst-inside': isAcked,
  'rst-outside': isSilent,
  'rst-with-ack': (moment) => {
    expect(sent(moment)).toEqual([]);
    expect(moment.after.state).toBe('CLOSED');
  },
  'rst-without-ack': isSilent,
  'rst-nobody': isSilent,
  'fin-again-answered': isAcked,
  'fin-again-time-wait': (moment, { msl }) => {
    isAcked(moment);
    expect(moment.after.timers['time-wait']).toBe(moment.at + 2 * msl);
  },
  'data-old': isAcked,
  'data-blind': ({ event, before, after, effects }) => {
    const length = event.type === 'SEGMENT ARRIVES' ? event.segment.length : NaN;
    const waited = before.rcv.beyond[0]?.seq;
    if (waited === undefined) expect(after.rcv.nxt).toBe(before.rcv.nxt + length);
    expect(effects.some(({ type }) => type === 'deliver') || after.rcv.unread >= before.rcv.unread + length).toBe(true);
  },
  'ack-unsent-answered': isAcked,
  'ack-unsent-refused': (moment) => {
    answersWith(moment, RST);
    stays(moment);
  },
  'syn-fin-opens': (moment) => answersWith(moment, flagsOf(SYN, ACK)),
  'syn-fin-crosses': (moment) => {
    answersWith(moment, flagsOf(SYN, ACK));
    expect(moment.after.state).toBe('SYN-RECEIVED');
  },
  'syn-fin-challenged': isAcked,
  'no-flags-dropped': isSilent,
  nobody: (moment) => {
    answersWith(moment, flagsOf(RST, ACK));
    stays(moment);
  },
};

const seen = new Set<string>();

/** What has been tried: once in every pair of states will do. */
const situations = new Set<string>();

test.each(PROFILE_NAMES.flatMap((profile) => COURSE_SCENARIOS.map((name) => ({ name, profile }))))('$name under $profile: every forgery that is offered shows what its sentence says', ({ name, profile }) => {
  const trace = run({ ...courseTrace(name).scenario, profile });
  for (const shown of placesForActs(trace)) {
    const world = worldAt(trace, shown);
    for (const [connection] of trace.connections.entries()) {
      for (const to of HOST_IDS) {
        for (const forgery of forgeries(world, to, connection)) {
          const situation = [profile, to, ...HOST_IDS.map((host) => endpointOf(world, host, connection).state), forgery.shows].join(' ');
          if (situations.has(situation)) continue;
          situations.add(situation);
          const action = { type: 'inject', to, segment: forgery.segment, ...namedIn(world, connection) } as const;
          const tried = runWith(world, action);
          const injected = tried.flights.find(({ origin, sentAt, segment }) => origin === 'injected' && sentAt === world.now && segment.seq === forgery.segment.seq && segment.flags === forgery.segment.flags);
          const moment = tried.moments.find((one) => one.kind === 'endpoint' && one.arrived === injected?.id);
          if (moment?.kind !== 'endpoint') throw new Error(`${forgery.name} never arrives`);
          expect(foresee(world, action).at(-1), forgery.shows).toEqual(moment);
          SHOWN[forgery.shows]!(moment, PROFILES[profile]);
          seen.add(forgery.shows);
        }
      }
    }
  }
});

test('each forgery of the course has a name and a sentence in both languages', () => {
  for (const words of [courseWords('en'), courseWords('ko')]) {
    const said = Object.keys(words).flatMap((key) => /^lab\.inject\.shows\.(.+)$/.exec(key)?.[1] ?? []);
    expect(said.sort()).toEqual(Object.keys(SHOWN).sort());
  }
});

afterAll(() => {
  // Each sentence has been held against a run.
  expect(Object.keys(SHOWN).filter((shows) => !seen.has(shows))).toEqual([]);
});
