import { describe, expect, it } from 'vitest';
import { PROFILES } from '../../tcp/profiles.ts';
import { step } from '../../tcp/step.ts';
import { ACK, FIN, PSH, RST, SYN, flagNames, flagsOf, has, type Flags } from '../../tcp/flags.ts';
import { seqAdd } from '../../tcp/seq.ts';
import type { Segment } from '../../tcp/segment.ts';
import type { Tcb } from '../../tcp/tcb.ts';
import { run } from '../../simulation/run.ts';
import { peerOf } from '../../simulation/scenario.ts';
import { endpointOf } from '../../simulation/world.ts';
import { parse } from '../../scenario/parse.ts';
import { print } from '../../scenario/print.ts';
import { randomOf, type Random } from '../random.ts';
import { couldSend, isSame } from './could-send.ts';
import { bestMove, isOver, newGame, played, scenarioOf, type Game } from './game.ts';
import { composed, composedOf, type Composed, type Move } from './move.ts';
import { sentBy } from './settle.ts';
import { shownOf } from './shown.ts';
import { perfectScenario, taskOf } from './task-of.ts';
import { TASKS, type TaskId } from './task.ts';

const SEEDS = Array.from({ length: 30 }, (_, seed) => seed);

function playedOut(id: TaskId, seed: number): Game {
  let game = newGame(id, seed);
  while (!isOver(game)) game = played(game, bestMove(game));
  return game;
}

function told({ flags, seq, ack, length }: Pick<Segment, 'flags' | 'seq' | 'ack' | 'length'>): string {
  return `${flagNames(flags).join(',')} ${String(seq)} ${String(ack)} ${String(length)}`;
}

function sends(game: Game, fields: Partial<Composed>): Game {
  const best = bestMove(game);
  const segment = best.type === 'send' ? best.segment : composedOf(composed({ flags: ACK, seq: 0, ack: 0, length: 0 }));
  return played(game, { type: 'send', segment: { ...segment, ...fields } });
}

const best = (game: Game) => played(game, bestMove(game));
const last = (game: Game) => game.turns.at(-1)!;
const whys = (game: Game) => last(game).mistakes.map(({ part, why }) => `${part} ${why.sentence.key}`);

/** The rules that fired at the peer when the reader's last segment arrived. */
function atPeer(game: Game): readonly string[] {
  const flight = sentBy(game)[last(game).segment!]?.id;
  return game.world.moments.flatMap((moment) => (moment.kind === 'endpoint' && moment.arrived === flight ? moment.because : []));
}

describe('a perfect partner', () => {
  it.each(TASKS)('%s: reaches the goal by segments that are all right, the same that a TCP sends', (id) => {
    for (const seed of SEEDS) {
      const game = playedOut(id, seed);
      expect(game.standing).toBe(game.task.goal);
      expect(game.turns.map(({ verdict }) => verdict)).toEqual(game.turns.map(() => 'right'));
      const own = run(perfectScenario(taskOf(id, seed))).flights.filter(({ from, origin }) => from === game.task.reader && origin === 'sent');
      const mine = game.turns.flatMap(({ move }) => (move.type === 'send' ? [told(composed(move.segment))] : []));
      expect(mine).toEqual(own.map(({ segment }) => told(segment)));
    }
  });

  it('has different numbers for different seeds, near the end of the numbers for some', () => {
    const first = SEEDS.map((seed) => taskOf('open', seed).base.hosts.A.iss[0] ?? 0);
    expect(new Set(first).size).toBe(SEEDS.length);
    expect(first.some((iss) => iss > 0xffff_ff00)).toBe(true);
  });
});

/** A segment near the best one, or any at all. */
function anySegment(game: Game, random: Random): Composed {
  const move = bestMove(game);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)]!;
  const near = (number: number) => (random() < 0.3 ? seqAdd(number as Segment['seq'], pick([1, -1, 2, 100, -100, 70_000, 2 ** 31])) : number);
  const right = move.type === 'send' ? move.segment : composedOf(composed({ flags: ACK, seq: 5000, ack: 5000, length: 0 }));
  const flags = random() < 0.3 ? (Math.floor(random() * 64) as Flags) : right.flags;
  return { flags, seq: near(right.seq), ack: near(right.ack), length: random() < 0.3 ? Math.floor(random() * 2000) : right.length };
}

function anyMove(game: Game, random: Random): Move {
  if (random() < 0.2) return { type: 'wait' };
  return random() < 0.3 ? bestMove(game) : { type: 'send', segment: anySegment(game, random) };
}

const ENV = { profile: { ...PROFILES.rfc9293, nagle: false }, mss: 1460, fastOpen: null, sendBuffer: null, delayedAck: null, keepAlive: null, userTimeout: null };

/** What the engine would send from this endpoint if its user sent so many octets now, or its timer expired. */
function couldEmit(own: Tcb, length: number, now: number): readonly Segment[] {
  const env = { ...ENV, now, iss: own.iss };
  const events = [{ type: 'RETRANSMISSION TIMEOUT' } as const, ...(length > 0 ? [{ type: 'SEND', length } as const] : [])];
  return events.flatMap((event) => step(own, event, env).effects.flatMap((effect) => (effect.type === 'emit' ? [effect.segment] : [])));
}

