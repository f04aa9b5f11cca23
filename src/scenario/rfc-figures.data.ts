/** One figure of RFC 9293 §3.5 or §3.6: the scenario that leads to it, and what it prints, line by line. */
export interface RfcFigure {
  readonly figure: number;
  readonly title: string;
  readonly scenario: string;
  /**
   * `A STATE > SEGMENT > B STATE`: departs A and arrives at B; `>...` and `...>`: departs, arrives later.
   * States are those after the departure and after the arrival. The sender stands first, whichever side it is.
   */
  readonly lines: readonly string[];
  /** The states at the end: A's, B's. */
  readonly end: readonly [string, string];
}

const OPEN_AT_100_AND_300 = 'client ISS 99\nserver ISS 299\nalready ESTABLISHED\n';

/** Figures 6 to 13, as data. */
export const RFC_FIGURES: readonly RfcFigure[] = [
  {
    figure: 6,
    title: 'Basic three-way handshake, and data after it',
    scenario: 'server listens\nclient connects\nclient sends 10',
    lines: [
      'A SYN-SENT > SEQ=100 SYN > B SYN-RECEIVED',
      'B SYN-RECEIVED > SEQ=300 ACK=101 SYN,ACK > A ESTABLISHED',
      'A ESTABLISHED > SEQ=101 ACK=301 ACK > B ESTABLISHED',
      'A ESTABLISHED > SEQ=101 ACK=301 ACK DATA > B ESTABLISHED',
      'B ESTABLISHED > SEQ=301 ACK=111 ACK > A ESTABLISHED',
    ],
    end: ['ESTABLISHED', 'ESTABLISHED'],
  },
  {
    figure: 7,
    title: 'Simultaneous open',
    scenario: 'delay client segment by 10 ms\ndelay 2nd client segment by 20 ms\nclient connects\nmeanwhile server connects',
    lines: [
      'A SYN-SENT > SEQ=100 SYN >...',
      'B SYN-SENT > SEQ=300 SYN > A SYN-RECEIVED',
      '...> SEQ=100 SYN > B SYN-RECEIVED',
      'A SYN-RECEIVED > SEQ=100 ACK=301 SYN,ACK >...',
      'B SYN-RECEIVED > SEQ=300 ACK=101 SYN,ACK > A ESTABLISHED',
      '...> SEQ=100 ACK=301 SYN,ACK > B ESTABLISHED',
    ],
    end: ['ESTABLISHED', 'ESTABLISHED'],
  },
  {
    figure: 8,
    title: 'Recovery from an old duplicate SYN',
    scenario: 'server ISS 300, 400\nhold client SYN\nserver listens\nclient connects\nmeanwhile inject SYN SEQ 90 to server\nafter 200 ms release client SYN',
    lines: [
      'A SYN-SENT > SEQ=100 SYN >...',
      'injected > SEQ=90 SYN > B SYN-RECEIVED',
      'B SYN-RECEIVED > SEQ=300 ACK=91 SYN,ACK > A SYN-SENT',
      'A SYN-SENT > SEQ=91 RST > B LISTEN',
      '...> SEQ=100 SYN > B SYN-RECEIVED',
      'B SYN-RECEIVED > SEQ=400 ACK=101 SYN,ACK > A ESTABLISHED',
      'A ESTABLISHED > SEQ=101 ACK=401 ACK > B ESTABLISHED',
    ],
    end: ['ESTABLISHED', 'ESTABLISHED'],
  },
  {
    figure: 9,
    title: 'Half-open connection discovery',
    scenario: 'client ISS 99, 400\nserver ISS 299\nalready ESTABLISHED\nclient crashes\nclient connects\nstop at 1020 ms',
    lines: [
      'A SYN-SENT > SEQ=400 SYN > B ESTABLISHED',
      'B ESTABLISHED > SEQ=300 ACK=100 ACK > A SYN-SENT',
      'A SYN-SENT > SEQ=100 RST > B CLOSED',
      'A SYN-SENT > SEQ=400 SYN >...',
    ],
    end: ['SYN-SENT', 'CLOSED'],
  },
  {
    figure: 10,
    title: 'The active side finds the half-open connection',
    scenario: `${OPEN_AT_100_AND_300}client crashes\nserver sends 10`,
    lines: ['B ESTABLISHED > SEQ=300 ACK=100 ACK DATA > A CLOSED', 'A CLOSED > SEQ=100 RST > B CLOSED'],
    end: ['CLOSED', 'CLOSED'],
  },
  ...[90, 0xffff_ffff].map((z) => ({
    figure: 11,
    title: `An old duplicate SYN between two passive sockets, Z = ${z}`,
    scenario: `client listens\nserver listens\ninject SYN SEQ ${z} to server`,
    lines: [
      `injected > SEQ=${z} SYN > B SYN-RECEIVED`,
      `B SYN-RECEIVED > SEQ=300 ACK=${(z + 1) >>> 0} SYN,ACK > A LISTEN`,
      `A LISTEN > SEQ=${(z + 1) >>> 0} RST > B LISTEN`,
    ],
    end: ['LISTEN', 'LISTEN'] as const,
  })),
  {
    figure: 12,
    title: 'Normal close',
    scenario: `${OPEN_AT_100_AND_300}client closes\nserver closes`,
    lines: [
      'A FIN-WAIT-1 > SEQ=100 ACK=300 FIN,ACK > B CLOSE-WAIT',
      'B CLOSE-WAIT > SEQ=300 ACK=101 ACK > A FIN-WAIT-2',
      'B LAST-ACK > SEQ=300 ACK=101 FIN,ACK > A TIME-WAIT',
      'A TIME-WAIT > SEQ=101 ACK=301 ACK > B CLOSED',
    ],
    end: ['CLOSED', 'CLOSED'],
  },
  {
    figure: 13,
    title: 'Simultaneous close',
    scenario: `${OPEN_AT_100_AND_300}delay client FIN,ACK by 10 ms\ndelay client ACK by 20 ms\nclient closes\nmeanwhile server closes`,
    lines: [
      'A FIN-WAIT-1 > SEQ=100 ACK=300 FIN,ACK >...',
      'B FIN-WAIT-1 > SEQ=300 ACK=100 FIN,ACK > A CLOSING',
      '...> SEQ=100 ACK=300 FIN,ACK > B CLOSING',
      'A CLOSING > SEQ=101 ACK=301 ACK >...',
      'B CLOSING > SEQ=301 ACK=101 ACK > A TIME-WAIT',
      '...> SEQ=101 ACK=301 ACK > B TIME-WAIT',
    ],
    end: ['CLOSED', 'CLOSED'],
  },
];
