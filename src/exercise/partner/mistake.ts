import { sentence } from '../../narration/sentence.ts';
import { endpointOf } from '../../simulation/world.ts';
import { peerOf } from '../../simulation/scenario.ts';
import { ACK, FIN, RST, SYN, flagsOf, has } from '../../tcp/flags.ts';
import { segLen, type Segment } from '../../tcp/segment.ts';
import { seqAdd, seqLe, seqLt, type Seq } from '../../tcp/seq.ts';
import type { Tcb } from '../../tcp/tcb.ts';
import type { Explained } from '../field.ts';
import { explained } from '../option.ts';
import { roomAt } from './could-send.ts';
import { bareAck, coreFlags, freshlyDue, type Due } from './due.ts';
import { sentBy, type Conversation } from './settle.ts';

/** A part of a segment that the reader composes. */
export type Part = 'flags' | 'seq' | 'ack' | 'length';

/** A part of a segment that no TCP would send so, and why. */
export interface Mistake {
  readonly part: Part;
  readonly why: Explained;
  /** The known misconception that leads there; null: none. */
  readonly misconception: string | null;
}

/** What is known where the reader composes a segment. */
interface Scene {
  readonly own: Tcb;
  readonly due: readonly Due[];
  readonly names: { readonly host: string; readonly peer: string };
  /** The last segment that has come from the peer; null: none. */
  readonly arrived: Segment | null;
  /** The last segment that the reader has sent; null: none. */
  readonly last: Segment | null;
}

const HEADER = 20;

/** How far beyond the right number one still looks like a slip in counting. */
const NEAR = 100_000;

function isBetween(first: Seq, number: Seq, last: Seq): boolean {
  return seqLe(first, number) && seqLe(number, last);
}

function because(part: Part, why: string, { names }: Scene, value: number): Mistake {
  return { part, why: explained(sentence(`exercise.next-segment.why.${why}`, { ...names, value })), misconception: null };
}

function byFlags(why: string): Mistake {
  return { part: 'flags', why: explained(sentence(`exercise.next-segment.flags.why.${why}`)), misconception: null };
}

function known(part: Part, misconception: string): Mistake {
  return { part, why: explained(sentence(`misconception.${misconception}`)), misconception };
}

function told(part: Part, why: string, { names, own }: Scene): Mistake {
  return { part, why: explained(sentence(`partner.why.${why}`, { ...names, state: own.state, sndMss: own.snd.mss, sndWnd: own.snd.wnd })), misconception: null };
}

/** How much the two have in common: what they are counts more than any number. */
function likeness(one: Segment, other: Segment): number {
  const kind = flagsOf(SYN, FIN, RST);
  const flags = coreFlags(one) === coreFlags(other) ? 8 : (one.flags & kind) === (other.flags & kind) ? 4 : 0;
  return flags + (one.seq === other.seq ? 2 : 0) + (one.ack === other.ack ? 1 : 0) + (one.length > 0 === other.length > 0 ? 1 : 0);
}

/** What the reader most likely meant: of all that TCP could send the segment that is most like it; null: TCP could send nothing at all. */
function meant(segment: Segment, { own, due }: Scene): Segment | null {
  const bare = bareAck(due, own);
  const all = [...due.map((one) => one.segment), ...(bare === null ? [] : [bare])];
  return all.reduce<Segment | null>((best, one) => (best === null || likeness(segment, one) > likeness(segment, best) ? one : best), null);
}

function takesNumber(segment: Segment | null): boolean {
  return segment !== null && segment.length === 0 && (has(segment.flags, SYN) || has(segment.flags, FIN));
}

const BARE_RESET: Mistake = { part: 'flags', why: explained(sentence('exercise.next-segment.ack.bare-reset')), misconception: null };

function wrongAckBit(segment: Segment, right: Segment): Mistake {
  if (!has(right.flags, ACK)) return has(right.flags, RST) ? BARE_RESET : byFlags('nothing-to-acknowledge');
  if (has(right.flags, RST)) return byFlags('reset-needs-ack');
  if (has(segment.flags, FIN)) return known('flags', 'first-fin-has-no-ack');
  return byFlags(has(right.flags, SYN) ? 'peer-syn' : 'ack-missing');
}

function wrongSyn(segment: Segment, right: Segment, { own, arrived }: Scene): Mistake {
  if (has(segment.flags, SYN)) return byFlags('syn-over');
  const crossed = own.opened === 'active' && has(right.flags, ACK) && arrived !== null;
  if (crossed && coreFlags(segment) === ACK) return known('flags', 'syn-in-syn-sent-gets-ack');
  return byFlags(has(right.flags, ACK) ? 'own-syn' : 'syn-first');
}

function wrongFin(segment: Segment, scene: Scene): Mistake {
  const { own, due, arrived } = scene;
  if (!has(segment.flags, FIN)) return byFlags('fin-due');
  if (own.snd.fin === 'no') return arrived !== null && has(arrived.flags, FIN) ? known('flags', 'fin-stops-both') : byFlags('close-not-called');
  return freshlyDue(due).fin ? told('flags', 'fin-behind-data', scene) : told('flags', 'fin-sent', scene);
}