describe('a random partner', () => {
  it.each(TASKS)('%s: a hundred never make the engine throw; what is called wrong no TCP sends, and what is called right or possible agrees with RCV.NXT and SND.UNA', (id) => {
    for (let partner = 0; partner < 100; partner += 1) {
      const random = randomOf(partner * 77 + 5);
      let game = newGame(id, partner);
      for (let count = 0; count < 8 && !isOver(game); count += 1) {
        const own = endpointOf(game.world, game.task.reader, 0);
        const { due, world } = game;
        game = played(game, anyMove(game, random));
        const { move, verdict, mistakes, segment: number } = last(game);
        expect(mistakes.length > 0).toBe(verdict === 'wrong');
        if (move.type === 'wait') {
          expect(verdict).toBe(due.length > 0 ? 'wrong' : 'right');
          continue;
        }
        const segment = composed(move.segment);
        expect(number).toBe(game.turns.filter((turn) => turn.move.type === 'send').length - 1);
        if (verdict === 'wrong') {
          expect(due.filter((one) => isSame(one.segment, segment))).toEqual([]);
          // A retransmission of what the reader has never sent is none.
          if (due.length === 0) expect(couldEmit(own, segment.length, world.now).filter((one) => isSame(one, segment))).toEqual([]);
        } else if (!has(segment.flags, RST) && has(segment.flags, ACK)) {
          expect(segment.ack).toBe(own.rcv.nxt);
          expect(segment.seq - own.snd.una < 0x8000_0000).toBe(true);
        }
      }
      const sent = game.turns.flatMap(({ move }) => (move.type === 'send' ? [told(composed(move.segment))] : []));
      const { trace } = shownOf(game);
      expect(trace.flights.filter(({ from, origin }) => from === game.task.reader && origin === 'sent').map(({ segment }) => told(segment))).toEqual(sent);
      expect(trace.flights.map(({ id }) => id)).toEqual(trace.flights.map((_flight, at) => at));
      expect(trace.moments.map(({ at }) => at)).toEqual(trace.moments.map(({ at }) => at).toSorted((a, b) => a - b));
      if (partner % 5 > 0) continue;
      // Every game is a scenario: run again, printed and read again, it is the same.
      const again = run(scenarioOf(game));
      expect(again.moments).toEqual(game.world.moments);
      const text = parse(print(scenarioOf(game)));
      expect(text.problems).toEqual([]);
      expect(run(text.scenario).moments).toEqual(game.world.moments);
    }
  });

  it('is judged right for what the engine itself would send next, whatever happened before', () => {
    for (const id of TASKS) {
      for (let partner = 0; partner < 20; partner += 1) {
        const random = randomOf(partner * 13 + 1);
        let game = newGame(id, partner);
        for (let count = 0; count < 6 && !isOver(game); count += 1) {
          const own = endpointOf(game.world, game.task.reader, 0);
          for (const { segment } of game.due) expect(couldSend(segment, game.due, own)).toBe('right');
          if (game.due.length === 0 && own.state === 'ESTABLISHED' && own.queue.length === 0) {
            for (const segment of couldEmit(own, 1 + Math.floor(random() * 1460), game.world.now)) expect(couldSend(segment, [], own)).toBe('possible');
          }
          game = played(game, anyMove(game, random));
        }
      }
    }
  });
});

