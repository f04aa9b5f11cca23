import type { EndpointMoment, Trace } from '../src/simulation/trace.ts';
import { HOST_IDS, peerOf, type HostId } from '../src/simulation/scenario.ts';
import type { Signal } from '../src/tcp/effect.ts';
import { seqDiff } from '../src/tcp/seq.ts';
import type { State } from '../src/tcp/state.ts';
import type { Tcb } from '../src/tcp/tcb.ts';

/** What one user handed over in one life of an endpoint, what of the peer's came back, and how it ended. */
export interface Account {
  readonly host: HostId;
  readonly connection: number;
  readonly iss: number;
  /** The peer's ISS; null: no SYN came. */
  irs: number | null;
  /** Octets that the user handed over and that TCP took. */
  accepted: number;
  /** Octets of the peer that TCP took, all in order. */
  received: number;
  /** Octets of these that the user was handed, all in order. */
  delivered: number;
  /** Whether the user takes what comes as it comes. */
  reading: boolean;
  /** The state at the end of the run, or before it became CLOSED or LISTEN. */
  last: State;
  readonly told: Set<Signal>;
  /** The ids of all rules that fired. */
  readonly because: Set<string>;
}

const FIN_CAME: readonly State[] = ['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'];

/** Octets that the user has handed over so far. */
function acceptedBy({ iss, snd }: Tcb): number {
  return seqDiff(snd.nxt, iss) - 1 - (snd.fin === 'sent' ? 1 : 0) + snd.unsent;
}

/** Octets of the peer that TCP has taken so far. */
function receivedBy({ state, irs, rcv }: Tcb): number {
  return seqDiff(rcv.nxt, irs) - 1 - (FIN_CAME.includes(state) ? 1 : 0);
}

function alive({ state }: Tcb): boolean {
  return state !== 'CLOSED' && state !== 'LISTEN';
}

function opened(host: HostId, connection: number, tcb: Tcb): Account {
  return { host, connection, iss: tcb.iss, irs: null, accepted: 0, received: 0, delivered: 0, reading: tcb.rcv.reading, last: tcb.state, told: new Set(), because: new Set() };
}

function look(account: Account, tcb: Tcb): void {
  account.last = tcb.state;
  account.reading = tcb.rcv.reading;
  account.accepted = acceptedBy(tcb);
  if (tcb.state === 'SYN-SENT') return;
  account.irs = tcb.irs;
  account.received = receivedBy(tcb);
}

function hear(account: Account, { because, effects, before, after }: EndpointMoment): void {
  for (const rule of because) account.because.add(rule);
  for (const effect of effects) {
    if (effect.type === 'tell') account.told.add(effect.signal);
    if (effect.type !== 'deliver') continue;
    const at = seqDiff(effect.seq, (alive(after) ? after : before).irs) - 1;
    if (at !== account.delivered) throw new Error(`${account.host} was handed octet ${at} where ${account.delivered} was due`);
    account.delivered += effect.length;
  }
}

/** The account of every life of every endpoint of a run; throws where octets are not handed over in order, or twice. */
export function accountsOf(trace: Trace): readonly Account[] {
  const over: Account[] = [];
  const open = new Map<string, Account>();
  const end = (key: string, account: Account): void => {
    over.push(account);
    open.delete(key);
  };
  const follow = (moment: EndpointMoment, connection: number): void => {
    const { host, after } = moment;
    const key = `${host} ${connection}`;
    const known = open.get(key);
    const goesOn = known !== undefined && alive(after) && after.iss === known.iss;
    if (known !== undefined && !goesOn) {
      hear(known, moment);
      end(key, known);
    }
    if (!alive(after)) return;
    const account = goesOn ? known : opened(host, connection, after);
    open.set(key, account);
    look(account, after);
    hear(account, moment);
  };

  trace.connections.forEach(({ start }, connection) => {
    for (const host of HOST_IDS) {
      if (!alive(start[host])) continue;
      const account = opened(host, connection, start[host]);
      look(account, start[host]);
      open.set(`${host} ${connection}`, account);
    }
  });
  for (const moment of trace.moments) {
    if (moment.kind === 'endpoint' && moment.connection !== null) follow(moment, moment.connection);
    if (moment.kind === 'crash') for (const [key, account] of open) if (account.host === moment.host) end(key, account);
  }
  return [...over, ...open.values()];
}

/** The other end of an account: the peer's life that knows this one's ISS, and that this one knows, if it knows any. */
export function otherEnd({ host, connection, iss, irs }: Account, all: readonly Account[]): Account | undefined {
  return all.find((other) => other.host === peerOf(host) && other.connection === connection && other.irs === iss && (irs === null || irs === other.iss));
}
