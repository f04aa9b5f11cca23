/** What to type where one wants to see TCP at work, each with the name of its message, `sheet.command.<id>`: iproute2's ss, tcpdump, and a display filter of Wireshark. */
export const COMMANDS = [
  { id: 'all', command: 'ss -tan' },
  { id: 'listen', command: 'ss -tlnp' },
  { id: 'state', command: 'ss -tanp state close-wait' },
  { id: 'inside', command: 'ss -tin' },
  { id: 'record', command: "tcpdump -i any -n -w f.pcap 'tcp port 443'" },
  { id: 'read', command: 'tcpdump -n -ttttt -r f.pcap' },
  { id: 'ends', command: "'tcp[tcpflags] & (tcp-syn|tcp-fin|tcp-rst) != 0'" },
  { id: 'again', command: 'tcp.analysis.retransmission' },
] as const;
