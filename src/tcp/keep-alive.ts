/** How a host probes a connection on which nothing happens (RFC 9293 §3.8.4). */
export interface KeepAlive {
  /** Silence before the first probe, ms (RFC 9293 §3.8.4, MUST-27). */
  readonly idle: number;
  /** Between probes, ms. */
  readonly interval: number;
  /** Unanswered probes after which the connection is given up. */
  readonly probes: number;
}
