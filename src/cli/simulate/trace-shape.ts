import { z } from 'astro/zod';
import { STATES } from '../../tcp/state.ts';

const number = z.int().min(0).max(0xffff_ffff);
const octets = z.int().min(0);
/** Below 0 only in what is inferred from a capture: a segment left its sender before it was captured. */
const ms = z.number();
const place = z.int().min(0);
const host = z.string().describe('The name of a host, as `hosts` has it.');
const perHost = <Of extends z.ZodType>(of: Of) => z.record(z.string(), of);
const state = z.enum(STATES);

const block = z.strictObject({ left: number, right: number }).describe('From `left` to before `right`.');

const options = z
  .strictObject({
    mss: z.int().optional(),
    wscale: z.int().optional().describe('The shift of the window scale option.'),
    sackPermitted: z.literal(true).optional(),
    sack: z.array(block).optional(),
    ts: z.strictObject({ val: z.number(), ecr: z.number() }).optional(),
    fastOpen: z.string().optional().describe('The cookie as hexadecimal digits; empty where one is asked for.'),
  })
  .describe('The options of the segment; an absent key is an absent option.');

const segment = z.strictObject({
  id: place.describe('Its place in `segments`.'),
  connection: place.describe('Its place in `connections`.'),
  from: host,
  to: host,
  flags: z.array(z.string()).describe('The control bits that are set.'),
  seq: number,
  ack: number.nullable().describe('Null where the ACK bit is off.'),
  length: octets.describe('Octets of data.'),
  window: octets.describe('The window field as sent, unscaled.'),
  urgent: octets.nullable().describe('The urgent pointer; null where the URG bit is off.'),
  ecn: z.enum(['not-ECT', 'ECT', 'CE']).describe('What the IP header says of congestion when the run ends.'),
  options,
  origin: z.enum(['sent', 'copy', 'injected']).describe('Sent by the host, a copy that the network made, or injected by somebody else.'),
  copyOf: place.nullable().describe('Of a copy: the segment that it copies.'),
  transmission: z.int().min(1).describe('1 for the first transmission, 2 for the first retransmission, and so on.'),
  sentAt: ms,
  arrivesAt: ms.nullable().describe('When it arrives, or would; null where it is lost or held.'),
  fate: z.enum(['delivered', 'lost', 'held', 'in flight']).describe('What has become of it when the run ends.'),
});

const tcb = z
  .strictObject({
    state,
    iss: number,
    irs: number,
    snd: z.strictObject({ una: number, nxt: number, wnd: octets, wl1: number, wl2: number, up: number.nullable() }),
    rcv: z.strictObject({ nxt: number, wnd: octets, up: number.nullable() }),
    unsent: octets.describe('Octets that the user has handed over and that were not sent yet.'),
    unread: octets.describe('Octets received in order that the user has not read yet.'),
    cwnd: octets,
    ssthresh: octets,
    rto: ms.describe('The retransmission timeout, back-off included, ms.'),
    timers: z.record(z.string(), ms.nullable()).describe('When each timer expires, ms of simulated time; null where it does not run.'),
  })
  .describe('What an endpoint knows of its connection: the variables of RFC 9293 §3.3.1, of congestion control and of the timers.');

const rule = z.strictObject({ rule: z.string().describe('Its id, as the page “How faithful is this?” lists it.'), cite: z.string().describe('The clause that it comes from.') });

const outcome = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('state'), from: state, to: state }),
  z.strictObject({ type: z.literal('sent'), segment: place }),
  z.strictObject({ type: z.literal('timer'), timer: z.string(), at: ms.nullable().describe('When it will expire; null: it is stopped.') }),
  z.strictObject({ type: z.literal('delivered'), seq: number, length: octets }),
  z.strictObject({ type: z.literal('told'), signal: z.string() }),
  z.strictObject({ type: z.literal('iss'), iss: number }).describe('It has chosen its initial sequence number.'),
]);

const endpointMoment = z.strictObject({
  kind: z.literal('endpoint'),
  at: ms,
  host,
  connection: place.nullable().describe('Null: a listener whose port no connection has.'),
  event: z.string().describe('The user call, SEGMENT ARRIVES or the timeout that the endpoint dealt with (RFC 9293 §3.10).'),
  length: octets.nullable().describe('Of SEND and RECEIVE: octets.'),
  segment: place.nullable().describe('The segment that arrived.'),
  because: z.array(rule).describe('The rules that fired, in order.'),
  outcomes: z.array(outcome).describe('What came of it, in order.'),
  before: state,
  after: tcb,
});

const wireMoment = z.strictObject({ kind: z.enum(['lost', 'copied', 'held', 'released', 'injected', 'marked']), at: ms, segment: place });

const crashMoment = z.strictObject({ kind: z.literal('crash'), at: ms, host });

/** What `handshake simulate --format json` prints. Within a version nothing is taken away and nothing changes its meaning. */
export const traceShape = z
  .strictObject({
    format: z.literal('handshake-trace'),
    version: z.literal(1),
    scenario: z.string().describe('What was run, in the notation.'),
    profile: z.string().describe('Whose habits the hosts have.'),
    hosts: z.array(z.string()).length(2).describe('Their names, left to right.'),
    connections: z.array(z.strictObject({ ports: perHost(z.int()), start: perHost(tcb), end: perHost(tcb) })),
    segments: z.array(segment).describe('Each segment that was on the wire, in the order in which they left.'),
    moments: z.array(z.discriminatedUnion('kind', [endpointMoment, wireMoment, crashMoment])).describe('All that happened, in order.'),
    ended: z.enum(['quiet', 'stopped', 'bounded']).describe('Nothing more could happen, the scenario said stop, or there was no end in sight.'),
    endedAt: ms,
    told: perHost(z.array(z.string())).describe('What each user was told, in order.'),
    received: perHost(octets).describe('Octets delivered to each user.'),
  })
  .describe('A run of two TCP endpoints. Times are ms of simulated time, sequence numbers 0 to 4294967295.');

/** A run as `handshake simulate --format json` prints it. */
export type TraceJson = z.infer<typeof traceShape>;
