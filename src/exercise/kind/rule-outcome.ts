import { outcomesOf } from '../../narration/outcome.ts';
import { sentence } from '../../narration/sentence.ts';
import type { EndpointMoment, Trace } from '../../simulation/trace.ts';
import { ACK, FIN, RST, SYN, has } from '../../tcp/flags.ts';
import { segLen, type Segment } from '../../tcp/segment.ts';
import type { ManyField, Option } from '../field.ts';
import { explained, rightOption, wrongOption } from '../option.ts';

const KEY = 'exercise.rule';

/** What a host can do at a moment, as far as it is asked. */
const DEEDS = ['nothing', 'ack', 'syn-ack', 'data', 'fin', 'rst', 'again', 'deliver', 'tells', 'state'] as const;
type Deed = (typeof DEEDS)[number];

function deedOf({ flags, length }: Segment): Deed {
  if (has(flags, RST)) return 'rst';
  if (has(flags, SYN)) return 'syn-ack';
  if (has(flags, FIN)) return 'fin';
  return length > 0 ? 'data' : 'ack';
}

/** What the host did, by its effects. */
function doneAt({ effects, event }: EndpointMoment): ReadonlySet<Deed> {
  const timeout = event.type === 'RETRANSMISSION TIMEOUT';
  const done = effects.flatMap((effect): readonly Deed[] => {
    switch (effect.type) {
      case 'emit':
        return [timeout && effect.transmission > 1 ? 'again' : deedOf(effect.segment)];
      case 'state':
        return ['state'];
      case 'deliver':
        return ['deliver'];
      case 'tell':
        return effect.signal === 'connected' ? [] : ['tells'];
      default:
        return [];
    }
  });
  return new Set(effects.some(({ type }) => type === 'emit') ? done : ['nothing', ...done]);
}

/** What can be asked of such an event, beside what was done; that a user is told when its connection opens is taken for granted. */
function plausible({ event, before, effects }: EndpointMoment): readonly Deed[] {
  const tells: readonly Deed[] = effects.some((effect) => effect.type === 'tell' && effect.signal === 'connected') ? [] : ['tells'];
  if (event.type === 'CLOSE' || event.type === 'ABORT') return ['nothing', 'fin', 'rst', 'state'];
  if (event.type !== 'SEGMENT ARRIVES') return ['nothing', 'again', 'rst', 'state', ...tells];
  const { flags, length } = event.segment;
  const opening = before.state === 'LISTEN' || before.state === 'SYN-SENT' || before.state === 'SYN-RECEIVED' || has(flags, SYN);
  return ['nothing', 'ack', 'rst', 'state', ...(opening ? ['syn-ack' as const] : []), ...(has(flags, FIN) ? ['fin' as const] : []), ...(length > 0 ? ['deliver' as const] : []), ...(before.snd.unsent > 0 ? ['data' as const] : []), ...(has(flags, RST) || has(flags, FIN) ? tells : [])];
}

/** The misconception that a deed shows which is not the host's. */
const MISTAKES: readonly { readonly id: string; readonly deed: Deed; readonly when: (moment: EndpointMoment, flags: Segment['flags']) => boolean }[] = [
  { id: 'syn-in-syn-sent-gets-ack', deed: 'ack', when: ({ because }) => because.includes('syn-sent.syn') },
  { id: 'rst-is-fast-fin', deed: 'ack', when: ({ effects }, flags) => has(flags, RST) && !effects.some(({ type }) => type === 'emit') },
  { id: 'fin-stops-both', deed: 'fin', when: ({ because }) => because.includes('other.fin') },
  { id: 'lost-third-ack-resets', deed: 'rst', when: ({ because }) => because.includes('other.ack.establishes') },
  { id: 'any-ack-leaves-fin-wait-1', deed: 'state', when: ({ before, after }) => before.state === 'FIN-WAIT-1' && after.state === 'FIN-WAIT-1' },
  { id: 'rst-is-fast-fin', deed: 'fin', when: ({ because }) => because.includes('abort.rst') },
];

/** Why the host sends no bare ACK. */
function noAck({ event, effects }: EndpointMoment): string {
  if (event.type === 'SEGMENT ARRIVES' && has(event.segment.flags, RST)) return 'not.ack.reset';
  if (effects.some((effect) => effect.type === 'emit' && has(effect.segment.flags, ACK))) return 'not.ack.rides';
  return event.type === 'SEGMENT ARRIVES' && segLen(event.segment) === 0 ? 'not.ack.bare' : 'not.ack';
}

function optionOf(deed: Deed, isDone: boolean, moment: EndpointMoment, trace: Trace): Option {
  const { event, host, before } = moment;
  const facts = { host: trace.scenario.hosts[host].name, state: before.state };
  const label = sentence(`${KEY}.does.${deed}`, facts);
  if (isDone) return { ...rightOption(deed, label), why: [explained(sentence(`${KEY}.why.does.${deed}`, facts))] };
  const mistake = event.type === 'SEGMENT ARRIVES' || event.type === 'ABORT' ? MISTAKES.find((one) => one.deed === deed && one.when(moment, event.type === 'ABORT' ? RST : event.segment.flags)) : undefined;
  const why = [explained(sentence(`${KEY}.why.${deed === 'ack' ? noAck(moment) : `not.${deed}`}`, facts))];
  return wrongOption({ value: deed, why, ...(mistake === undefined ? {} : { misconception: mistake.id }) }, label);
}

/** What does the host do? Everything that it does is to be chosen. */
export function outcomeField(moment: EndpointMoment, trace: Trace): ManyField {
  const done = doneAt(moment);
  const offered = plausible(moment);
  const shown = DEEDS.filter((deed) => done.has(deed) || offered.includes(deed));
  const told = outcomesOf(moment, trace).filter(({ kind }) => kind === 'sent' || kind === 'state' || kind === 'told' || kind === 'delivered');
  const host = trace.scenario.hosts[moment.host].name;
  return {
    type: 'many',
    id: 'does',
    label: sentence(`${KEY}.field.does`, { host }),
    options: shown.map((deed) => optionOf(deed, done.has(deed), moment, trace)),
    accepted: shown.filter((deed) => done.has(deed)),
    explanation: told.length > 0 ? told.map((it) => explained(it.sentence)) : [explained(sentence(`${KEY}.why.silent`, { host }))],
  };
}
