import { ACK, RST, SYN, flagsOf } from '../../tcp/flags.ts';
import { PROFILES } from '../../tcp/profiles.ts';
import type { Profile } from '../../tcp/profile.ts';
import { segmentOf, type Segment } from '../../tcp/segment.ts';
import { seq } from '../../tcp/seq.ts';
import { closedTcb } from '../../tcp/tcb.ts';
import { arrive } from './arrive.ts';
import type { HostEnv } from './host-env.ts';
import { newHost, type Host, type Socket } from './host.ts';
import { listen } from './listener.ts';
import type { Reaction } from './reaction.ts';

/** Test data: a server with a listener on port 443, and clients that come to it from ports of one address. */

/** What an event at the server may know: ISS 300, then in steps of 64000. */
export function env(profile: Profile = PROFILES.rfc9293, now = 0): HostEnv {
  return { now, profile, issRule: { type: 'list', numbers: [300] }, mss: 1460, delayedAck: 0, keepAlive: null, userTimeout: null, sendBuffer: null, fastOpen: null };
}

/** The client that comes from this port. */
export function client(port: number): Socket {
  return { address: '192.0.2.1', port };
}

/** A SYN, the ACK of a SYN,ACK with SEQ=`iss`, and a RST, of a client whose ISS is 100. */
export const syn = segmentOf({ flags: SYN, seq: seq(100), wnd: 4096 });
export const ack = (iss: number): Segment => segmentOf({ flags: ACK, seq: seq(101), ack: seq(iss + 1), wnd: 4096 });
export const rst = segmentOf({ flags: RST, seq: seq(101) });
export const strayAck = segmentOf({ flags: flagsOf(ACK), seq: seq(7), ack: seq(9) });

/** A server that listens on port 443. */
export function server(backlog: number, profile?: Profile): Host {
  return listen(newHost('198.51.100.1'), 443, backlog, closedTcb(65_535), env(profile)).host;
}

/** A segment comes to port 443 of the host. */
export function comes(host: Host, from: number, segment: Segment, profile?: Profile, now = 0): Reaction {
  return arrive(host, { local: 443, remote: client(from), segment }, env(profile, now));
}

/** The state of each connection of the host, with its stage. */
export function standing({ connections }: Host): readonly string[] {
  return connections.map(({ remote, tcb, stage }) => `${String(remote.port)} ${tcb.state} ${stage}`);
}
