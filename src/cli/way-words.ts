import type { UserCall } from '../tcp/event.ts';
import { ACK, flagNames, has } from '../tcp/flags.ts';
import type { Segment } from '../tcp/segment.ts';
import type { Happening, Way } from '../simulation/exploration/exploration.ts';

function segmentWords({ flags, seq, ack, length }: Segment): string {
  const fields = [flagNames(flags).join() || 'none', `SEQ ${seq}`, ...(has(flags, ACK) ? [`ACK ${ack}`] : []), ...(length > 0 ? [`LEN ${length}`] : [])];
  return fields.join(' ');
}

function callWords(call: UserCall): string {
  switch (call.type) {
    case 'OPEN':
      return call.mode === 'active' ? 'connects' : 'listens';
    case 'SEND':
      return `sends ${call.length}`;
    case 'RECEIVE':
      return `reads ${call.length}`;
    case 'READING':
      return call.reading ? 'reads on' : 'stops reading';
    case 'CLOSE':
      return call.both === true ? 'closes both ways' : 'closes';
    case 'ABORT':
      return 'aborts';
    case 'STATUS':
      return 'asks for status';
  }
}

function happeningWords({ host, event }: Happening): string {
  switch (event.type) {
    case 'SEGMENT ARRIVES':
      return `${host} receives ${segmentWords(event.segment)}`;
    case 'LOST':
      return `${segmentWords(event.segment)} is lost on its way to ${host}`;
    case 'COPIED':
      return `${segmentWords(event.segment)} is duplicated on its way to ${host}`;
    case 'RETRANSMISSION TIMEOUT':
    case 'TIME-WAIT TIMEOUT':
    case 'DELAYED ACK TIMEOUT':
    case 'PERSIST TIMEOUT':
    case 'KEEP-ALIVE TIMEOUT':
    case 'USER TIMEOUT':
      return `${host}: ${event.type}`;
    default:
      return `${host} ${callWords(event)}`;
  }
}

/** A way in words, in the spelling of the notation: `B receives SYN SEQ 100; A closes`. */
export function wayWords(way: Way): string {
  return way.length === 0 ? 'the start' : way.map(happeningWords).join('; ');
}
