import { seq, type Seq } from '../tcp/seq.ts';

/** What a variable belongs to. */
export type Group = 'state' | 'send' | 'receive' | 'time' | 'congestion';

/** The variables that can be shown, by which their explanations are found. */
export type VariableId =
  | 'state'
  | `snd.${'iss' | 'una' | 'nxt' | 'wnd' | 'wl1' | 'wl2' | 'up' | 'mss' | 'shift' | 'sacked' | 'unsent' | 'fin'}`
  | `rcv.${'irs' | 'nxt' | 'wnd' | 'up' | 'shift' | 'ts' | 'unread' | 'beyond'}`
  | 'srtt' | 'rttvar' | 'rto'
  | 'cwnd' | 'ssthresh' | 'flight' | 'dup-acks' | 'phase' | 'recover';

/** One variable and its value. */
export interface Row {
  readonly id: VariableId;
  readonly group: Group;
  /** As its RFC spells it; null where no RFC names it. */
  readonly name: string | null;
  /** A number, a state, a range, or, for `snd.fin` and `phase`, the key of a word. */
  readonly value: string;
  /** Of a sequence number: how far it is beyond the initial one, 0…2³²−1. */
  readonly relative?: number;
}

/** A sequence number, with how far it is beyond the first of its direction. */
export function seqRow(group: Group, id: VariableId, name: string, value: Seq, first: Seq): Row {
  return { id, group, name, value: String(value), relative: seq(value - first) };
}
