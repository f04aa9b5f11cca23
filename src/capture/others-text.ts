import { say } from '../narration/say.ts';
import type { Words } from '../narration/sentence.ts';
import type { OtherFrame } from '../wire/packet/decoded.ts';
import type { OtherCount } from './others.ts';
import { said, type Said } from './said.ts';

/** How many kinds of other frames are named. */
const NAMED = 6;

/** Protocols that have a name, by their numbers in IP (IANA's list of protocol numbers). */
const IP_PROTOCOLS: Readonly<Record<number, string>> = { 1: 'ICMP', 2: 'IGMP', 17: 'UDP', 41: 'IPv6', 47: 'GRE', 50: 'ESP', 51: 'AH', 58: 'ICMPv6', 89: 'OSPF', 132: 'SCTP' };

/** EtherTypes that have a name (IANA's list of IEEE 802 numbers). */
const ETHER_TYPES: Readonly<Record<number, string>> = { 0x0806: 'ARP', 0x8100: 'VLAN', 0x8847: 'MPLS', 0x8863: 'PPPoE', 0x8864: 'PPPoE', 0x888e: '802.1X', 0x88cc: 'LLDP' };

/** What there is in a capture beside TCP segments, as a sentence; `count` writes a number. Empty where there is nothing else. */
export function othersText(others: readonly OtherCount[], words: Words, count: (n: number) => string): string {
  const all = others.reduce((sum, { count: n }) => sum + n, 0);
  if (all === 0) return '';
  const named = others.slice(0, NAMED).map(({ other, count: n }) => `${otherText(other, words)} (${count(n)})`);
  return say(said('capture.others', { count: count(all), list: [...named, ...(others.length > NAMED ? ['…'] : [])].join(', ') }), words);
}

function otherText(other: OtherFrame, words: Words): string {
  const tell = (key: string, params?: Said['params']) => say(said(`capture.other.${key}`, params), words);
  switch (other.what) {
    case 'link type':
      return tell('link-type', { number: other.linkType });
    case 'not IP':
      return ETHER_TYPES[other.protocol] ?? tell('not-ip', { number: `0x${other.protocol.toString(16).padStart(4, '0')}` });
    case 'not TCP':
      return IP_PROTOCOLS[other.protocol] ?? tell('not-tcp', { number: other.protocol });
    case 'fragment':
      return tell('fragment');
    case 'cut':
      return tell('cut');
    case 'malformed':
      return tell('malformed');
  }
}
