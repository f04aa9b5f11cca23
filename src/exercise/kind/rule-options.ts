import { factsOf } from '../../narration/facts.ts';
import { reasonsOf } from '../../narration/reason.ts';
import { sentence, type Sentence } from '../../narration/sentence.ts';
import type { EndpointMoment, Trace } from '../../simulation/trace.ts';
import type { ChoiceField, Explained } from '../field.ts';
import { explained, rightOption, wrongOption, type Wrong } from '../option.ts';
import { shuffled, type Random } from '../random.ts';
import { CONDITIONS, type Condition } from './rule-conditions.ts';
import { arrivedWith, couldHold, notFiredAt, type Decided, type NotFired } from './rule-moments.ts';

const KEY = 'exercise.rule';
const WRONG = 3;

/** What leads a learner to a rule that does not apply. */
const MISTAKES: readonly { readonly id: string; readonly rule: string; readonly when: (moment: EndpointMoment) => boolean }[] = [
  { id: 'any-ack-leaves-fin-wait-1', rule: 'other.ack.fin-wait-1', when: ({ before }) => before.state === 'FIN-WAIT-1' },
  { id: 'fin-wait-2-to-closing', rule: 'other.ack.closing', when: ({ before, because }) => before.state === 'FIN-WAIT-2' && because.includes('other.fin') },
  { id: 'rst-is-fast-fin', rule: 'other.fin', when: (moment) => arrivedWith(moment).rst },
];

function labelOf(rule: string, { host }: EndpointMoment, trace: Trace): Sentence {
  const { hosts } = trace.scenario;
  return sentence(`${KEY}.when.${rule}`, { host: hosts[host].name, peer: hosts[host === 'A' ? 'B' : 'A'].name });
}

/** Which part of the condition fails first: the state, a control bit, or what it compares. */
function failing({ states, bit, looks }: Condition, moment: EndpointMoment): string {
  if (states?.includes(moment.before.state) === false) return 'state';
  if (bit !== undefined && !couldHold({ event: 'SEGMENT ARRIVES', looks, bit }, moment)) return 'bits';
  if (looks === 'kept') return moment.before.rcv.beyond.length === 0 ? 'kept' : 'seq';
  return looks === 'ack' && !arrivedWith(moment).ack ? 'bits' : looks;
}

function whyNot(condition: Condition, moment: EndpointMoment, trace: Trace): readonly Explained[] {
  return [explained(sentence(`${KEY}.why.${failing(condition, moment)}`, { ...factsOf(moment, trace), timer: 'retransmission', after: sinceFirst(moment) }))];
}

/** How long ago the host sent first what it still waits to have acknowledged, ms. */
export function sinceFirst({ before, at }: EndpointMoment): number {
  return at - (before.queue[0]?.firstSentAt ?? at);
}

/** Rules that a learner may take for the one that applies come first: by a misconception, then by state and control bits. */
function likeliest(rules: readonly NotFired[], moment: EndpointMoment, random: Random): readonly NotFired[] {
  const isMistake = ({ rule }: NotFired) => MISTAKES.some((mistake) => mistake.rule === rule && mistake.when(moment));
  const rank = (of: NotFired) => (isMistake(of) ? 0 : couldHold(of.condition, moment) ? 1 : 2);
  return [...shuffled(rules, random)].sort((a, b) => rank(a) - rank(b)).slice(0, WRONG);
}

function wrong({ rule, condition }: NotFired, moment: EndpointMoment, trace: Trace): Wrong {
  const mistake = MISTAKES.find((one) => one.rule === rule && one.when(moment));
  return { value: rule, why: whyNot(condition, moment, trace), ...(mistake === undefined ? {} : { misconception: mistake.id }) };
}

/** Which rule applies? What has fired is right, also where several have; the others are rules for the same event whose conditions do not hold. Null where there are too few. */
export function ruleField(decided: Decided, trace: Trace, random: Random): ChoiceField | null {
  const { moment, fired } = decided;
  const others = likeliest(notFiredAt(decided, trace), moment, random);
  if (others.length < 2) return null;
  const right = fired.map((rule) => rightOption(rule, labelOf(rule, moment, trace)));
  const options = others.map((one) => wrongOption(wrong(one, moment, trace), labelOf(one.rule, moment, trace)));
  return {
    type: 'choice',
    id: 'rule',
    label: sentence(`${KEY}.field.rule`),
    options: shuffled([...right, ...options], random),
    accepted: fired,
    explanation: reasonsOf(moment, trace).filter(({ rule }) => rule in CONDITIONS),
  };
}
