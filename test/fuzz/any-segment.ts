import { ACK, FIN, PSH, RST, SYN, URG, flagsOf, type Flags } from '../../src/tcp/flags.ts';
import { NO_OPTIONS, type Options, type SackBlock } from '../../src/tcp/option.ts';
import { segmentOf, type Segment } from '../../src/tcp/segment.ts';
import { seq, seqAdd, type Seq } from '../../src/tcp/seq.ts';
import type { Tcb } from '../../src/tcp/tcb.ts';
import type { Chance } from './chance.ts';

const USUAL: readonly [Flags, ...Flags[]] = [ACK, ACK, ACK, flagsOf(ACK, PSH), flagsOf(ACK, FIN), flagsOf(ACK, FIN, PSH), flagsOf(ACK, URG), SYN, flagsOf(SYN, ACK), RST, flagsOf(RST, ACK), FIN, flagsOf(SYN, FIN)];

/** A number at, just beside, or nowhere near one of the numbers that matter. */
function near(numbers: readonly [Seq, ...Seq[]], by: Chance): Seq {
  if (by.oneIn(16)) return seq(by.word());
  const at = by.of(numbers);
  return by.oneIn(3) ? seqAdd(at, by.upTo(9) - 4) : at;
}

function blocks({ snd }: Tcb, by: Chance): readonly SackBlock[] {
  const at = () => near([snd.una, seqAdd(snd.una, snd.mss), seqAdd(snd.una, 2 * snd.mss), snd.nxt], by);
  return Array.from({ length: 1 + by.upTo(4) }, () => ({ left: at(), right: at() }));
}

function options(tcb: Tcb, now: number, by: Chance): Options {
  const { ts } = tcb.agreed;
  const stamped = ts === null ? by.oneIn(8) : !by.oneIn(16);
  if (!stamped && !by.oneIn(4)) return NO_OPTIONS;
  const clock = seq(ts === null ? now : ts.recent);
  return {
    ...(stamped ? { ts: { val: near([clock, seqAdd(clock, 100)], by), ecr: near([seq(now), seq(now - 50), seq(0)], by) } } : {}),
    ...(by.oneIn(4) ? { mss: by.of([0, 1, 12, 13, 536, 1460, 65_535, by.upTo(65_536)]) } : {}),
    ...(by.oneIn(4) ? { wscale: by.of([0, 7, 14, 15, 255]) } : {}),
    ...(by.oneIn(4) ? { sackPermitted: true } : {}),
    ...(by.oneIn(8) ? { fastOpen: by.oneIn(2) ? '' : 'c0de' } : {}),
    ...(by.oneIn(4) ? { sack: blocks(tcb, by) } : {}),
  };
}

/** Any segment, with any flags, numbers, lengths and options, many of them near what the endpoint may take. */
export function anySegment(tcb: Tcb, now: number, by: Chance): Segment {
  const { snd, rcv, iss, irs } = tcb;
  const beyond = rcv.beyond[0]?.seq ?? seqAdd(rcv.nxt, 1000);
  return segmentOf({
    flags: by.oneIn(4) ? (by.upTo(256) as Flags) : by.of(USUAL),
    seq: near([rcv.nxt, rcv.nxt, rcv.nxt, seqAdd(rcv.nxt, -1), seqAdd(rcv.nxt, rcv.wnd), beyond, irs, seqAdd(rcv.nxt, 100)], by),
    ack: near([snd.nxt, snd.nxt, snd.una, seqAdd(snd.una, 1), seqAdd(snd.una, snd.mss), seqAdd(snd.nxt, -1), seqAdd(snd.una, -snd.maxWnd), iss], by),
    length: by.of([0, 0, 0, 1, 2, 100, snd.mss, rcv.wnd, by.upTo(65_496)]),
    wnd: by.of([0, 1, 100, 4000, 65_535, by.upTo(65_536)]),
    up: by.of([0, 1, 2, 65_535, by.upTo(65_536)]),
    options: options(tcb, now, by),
    ecn: by.oneIn(4) ? 'CE' : 'not-ECT',
  });
}
