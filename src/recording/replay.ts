import { happen } from '../simulation/host/happen.ts';
import type { ProfileName } from '../tcp/profile.ts';
import { TIMERS, type TimerName } from '../tcp/tcb.ts';
import { TIMEOUTS } from '../tcp/timeout.ts';
import { land, schedule } from './acts.ts';
import { beginning, envAt, flowAt, heed, likeIt, type Play, type Sent } from './play.ts';
import type { Recording, Side } from './recording.ts';

/** How late a timer of a kernel may fire: so much of its time, and so many ms. */
const LATE = { factor: 1.13, ms: 60 } as const;

/** The latest hour at which a timer that was set at `set` for `due` may fire, ms. */
export function latest(set: number, due: number): number {
  return set + (due - set) * LATE.factor + LATE.ms;
}

/** A recording as the engine plays it. */
export interface Replayed {
  /** Every segment that left, in order, the injected ones too. */
  readonly sent: readonly Sent[];
  /** Options of sockets that the replay does not know. */
  readonly unknown: readonly string[];
}

/** A bound on what can happen, against a ladder that never ends. */
const MOST = 20_000;

interface Next {
  readonly at: number;
  readonly go: () => void;
}

/** What a timer would send, and when the recording has it: at the hour that is on record, where a kernel that is not early could have sent it then, else as late as may be. */
function firing(play: Play, side: Side, place: number, timer: TimerName, due: number): Next | null {
  const host = play.hosts[side];
  const connection = host.connections[place];
  if (connection === undefined) return null;
  const flow = flowAt(play, side, connection);
  const now = Math.max(play.now, due);
  const set = play.setAt.get(`${side}${place}${timer}`) ?? play.now;
  const fire = (at: number): ReturnType<typeof happen> => happen(host, place, connection, TIMEOUTS[timer], { ...envAt(play, side, place, flow), now: at });
  const sends = fire(now).effects.flatMap((effect) => (effect.type === 'emit' ? [effect.segment] : []));
  const [first] = sends;
  const line = first === undefined ? null : likeIt(play, side, flow, first);
  const end = latest(set, due);
  const seen = line === null ? null : line.t * 1000;
  const at = first === undefined ? due : seen !== null && seen >= due && seen <= end ? seen : end;
  return { at, go: () => heed(play, side, fire(play.now), flow) };
}

/** Everything that can happen next; of what happens at the same hour, arrivals first, then calls, then timers. */
function candidates(play: Play): readonly Next[] {
  const arrival = play.wire.toSorted((one, other) => one.at - other.at)[0];
  const [act] = play.agenda;
  const timers = (['A', 'B'] as const).flatMap((side) => play.hosts[side].connections.flatMap(({ tcb }, place) => TIMERS.flatMap((timer) => {
    const due = tcb.timers[timer];
    const next = due === null ? null : firing(play, side, place, timer, due);
    return next === null ? [] : [next];
  })));
  return [
    ...(arrival === undefined ? [] : [{ at: arrival.at, go: () => {
      play.wire.splice(play.wire.indexOf(arrival), 1);
      land(play, arrival.to, arrival.flow, arrival.segment);
    } }]),
    ...(act === undefined ? [] : [{ at: act.at, go: () => {
      play.agenda.shift();
      act.go();
    } }]),
    ...timers,
  ];
}

/** When the recording ended, ms: nobody knows what came after. */
function endOf({ ladder, apps, faults }: Recording): number {
  const hours = [...ladder.flatMap(({ t, tRecv }) => [t, ...tRecv]), ...apps.map(({ t, tookSec }) => t + tookSec), ...faults.map(({ t }) => t)];
  return Math.max(0, ...hours) * 1000 + 100;
}

/** Plays a recording: both hosts of the engine get the same calls at the same hours, and every segment the fate that the recorded one had. */
export function replay(recording: Recording, profile: ProfileName): Replayed {
  const play = beginning(recording, profile);
  schedule(play);
  const end = endOf(recording);
  for (let turn = 0; turn < MOST; turn += 1) {
    const all = candidates(play);
    const next = all.reduce<Next | null>((first, one) => (first === null || one.at < first.at ? one : first), null);
    if (next === null || next.at > end) break;
    play.now = Math.max(play.now, next.at);
    next.go();
  }
  return { sent: play.sent, unknown: [...play.unknown] };
}
