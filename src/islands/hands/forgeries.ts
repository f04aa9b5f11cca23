import { foresee } from '../../simulation/foresee.ts';
import { peerOf, type Forged, type HostId } from '../../simulation/scenario.ts';
import { endpointOf, type World } from '../../simulation/world.ts';
import { ACK, FIN, NO_FLAGS, RST, SYN, flagsOf, has, type Flags } from '../../tcp/flags.ts';
import { MAX_FIELD } from '../../tcp/segment.ts';
import { seqAdd, seqDiff, type Seq } from '../../tcp/seq.ts';
import { finCame } from '../../tcp/state.ts';
import type { Tcb } from '../../tcp/tcb.ts';
import { namedIn } from './calls.ts';

/** How far beside the number that fits a forged one lies, and how many octets it carries at most. */
const ASIDE = 100;

/** How much older than the connection an old SYN is. */
const OLDER = 10;

/** A forged segment, ready-made for the moment. */
export interface Forgery {
  /** What it is: `lab.inject.name.<name>`. */
  readonly name: string;
  /** What it will show: `lab.inject.shows.<shows>`. */
  readonly shows: string;
  readonly segment: Forged;
}

/** A forgery that is ready-made where one of these rules fires on it. */
interface Candidate extends Forgery {
  readonly rules: readonly string[];
}

/** What the forger knows: the receiver, and where its peer's numbers begin or would begin. */
interface Known {
  readonly tcb: Tcb;
  readonly peerIss: Seq;
}

function forged({ tcb }: Known, flags: Flags, seq: Seq, ack: Seq = tcb.snd.una, length = 0): Forged {
  // The window that the peer has offered already: it changes nothing.
  const wnd = has(flags, ACK) ? Math.min(MAX_FIELD, tcb.snd.wnd >>> tcb.snd.shift) : MAX_FIELD;
  return { flags, seq, ack: has(flags, ACK) ? ack : 0, length, wnd };
}

/** Whether the receiver knows its peer's numbers. */
function isSynchronizing({ state }: Tcb): boolean {
  return state !== 'CLOSED' && state !== 'LISTEN' && state !== 'SYN-SENT';
}

function rsts(known: Known): readonly Candidate[] {
  const { tcb, peerIss } = known;
  const { nxt, wnd } = tcb.rcv;
  const exact = ['other.rst.reset', 'other.rst.refused', 'other.rst.passive', 'other.rst.closing'];
  return [
    { name: 'rst-exact', shows: 'rst-exact', rules: exact, segment: forged(known, RST, nxt) },
    { name: 'rst-inside', shows: 'rst-inside', rules: ['other.rst.challenge'], segment: forged(known, RST, seqAdd(nxt, Math.min(ASIDE, wnd - 1))) },
    { name: 'rst-outside', shows: 'rst-outside', rules: ['other.seq.unacceptable-rst'], segment: forged(known, RST, seqAdd(nxt, -1)) },
    { name: 'rst-with-ack', shows: 'rst-with-ack', rules: ['syn-sent.rst.reset'], segment: forged(known, flagsOf(RST, ACK), peerIss, tcb.snd.nxt) },
    { name: 'rst-without-ack', shows: 'rst-without-ack', rules: ['syn-sent.rst.no-ack'], segment: forged(known, RST, peerIss) },
    { name: 'rst', shows: 'rst-nobody', rules: ['closed.rst', 'listen.rst'], segment: forged(known, RST, peerIss) },
  ];
}

function syns(known: Known): readonly Candidate[] {
  const { tcb, peerIss } = known;
  const old = forged(known, SYN, seqAdd(isSynchronizing(tcb) ? tcb.irs : peerIss, -OLDER));
  const inside = forged(known, SYN, seqAdd(tcb.rcv.nxt, Math.min(ASIDE, tcb.rcv.wnd - 1)));
  return [
    { name: 'syn-old', shows: 'syn-old-answered', rules: ['other.seq.unacceptable'], segment: old },
    { name: 'syn-old', shows: 'syn-old-opens', rules: ['listen.syn'], segment: old },
    { name: 'syn-old', shows: 'syn-old-crosses', rules: ['syn-sent.syn'], segment: old },
    { name: 'syn-old', shows: 'nobody', rules: ['closed.no-ack'], segment: old },
    { name: 'syn-inside', shows: 'syn-inside-challenged', rules: ['other.syn.challenge'], segment: inside },
    { name: 'syn-inside', shows: 'syn-inside-back', rules: ['other.syn.passive'], segment: inside },
  ];
}

