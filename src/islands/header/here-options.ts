import { sentence, type Sentence } from '../../narration/sentence.ts';
import type { Flight } from '../../simulation/trace.ts';
import { ACK, has } from '../../tcp/flags.ts';
import { seqAdd, seqLt } from '../../tcp/seq.ts';
import type { OptionField } from '../../wire/option-fields.ts';

function sackHere({ part, value }: OptionField, { segment }: Flight, params: Sentence['params']): Sentence {
  const block = segment.options.sack?.find((one) => one[part === 'right' ? 'right' : 'left'] === value);
  if (block === undefined) return sentence('lab.header.here.forged', params);
  const key = seqLt(block.left, segment.ack) ? 'lab.header.here.sack.twice' : 'lab.header.here.sack';
  return sentence(key, { ...params, left: block.left, last: seqAdd(block.right, -1), ack: segment.ack });
}

function lengthHere({ option, value }: OptionField, params: Sentence['params']): Sentence {
  return sentence(option === 'fastOpen' && value === 2 ? 'lab.header.here.length.asks' : 'lab.header.here.length', { ...params, value });
}

/** Why this part of an option is what it is. */
export function optionHere(field: OptionField, flight: Flight, params: Sentence['params']): Sentence {
  const { part, option, value } = field;
  const { flags, options } = flight.segment;
  switch (part) {
    case 'kind':
      return option === 'nop' || option === 'eol' ? sentence(`lab.header.here.${option}`) : sentence('lab.header.here.kind', { value });
    case 'length':
      return lengthHere(field, params);
    case 'mss':
      return sentence('lab.header.here.mss', { ...params, value });
    case 'shift':
      return sentence('lab.header.here.shift', { ...params, value, unit: 2 ** value });
    case 'val':
      return sentence('lab.header.here.val', { ...params, value });
    case 'ecr':
      return sentence(has(flags, ACK) ? 'lab.header.here.ecr' : 'lab.header.here.ecr.none', params);
    case 'left':
    case 'right':
      return sackHere(field, flight, params);
    case 'cookie':
      return sentence(has(flags, ACK) ? 'lab.header.here.cookie.given' : 'lab.header.here.cookie.shown', { ...params, cookie: options.fastOpen ?? '' });
  }
}