function wrongFlags(segment: Segment, right: Segment, scene: Scene): readonly Mistake[] {
  const differs = (bit: typeof SYN) => has(segment.flags, bit) !== has(right.flags, bit);
  if (differs(RST)) {
    if (has(right.flags, RST)) return [byFlags('reset-due')];
    return [scene.own.snd.fin !== 'no' || freshlyDue(scene.due).fin ? known('flags', 'rst-is-fast-fin') : byFlags('no-reset')];
  }
  return [
    ...(differs(SYN) ? [wrongSyn(segment, right, scene)] : []),
    ...(differs(FIN) ? [wrongFin(segment, scene)] : []),
    ...(differs(ACK) ? [wrongAckBit(segment, right)] : []),
  ];
}

function wrongSeq(segment: Segment, right: Segment, scene: Scene): Mistake {
  const { seq } = segment;
  if (has(right.flags, RST)) return because('seq', 'reset-number', scene, seq);
  if (has(right.flags, SYN)) return seq === 0 ? known('seq', 'isn-is-zero') : because('seq', 'not-iss', scene, seq);
  if (seq === scene.own.rcv.nxt) return because('seq', 'peer-number', scene, seq);
  if (seq === seqAdd(right.seq, -1) && takesNumber(scene.last)) return known('seq', 'syn-fin-take-no-number');
  if (seq === seqAdd(right.seq, 1) && scene.last !== null && segLen(scene.last) === 0) return known('seq', 'syn-fin-take-no-number');
  if (isBetween(scene.own.iss, seq, right.seq)) return because('seq', 'used', scene, seq);
  return isBetween(right.seq, seq, seqAdd(right.seq, NEAR)) ? because('seq', 'skipped', scene, seq) : told('seq', 'seq-far', scene);
}

function wrongAck(segment: Segment, right: Segment, scene: Scene): Mistake {
  const { ack } = segment;
  const off = (by: number) => ack === seqAdd(right.ack, by);
  if (has(right.flags, RST)) return told('ack', 'reset-shows', scene);
  if (off(-1)) return known('ack', takesNumber(scene.arrived) ? 'syn-fin-take-no-number' : 'ack-names-last-byte');
  if (ack === right.seq || ack === scene.own.snd.nxt) return because('ack', 'own-number', scene, ack);
  if (scene.own.rcv.beyond.length > 0 && seqLt(right.ack, ack)) return because('ack', 'hole', scene, ack);
  if (isBetween(scene.own.irs, ack, right.ack)) return because('ack', 'received', scene, ack);
  return isBetween(right.ack, ack, seqAdd(right.ack, NEAR)) ? because('ack', 'not-received', scene, ack) : told('ack', 'ack-far', scene);
}

/** Why this many octets cannot be: null where they can. */
function wrongLength(segment: Segment, right: Segment, scene: Scene): Mistake | null {
  const { length } = segment;
  const { own, due } = scene;
  const fresh = freshlyDue(due);
  const takes = has(right.flags, SYN) || has(right.flags, RST);
  if (takes) return length === 0 ? null : length === 1 ? because('length', 'control-no-data', scene, length) : told('length', 'no-data-here', scene);
  if (length === right.length + HEADER && length <= roomAt(segment, own)) return because('length', 'header', scene, length);
  if (length > roomAt(segment, own)) return told('length', 'window', scene);
  const beyond = own.snd.fin !== 'no' && length > fresh.octets + own.snd.unsent;
  if (!beyond) return null;
  return length === right.length + 1 && has(segment.flags, FIN) ? because('length', 'control-no-data', scene, length) : told('length', 'closed', scene);
}

function sceneOf(conversation: Conversation): Scene {
  const { world, task: { reader }, due } = conversation;
  const { hosts } = world.scenario;
  const arrived = world.moments.findLast((moment) => moment.kind === 'endpoint' && moment.host === reader && moment.event.type === 'SEGMENT ARRIVES');
  return {
    own: endpointOf(world, reader, 0),
    due,
    names: { host: hosts[reader].name, peer: hosts[peerOf(reader)].name },
    arrived: arrived?.kind === 'endpoint' && arrived.event.type === 'SEGMENT ARRIVES' ? arrived.event.segment : null,
    last: sentBy(conversation).at(-1)?.segment ?? null,
  };
}

/** What is wrong with a segment that TCP could not send here, part by part, without giving the right one away. */
export function mistakesIn(segment: Segment, conversation: Conversation): readonly Mistake[] {
  const scene = sceneOf(conversation);
  const right = meant(segment, scene);
  if (right === null) return [told('flags', 'nothing-to-send', scene)];
  const flags = coreFlags(segment) === coreFlags(right) ? [] : wrongFlags(segment, right, scene);
  const both = has(segment.flags, ACK) && has(right.flags, ACK);
  const length = wrongLength(segment, right, scene);
  const found = [
    ...flags,
    ...(segment.seq === right.seq ? [] : [wrongSeq(segment, right, scene)]),
    ...(!both || segment.ack === right.ack ? [] : [wrongAck(segment, right, scene)]),
    ...(length === null ? [] : [length]),
  ];
  return found.length > 0 ? found : [told('flags', 'not-so', scene)];
}
