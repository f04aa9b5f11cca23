import { expect, test } from 'vitest';
import { run } from '../simulation/run.ts';
import { flagNames } from '../tcp/flags.ts';
import { parse } from './parse.ts';

const SETTINGS = ['profile linux', 'delay 20 ms', 'client ISS 100', 'server ISS 300', 'client no timestamps', 'client no window scale', 'client no SACK'];

/** What left: when, ms, which host, control bits, SEQ and ACK from the initial ones on, octets; after `!` where the wire lost it, after `*` where somebody made it up. */
function ladder(lines: readonly string[]): readonly string[] {
  const read = parse([...SETTINGS, ...lines].join('\n'));
  if (read.problems.length > 0) throw new Error(JSON.stringify(read.problems));
  return run(read.scenario).flights.map(({ sentAt, fate, origin, from, segment: { flags, seq, ack, length, up } }) => {
    const [own, far] = from === 'A' ? [100, 300] : [300, 100];
    const names = flagNames(flags);
    const mark = origin === 'injected' ? '*' : fate === 'lost' ? '!' : '';
    return `${Math.round(sentAt)} ${mark}${from} ${names.join(',')} ${seq - own}${names.includes('ACK') ? ` ${ack - far}` : ''}${length > 0 ? ` (${length})` : ''}${up > 0 ? ` up ${up}` : ''}`;
  });
}

/** Connections that no recording has, with what the functions of Linux's net/ipv4 that are named make of them. */
const LADDERS: readonly (readonly [name: string, by: string, scenario: readonly string[], ladder: readonly string[]])[] = [
  [
    'close() in SYN-RECEIVED sends FIN at once; the SYN,ACK that comes later is challenged',
    'tcp_close_state, tcp_validate_incoming',
    ['client connects', 'meanwhile server connects', 'when client is SYN-RECEIVED, client closes both ways', 'stop at 300 ms'],
    ['0 A SYN 0', '0 B SYN 0', '20 B SYN,ACK 0 1', '20 A SYN,ACK 0 1', '20 A FIN,ACK 1 1', '40 A ACK 2 1', '40 B ACK 1 1', '80 B ACK 1 2'],
  ],
  [
    'shutdown() in SYN-RECEIVED waits; then the FIN goes first, and the ACK of the repeated SYN after it',
    'tcp_rcv_state_process, tcp_data_queue',
    ['client connects', 'meanwhile server connects', 'when client is SYN-RECEIVED, client closes', 'stop at 300 ms'],
    ['0 A SYN 0', '0 B SYN 0', '20 B SYN,ACK 0 1', '20 A SYN,ACK 0 1', '40 A FIN,ACK 1 1', '40 A ACK 2 1', '40 B ACK 1 1', '100 B ACK 1 2'],
  ],
  [
    'where SYNs have crossed and both SYN,ACKs are lost, the timers of the SYNs run on',
    'tcp_send_synack',
    ['lose client SYN,ACK', 'lose server SYN,ACK', 'client connects', 'meanwhile server connects', 'stop at 2 s'],
    ['0 A SYN 0', '0 B SYN 0', '20 !B SYN,ACK 0 1', '20 !A SYN,ACK 0 1', '1000 A SYN,ACK 0 1', '1000 B SYN,ACK 0 1', '1020 B ACK 1 1', '1020 A ACK 1 1'],
  ],
  [
    'urgent data waits for nothing, nor does what follows it',
    'tcp_nagle_test',
    ['server listens', 'client connects', 'client sends 100', 'meanwhile client sends 1 urgently', 'meanwhile client sends 100'],
    ['0 A SYN 0', '20 B SYN,ACK 0 1', '40 A ACK 1 1', '60 A PSH,ACK 1 1 (100)', '60 A PSH,URG,ACK 101 1 (1) up 1', '60 A PSH,ACK 102 1 (100)', '80 B ACK 1 101', '80 B ACK 1 102', '80 B ACK 1 202'],
  ],
];

test.each(LADDERS)('%s (%s)', (_name, _by, scenario, expected) => {
  expect(ladder(scenario)).toEqual(expected);
});
