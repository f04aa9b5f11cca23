import { sentence, type Sentence } from '../../narration/sentence.ts';
import { ADDRESSES } from '../../simulation/connections.ts';
import { peerOf, type HostId } from '../../simulation/scenario.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import { ACK, RST, SYN, URG, has } from '../../tcp/flags.ts';
import { segLen } from '../../tcp/segment.ts';
import { seqAdd } from '../../tcp/seq.ts';
import type { FieldId } from '../../wire/header-fields.ts';
import type { FieldOnWire, FixedField } from '../../wire/tcp-header.ts';
import { ackHere, seqHere } from './here-numbers.ts';
import { optionHere } from './here-options.ts';
import { senderOf, type Sender } from './sender.ts';

const say = (key: string, params: Sentence['params'] = {}) => sentence(`lab.header.here.${key}`, params);

/** The port of a host: it opened the connection from it, or was called there. */
function portHere(host: HostId, { connection }: Flight, { connections, scenario }: Trace): Sentence {
  const { ports, name } = connections[connection] ?? {};
  const opener = ports?.[host] === name ? host : peerOf(host);
  const named = { host: scenario.hosts[opener].name, peer: scenario.hosts[peerOf(opener)].name, port: ports?.[host] ?? 0 };
  return say(opener === host ? 'port.from' : 'port.to', named);
}

function flagHere(id: FieldId, { segment }: Flight, params: Sentence['params']): Sentence {
  const { flags, seq, ack, up } = segment;
  const onSyn = has(flags, SYN);
  if ((id === 'ece' || id === 'cwr') && onSyn) return say(has(flags, ACK) ? 'ecn.agreed' : 'ecn.offered', params);
  return say(id, { ...params, seq, ack, up, fin: seqAdd(seq, segLen(segment) - 1) });
}

function windowHere({ segment }: Flight, { tcb }: Sender, params: Sentence['params']): Sentence {
  const { flags, wnd, ack } = segment;
  const { shift } = tcb.rcv;
  if (has(flags, RST)) return say('window.rst');
  if (wnd === 0) return say('window.zero', params);
  if (has(flags, SYN)) return say('window.syn', { ...params, wnd });
  const octets = wnd << shift;
  return say(shift > 0 ? 'window.scaled' : 'window', { ...params, wnd, shift, octets, ack, last: seqAdd(ack, octets - 1) });
}

/** What a sender's own state decides; the others follow from the segment alone. */
function decidedHere(id: FieldId, flight: Flight, trace: Trace, params: Sentence['params']): Sentence {
  const sender = senderOf(trace, flight);
  if (sender === null) return say('forged');
  if (id === 'seq') return seqHere(flight, sender, params);
  return id === 'ack-number' ? ackHere(flight, sender, params) : windowHere(flight, sender, params);
}

/** Of a control bit that is set. */
function setHere(id: FieldId, flight: Flight, trace: Trace, params: Sentence['params']): Sentence {
  return senderOf(trace, flight) === null ? say('forged') : flagHere(id, flight, params);
}

function fixedHere({ id, value }: FixedField, flight: Flight, trace: Trace, params: Sentence['params']): Sentence {
  const { segment, from, to } = flight;
  switch (id) {
    case 'source-port':
      return portHere(from, flight, trace);
    case 'destination-port':
      return portHere(to, flight, trace);
    case 'seq':
    case 'ack-number':
    case 'window':
      return decidedHere(id, flight, trace, params);
    case 'data-offset':
      return say(value === 5 ? 'data-offset.plain' : 'data-offset', { words: value, octets: value * 4, more: value - 5 });
    case 'reserved':
      return say('reserved');
    case 'checksum':
      return say('checksum', { source: ADDRESSES[from], destination: ADDRESSES[to], length: segment.length });
    case 'urgent-pointer':
      return say(has(segment.flags, URG) ? 'urgent-pointer' : 'urgent-pointer.unset', { seq: segment.seq, up: segment.up, end: seqAdd(segment.seq, segment.up) });
    default:
      return value === 0 ? say('unset') : setHere(id, flight, trace, params);
  }
}

/** Why a field of a flight's header has the value that it has. */
export function here(field: FieldOnWire, flight: Flight, trace: Trace): Sentence {
  const { hosts } = trace.scenario;
  const params = { from: hosts[flight.from].name, to: hosts[flight.to].name };
  return field.option === null ? fixedHere(field, flight, trace, params) : optionHere(field, flight, params);
}
