import * as v from 'valibot';

/** Which side of the wire something is on: A opens the connection, where one of the two does. */
export type Side = 'A' | 'B';

const side = v.picklist(['A', 'B']);
const seconds = v.number();
const octets = v.pipe(v.number(), v.integer(), v.minValue(0));
const number32 = v.pipe(octets, v.maxValue(0xffffffff));
const port = v.pipe(octets, v.maxValue(0xffff));
const text = v.optional(v.string(), '');
const either = v.union([v.string(), v.number()]);
const setting = v.record(v.string(), either);

const recorded = v.object({
  n: v.optional(v.number(), 0),
  /** When it left. */
  t: seconds,
  dir: v.picklist(['A>B', 'B>A']),
  /** The names of its control bits, separated by commas; `(none)` or nothing where none is set. */
  flags: v.string(),
  seq: number32,
  /** As the header has it; 0 where the bit ACK is off. */
  ack: number32,
  relSeq: v.optional(v.number(), 0),
  relAck: v.nullish(v.number(), null),
  len: octets,
  win: port,
  /** As `mss=1460,sackOK,ts,nop,ws=7`; empty where there are none. */
  opts: text,
  /** `delivered`, `lost`, `duplicated`, `held` …; `injected`: no host has sent it. When it arrived says the rest. */
  fate: text,
  /** When it arrived, as often as it did. */
  tRecv: v.array(seconds),
  /** Both ends, as `10.9.0.1:50001>10.9.0.2:8055`; absent: those of `hosts`. */
  flow: v.optional(v.string()),
  urgPtr: v.optional(port),
});

const call = v.object({
  /** When it was made. */
  t: seconds,
  host: side,
  /** Which program or socket of the host made it. */
  app: text,
  call: v.string(),
  result: v.pipe(v.nullish(either, ''), v.transform(String)),
  /** How long it took to return; 0 also where it never did. */
  tookSec: v.pipe(v.nullish(seconds, 0), v.transform((took) => took)),
});

/** What was done at neither host, as to the wire between them, is no call: the faults and the ladder tell it. */
const calls = v.pipe(
  v.array(v.looseObject({ host: v.optional(v.string()) })),
  v.transform((all) => all.filter((one) => one.host === undefined || v.is(side, one.host))),
  v.array(call),
);

const fault = v.looseObject({ t: seconds, action: v.string() });

const host = v.object({ ip: v.string(), port, mtu: v.optional(octets, 1500) });

/** The form of a recording; what else stands in the file is left aside. */
export const RECORDING = v.object({
  id: text,
  name: text,
  title: text,
  kernel: text,
  /** What a segment takes that only the engine has sent. */
  oneWayDelaySec: v.optional(seconds, 0),
  hosts: v.object({ A: host, B: host }),
  /** What the settings of the kernel were at both hosts, or at each. */
  sysctls: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.object({ A: v.optional(either), B: v.optional(either) })])), {}),
  /** What was changed at each host before it. */
  sysctlsChanged: v.optional(v.object({ A: v.optional(setting, {}), B: v.optional(setting, {}) }), { A: {}, B: {} }),
  apps: v.optional(calls, []),
  faults: v.optional(v.array(fault), []),
  ladder: v.array(recorded),
});

/** A segment of a recording, with what became of it. Times are seconds from the first segment on. */
export type Recorded = Readonly<v.InferOutput<typeof recorded>>;

/** What an application did; `t` in seconds. */
export type Called = Readonly<v.InferOutput<typeof call>>;

/** A connection between two real hosts, recorded at both ends of a wire whose delay and losses were set. */
export type Recording = Readonly<v.InferOutput<typeof RECORDING>>;
