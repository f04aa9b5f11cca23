import { ACK, RST, has } from '../tcp/flags.ts';
import { initialWindow } from '../tcp/congestion.ts';
import { segLen } from '../tcp/segment.ts';
import { seq, seqAdd, seqDiff, seqLt, type Seq } from '../tcp/seq.ts';
import { closedTcb, type Tcb } from '../tcp/tcb.ts';
import { HOST_IDS, peerOf, type HostId } from '../simulation/scenario.ts';
import { advanced } from './aligned.ts';
import { isSyn, type Seen } from './course.ts';
import { envOf, withTcb, type Watch } from './watch.ts';

/** Window scaling that was agreed on before the capture is not known: the largest shift, so that nothing is taken for more than the window allows. */
const UNKNOWN_SHIFT = 14;

/** The first number that the host will use, as the capture shows it; null: it shows none. */
function firstNumber(all: readonly Seen[], host: HostId): Seq | null {
  const own = all.filter(({ from }) => from === host);
  const heard = all.find(({ from, segment }) => from !== host && has(segment.flags, ACK) && !has(segment.flags, RST));
  const first = own.find(({ segment }) => !has(segment.flags, RST));
  if (first !== undefined && (heard === undefined || first.index < heard.index)) return afterProbe(first, own);
  return heard?.segment.ack ?? own[0]?.segment.seq ?? null;
}

/** The number of a bare ACK, or the one after it where it is a keep-alive: those repeat the number before the next (RFC 9293 §3.8.4). */
function afterProbe(first: Seen, own: readonly Seen[]): Seq {
  const at = first.segment.seq;
  const after = seqAdd(at, 1);
  const next = own.find(({ segment }) => segment.seq !== at);
  return segLen(first.segment) === 0 && next?.segment.seq === after ? after : at;
}

/** How far the peer's first ACK may lie behind what the capture begins with, octets. */
const IN_FLIGHT = 0x0100_0000;

/** The first number that the peer still expects, where the capture begins with later ones. */
function expectedOf(all: readonly Seen[], host: HostId, nxt: Seq): Seq {
  const heard = all.find(({ from, segment }) => from !== host && has(segment.flags, ACK) && !has(segment.flags, RST))?.segment.ack;
  if (heard === undefined || !seqLt(heard, nxt) || seqDiff(nxt, heard) > IN_FLIGHT) return nxt;
  return heard;
}

function openTcb(all: readonly Seen[], host: HostId, watching: Watch): Tcb | null {
  const own = firstNumber(all, host);
  const first = firstNumber(all, peerOf(host)) ?? seq(0);
  if (own === null) return null;
  const other = expectedOf(all, peerOf(host), first);
  const una = expectedOf(all, host, own);
  const env = { ...envOf(watching, host), iss: own };
  const peers = all.filter(({ from }) => from !== host);
  const stamped = all.some(({ segment }) => segment.options.ts !== undefined);
  const heard = peers[0]?.segment;
  const buffer = 65_535 * 2 ** UNKNOWN_SHIFT;
  const mss = watching.settings[host].setup.mss;
  const closed = closedTcb(buffer);
  const open: Tcb = {
    ...closed,
    state: 'ESTABLISHED',
    opened: host === 'A' ? 'active' : 'passive',
    iss: seqAdd(una, -1),
    irs: seqAdd(other, -1),
    snd: { ...closed.snd, una, nxt: una, wnd: buffer, maxWnd: buffer, wl1: seqAdd(other, -1), wl2: una, mss, shift: UNKNOWN_SHIFT },
    rcv: { ...closed.rcv, nxt: other, wnd: buffer, buffer, shift: UNKNOWN_SHIFT },
    agreed: {
      ...closed.agreed,
      scaled: true,
      sack: all.some(({ segment }) => segment.options.sack !== undefined),
      ts: stamped ? { recent: heard?.options.ts?.val ?? 0, recentAt: watching.now, lastAckSent: other } : null,
    },
    congestion: { ...closed.congestion, cwnd: initialWindow(mss, false, env) },
  };
  return advanced(open, own, false, watching.now, watching.profiles[host]);
}

/** Whether the capture begins inside the connection: data flows, or is acknowledged, and no SYN that was answered is there. */
export function isMiddle(all: readonly Seen[]): boolean {
  const flows = all.filter((seen) => !isSyn(seen) && !has(seen.segment.flags, RST));
  if (!all.some(isSyn)) return true;
  const syns = all.filter(isSyn);
  return flows.length > 0 && !syns.some((syn) => all.some(({ from, segment }) => from !== syn.from && has(segment.flags, ACK) && (segment.ack === syn.end || segment.ack === seqAdd(syn.segment.seq, 1)))) && !syns.some(({ segment }) => has(segment.flags, ACK));
}

/** The observation of a conversation that began before the capture: both ends are taken to be ESTABLISHED until they show otherwise. */
export function inTheMiddle(watching: Watch, all: readonly Seen[]): Watch {
  if (!isMiddle(all)) return watching;
  for (const host of HOST_IDS) {
    const tcb = openTcb(all, host, watching);
    if (tcb === null) continue;
    watching.hosts[host] = withTcb(watching.hosts[host], tcb);
    watching.unknown.add(host);
  }
  return watching;
}
