import { layoutOptions, type Placed } from '../tcp/option-layout.ts';
import { PROFILES } from '../tcp/profiles.ts';
import { ADDRESSES } from '../simulation/connections.ts';
import type { HostId } from '../simulation/scenario.ts';
import type { Flight, Trace } from '../simulation/trace.ts';
import { octetsOfAddress } from './packet/address.ts';
import { tcpHeader, type Envelope, type Header } from './tcp-header.ts';

/** The options of a flight in their order, laid out as the trace's profile does it, as BSD systems do where that is RFC 9293 alone. */
function optionsOf({ scenario: { profile } }: Trace, { segment: { options } }: Flight): readonly Placed[] {
  return layoutOptions(options, PROFILES[profile].optionLayout, profile === 'linux' ? 'linux' : 'bsd');
}

/** What is around a flight's segment where its hosts have these addresses. */
export function envelopeOf(trace: Trace, flight: Flight, addresses: Readonly<Record<HostId, string>>): Envelope {
  const { from, to, connection } = flight;
  const { ports } = trace.connections[connection] ?? {};
  return {
    source: ports?.[from] ?? 0,
    destination: ports?.[to] ?? 0,
    from: octetsOfAddress(addresses[from]),
    to: octetsOfAddress(addresses[to]),
    options: optionsOf(trace, flight),
  };
}

/** The header of a flight between the hosts' documentation addresses. */
export function header(trace: Trace, flight: Flight): Header {
  return tcpHeader(flight.segment, envelopeOf(trace, flight, ADDRESSES));
}