function texts(known: Known): readonly Candidate[] {
  const { tcb } = known;
  const { nxt, wnd } = tcb.rcv;
  const fin = finCame(tcb.state) ? 1 : 0;
  const came = isSynchronizing(tcb) ? Math.min(ASIDE, seqDiff(nxt, tcb.irs) - 1 - fin) : 0;
  const finAgain = forged(known, flagsOf(FIN, ACK), seqAdd(nxt, -1));
  const ackUnsent = forged(known, ACK, isSynchronizing(tcb) ? nxt : known.peerIss, seqAdd(tcb.snd.nxt, ASIDE));
  return [
    ...(fin === 0
      ? []
      : [
          { name: 'fin-again', shows: 'fin-again-time-wait', rules: ['other.seq.repeated-fin'], segment: finAgain },
          { name: 'fin-again', shows: 'fin-again-answered', rules: ['other.seq.unacceptable', 'other.seq.old'], segment: finAgain },
        ]),
    ...(came < 1 ? [] : [{ name: 'data-old', shows: 'data-old', rules: ['other.seq.unacceptable', 'other.seq.old'], segment: forged(known, ACK, seqAdd(nxt, -fin - came), tcb.snd.una, came) }]),
    ...(wnd < 1 ? [] : [{ name: 'data-blind', shows: 'data-blind', rules: ['other.text.deliver', 'other.text.kept'], segment: forged(known, ACK, nxt, tcb.snd.una, Math.min(ASIDE, wnd)) }]),
    { name: 'ack-unsent', shows: 'ack-unsent-answered', rules: ['other.ack.beyond'], segment: ackUnsent },
    { name: 'ack-unsent', shows: 'ack-unsent-refused', rules: ['other.ack.refused', 'syn-sent.ack.bad', 'listen.ack', 'closed.ack'], segment: ackUnsent },
  ];
}

function strange(known: Known): readonly Candidate[] {
  const { tcb, peerIss } = known;
  const at = isSynchronizing(tcb) ? tcb.rcv.nxt : peerIss;
  const synFin = forged(known, flagsOf(SYN, FIN), at);
  const bare = forged(known, NO_FLAGS, at);
  return [
    { name: 'syn-fin', shows: 'syn-fin-opens', rules: ['listen.syn'], segment: synFin },
    { name: 'syn-fin', shows: 'syn-fin-crosses', rules: ['syn-sent.syn'], segment: synFin },
    { name: 'syn-fin', shows: 'syn-fin-challenged', rules: ['other.syn.challenge'], segment: synFin },
    { name: 'syn-fin', shows: 'nobody', rules: ['closed.no-ack'], segment: synFin },
    { name: 'no-flags', shows: 'no-flags-dropped', rules: ['other.ack.missing', 'other.time-wait.no-ack', 'listen.other', 'syn-sent.other'], segment: bare },
    { name: 'no-flags', shows: 'nobody', rules: ['closed.no-ack'], segment: bare },
  ];
}

/** Whether the engine would do what the forgery shows: it is asked, and then forgets it. Where a challenge ACK is kept back (RFC 5961 §7), nothing would show. */
function holds({ rules, segment }: Candidate, world: World, to: HostId, connection: number): boolean {
  const taken = foresee(world, { type: 'inject', to, segment, ...namedIn(world, connection) }).find((moment) => moment.kind === 'endpoint');
  return taken !== undefined && taken.because.some((rule) => rules.includes(rule)) && !taken.because.includes('challenge.limited');
}

/** Forged segments that show something at the host now, as if from its peer: their numbers fit the moment, and each does what its sentence says. */
export function forgeries(world: World, to: HostId, connection: number): readonly Forgery[] {
  const tcb = endpointOf(world, to, connection);
  const from = peerOf(to);
  const peer = endpointOf(world, from, connection);
  const isOpened = peer.state !== 'CLOSED' && peer.state !== 'LISTEN';
  const known: Known = { tcb, peerIss: isOpened ? peer.iss : seqAdd(peer.iss, world.scenario.hosts[from].iss[0] ?? 0) };
  return [...syns(known), ...rsts(known), ...texts(known), ...strange(known)]
    .filter((candidate) => holds(candidate, world, to, connection))
    .map(({ name, shows, segment }) => ({ name, shows, segment }));
}