describe('a verdict', () => {
  it('names the field that is wrong and why, the known misconception where there is one, and the rule that fired at the peer', () => {
    const game = best(newGame('open', 1));
    const right = bestMove(game);
    const ack = right.type === 'send' ? right.segment.ack : 0;
    const off = sends(game, { ack: ack - 1 });
    expect(last(off)).toMatchObject({ verdict: 'wrong', mistakes: [{ part: 'ack', misconception: 'syn-fin-take-no-number' }], standing: 'goes on' });
    expect(atPeer(off)).toEqual(['other.ack.refused']);
    expect(best(off).standing).toBe('goes on');
    const far = sends(game, { seq: 1, ack: ack + 1 });
    expect(whys(far)).toEqual(['seq partner.why.seq-far', 'ack exercise.next-segment.why.not-received']);
    const used = right.type === 'send' ? right.segment.seq - 1 : 0;
    expect(last(sends(game, { seq: used })).mistakes.map(({ misconception }) => misconception)).toEqual(['syn-fin-take-no-number']);
    expect(whys(sends(game, { ack: 3 }))).toEqual(['ack partner.why.ack-far']);
    expect(atPeer(far)).toEqual(['other.seq.unacceptable']);
  });

  it('says of an ACK of what was never sent that the peer challenges it', () => {
    const open = playedOut('open', 2);
    const before = open.turns.length - 1;
    const game = open.turns.slice(0, before).reduce((one, { move }) => played(one, move), newGame('open', 2));
    const own = endpointOf(game.world, 'A', 0);
    const wrong = sends(game, { ack: own.rcv.nxt + 5000 });
    expect(whys(wrong)).toEqual(['ack exercise.next-segment.why.not-received']);
    expect(atPeer(wrong)).toEqual(['other.ack.beyond']);
    expect(best(wrong).standing).toBe('open');
  });

  it('knows the misconceptions about FIN', () => {
    const game = newGame('close', 1);
    expect(last(sends(game, { flags: FIN })).mistakes.map(({ misconception }) => misconception)).toEqual(['first-fin-has-no-ack']);
    expect(last(sends(game, { flags: RST })).mistakes[0]?.misconception).toBe('rst-is-fast-fin');
    expect(sends(game, { flags: RST }).standing).toBe('wrecked');
    const late = best(best(newGame('close-second', 1)));
    expect(endpointOf(late.world, 'B', 0).state).toBe('CLOSE-WAIT');
    expect(last(sends(best(newGame('close-second', 1)), { flags: flagsOf(FIN, ACK) })).mistakes.map(({ misconception }) => misconception)).toEqual(['fin-stops-both']);
  });

  it('knows that a SYN in SYN-SENT is not answered with a bare ACK', () => {
    const game = best(newGame('both-open', 1));
    expect(last(sends(game, { flags: ACK })).mistakes.map(({ misconception }) => misconception)).toEqual(['syn-in-syn-sent-gets-ack']);
  });

  it('lets a reader send the same data in smaller segments, any bare ACK twice, and a SYN again', () => {
    const game = best(best(newGame('open', 1)));
    const move = bestMove(game);
    const data = move.type === 'send' ? move.segment : null;
    expect(data?.length).toBeGreaterThan(20);
    const half = sends(game, { length: 10, flags: ACK });
    expect(last(half)).toMatchObject({ verdict: 'right' });
    const rest = best(half);
    expect(last(rest).move).toMatchObject({ segment: { seq: (data?.seq ?? 0) + 10, length: (data?.length ?? 0) - 10 } });
    expect(best(rest).standing).toBe('open');
    expect(last(sends(newGame('close', 1), { flags: ACK }))).toMatchObject({ verdict: 'possible' });
    const again = sends(best(newGame('loss', 1)), composedOf(composed(composedSyn('loss', 1))));
    expect(last(again)).toMatchObject({ verdict: 'possible' });
  });

  it('lets unasked data count as sent, and follows a FIN that nobody asked for, so that it can go on', () => {
    const open = best(best(newGame('listen', 3)));
    const unasked = sends(open, { flags: flagsOf(PSH, ACK), length: (open.due[0]?.segment.length ?? 0) + 7 });
    expect(last(unasked)).toMatchObject({ verdict: 'possible', standing: 'open' });
    const early = sends(newGame('close-second', 3), { flags: flagsOf(FIN, ACK) });
    expect(whys(early)).toEqual(['flags exercise.next-segment.flags.why.close-not-called']);
    expect(endpointOf(early.world, 'B', 0).state).toBe('TIME-WAIT');
    expect(best(best(early)).standing).toBe('closed');
  });

  it('says that a reader who has not sent what is due waits too long, and the peer repeats itself', () => {
    const game = played(newGame('listen', 1), { type: 'wait' });
    expect(whys(game)).toEqual(['flags partner.why.late']);
  });

  it('calls a connection wrecked where the peer has given it up, or has taken what nobody handed over', () => {
    let silent = best(newGame('listen', 1));
    while (!isOver(silent)) silent = played(silent, { type: 'wait' });
    expect(silent.standing).toBe('wrecked');
    const fat = sends(newGame('close', 1), { length: 1 });
    expect(whys(fat)).toEqual(['length exercise.next-segment.why.control-no-data']);
    expect(fat.standing).toBe('wrecked');
  });

  it('can be repaired where TCP can: a wrong ISS by RST, and a wrong ACK by the right one', () => {
    let game = sends(newGame('open', 1), { seq: 77 });
    expect(whys(game)).toEqual(['seq exercise.next-segment.why.not-iss']);
    expect(atPeer(game)).toEqual(['listen.syn']);
    expect(game.due.map(({ segment }) => has(segment.flags, RST))).toContain(true);
    const reset = game.due.find(({ segment }) => has(segment.flags, RST))!;
    game = played(game, { type: 'send', segment: composedOf(reset.segment) });
    expect(endpointOf(game.world, peerOf(game.task.reader), 0).state).toBe('LISTEN');
    while (!isOver(game)) game = best(game);
    expect(game.standing).toBe('open');
  });

  it('says of a segment where nothing can be sent that nothing can be sent', () => {
    const game = best(newGame('crash', 1));
    expect(game.standing).toBe('reset');
    expect(played(game, { type: 'wait' })).toBe(game);
    const back = best(newGame('old-duplicate', 1));
    expect(sentBy(back)).toHaveLength(1);
  });
});

function composedSyn(id: TaskId, seed: number): Composed {
  return { flags: SYN, seq: taskOf(id, seed).base.hosts.A.iss[0] ?? 0, ack: 0, length: 0 };
}
