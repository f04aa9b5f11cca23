import type { FlagName } from '../tcp/flags.ts';

/** When an event happens, µs; `after` counts from the end of the event before it, `any` accepts every time. */
export type When =
  | { readonly type: 'at'; readonly us: number }
  | { readonly type: 'after'; readonly us: number }
  | { readonly type: 'at between'; readonly from: number; readonly to: number }
  | { readonly type: 'after between'; readonly from: number; readonly to: number }
  | { readonly type: 'any' };

/** One entry of an option list, in its place on the wire; a null value was written `...` and is not checked. */
export type OptionItem =
  | { readonly kind: 'mss' | 'wscale'; readonly value: number }
  | { readonly kind: 'nop' | 'eol' | 'sackOK' }
  /** TCP Fast Open (RFC 7413): the cookie as hexadecimal digits, none in a request. */
  | { readonly kind: 'FO'; readonly cookie: string }
  | { readonly kind: 'sack'; readonly blocks: readonly { readonly left: number; readonly right: number }[] }
  | { readonly kind: 'TS'; readonly val: number | null; readonly ecr: number | null };

/** A segment as the script writes it: numbers relative to each side's ISS. */
export interface ScriptSegment {
  /** Congestion marks of the IP header (`[ect0]`), where the script names them. */
  readonly ecn: 'noecn' | 'ect0' | 'ect1' | 'ect01' | 'ce' | null;
  readonly ports: { readonly from: number; readonly to: number } | null;
  readonly flags: readonly FlagName[];
  /** Null: written `...`, not checked. */
  readonly seq: number | null;
  /** Octets of data. */
  readonly length: number;
  /** Null: not written, which is 0 to an ACK bit. */
  readonly ack: number | null;
  /** Null: not written, not checked. */
  readonly win: number | null;
  readonly urg: number | null;
  /** `unchecked`: written `<...>`; null: no list. */
  readonly options: readonly OptionItem[] | 'unchecked' | null;
}

/** An argument or a result of a call. */
export type Value =
  | { readonly type: 'any' }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'text'; readonly text: string }
  /** Words joined by `|`, e.g. `O_RDWR | O_NONBLOCK`. */
  | { readonly type: 'words'; readonly words: readonly string[] }
  | { readonly type: 'list'; readonly items: readonly Value[] }
  /** `{name = value, …}`, e.g. a linger or a pollfd. */
  | { readonly type: 'fields'; readonly fields: Readonly<Record<string, Value>> };

/** A system call with what it must return. */
export interface Call {
  readonly name: string;
  readonly args: readonly Value[];
  readonly result: Value;
  /** `EINPROGRESS`…; null: not checked. */
  readonly errno: string | null;
  /** When a blocking call must return, µs, counted as the event's time is; null: it must not block. */
  readonly until: number | null;
}

/** What an event does. */
export type Action =
  | { readonly type: 'inject'; readonly segment: ScriptSegment }
  | { readonly type: 'expect'; readonly segment: ScriptSegment }
  | { readonly type: 'call'; readonly call: Call }
  | { readonly type: 'command'; readonly text: string }
  | { readonly type: 'code'; readonly text: string };

/** One event of a script; `line` from 1. Commands before the first time and after the last event have no time: they happen at once. */
export interface ScriptEvent {
  readonly line: number;
  readonly when: When;
  readonly action: Action;
}

/** A `--name=value` line before the events. */
export interface ScriptOption {
  readonly line: number;
  readonly name: string;
  readonly value: string | null;
}

/**
 * What keeps a script from being run: `unsupported` text is of the dialect or of a dialect beside it but not of ours,
 * `contradiction` is a script that cannot be right, e.g. `1:20(3)`.
 */
export interface Obstacle {
  readonly line: number;
  readonly kind: 'unsupported' | 'contradiction';
  readonly reason: string;
}

/** A script that was read; reading ends at the first obstacle. */
export interface Script {
  readonly options: readonly ScriptOption[];
  readonly events: readonly ScriptEvent[];
  readonly obstacle: Obstacle | null;
}
