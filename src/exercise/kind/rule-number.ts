import { sentence } from '../../narration/sentence.ts';
import { peerOf } from '../../simulation/scenario.ts';
import type { EndpointMoment, Trace } from '../../simulation/trace.ts';
import { seqAdd } from '../../tcp/seq.ts';
import type { NumberField } from '../field.ts';
import { distinct, explained, mistakeOf, type Wrong } from '../option.ts';
import { CONDITIONS } from './rule-conditions.ts';
import type { Decided } from './rule-moments.ts';

const KEY = 'exercise.rule';
const CONTROL = 'syn-fin-take-no-number';
const KNOWN = 4;

/** The variable of the host that decided: RCV.NXT where SEQ was judged, SND.NXT where ACK was; null where no number decided. */
export function decidingOf({ moment, fired }: Decided): 'rcv-nxt' | 'snd-nxt' | null {
  if (moment.event.type !== 'SEGMENT ARRIVES') return null;
  const looks = fired.map((rule) => CONDITIONS[rule]?.looks);
  if (looks.at(-1) === 'seq') return 'rcv-nxt';
  return looks.at(-1) === 'ack' ? 'snd-nxt' : null;
}

function beside(moment: EndpointMoment, which: 'rcv-nxt' | 'snd-nxt', names: Readonly<Record<string, string>>, sawSyn: boolean): readonly Wrong[] {
  const { before, event } = moment;
  if (event.type !== 'SEGMENT ARRIVES') return [];
  const { seq, ack } = event.segment;
  const tell = (value: number, why: string): Wrong => ({ value: String(value), why: [explained(sentence(`${KEY}.why.${why}`, { ...names, value }))] });
  if (which === 'rcv-nxt') {
    const last = seqAdd(before.rcv.nxt, -1);
    return [sawSyn && last === before.irs ? { value: String(last), misconception: CONTROL } : tell(last, 'last-received'), tell(seq, 'arrived-seq'), tell(before.snd.nxt, 'own-direction')];
  }
  const last = seqAdd(before.snd.nxt, -1);
  const isControl = (sawSyn && last === before.iss) || before.snd.fin === 'sent';
  return [isControl ? { value: String(last), misconception: CONTROL } : tell(last, 'last-sent'), tell(ack, 'arrived-ack'), tell(before.snd.una, 'oldest'), tell(before.rcv.nxt, 'other-direction')];
}

/** The number of the host by which the segment was judged, as it was before; null where none decided. */
export function decidingField(decided: Decided, trace: Trace): NumberField | null {
  const { moment } = decided;
  const which = decidingOf(decided);
  if (which === null) return null;
  const { hosts } = trace.scenario;
  const names = { host: hosts[moment.host].name, peer: hosts[peerOf(moment.host)].name };
  const value = which === 'rcv-nxt' ? moment.before.rcv.nxt : moment.before.snd.nxt;
  return {
    type: 'number',
    id: which,
    form: 'number',
    label: sentence(`${KEY}.field.${which}`, names),
    accepted: [String(value)],
    mistakes: distinct(beside(moment, which, names, !trace.scenario.established), String(value), KNOWN).map(mistakeOf),
    otherwise: [explained(sentence(`${KEY}.why.${which}.otherwise`, names))],
    explanation: [explained(sentence(`${KEY}.why.${which}`, { ...names, value }))],
  };
}
