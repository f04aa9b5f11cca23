import type { State } from '../../tcp/state.ts';
import type { Host } from '../stack/host.ts';

/** The states as FreeBSD's `sockstat` prints them. */
export const PRINTED: Readonly<Record<State, string>> = {
  CLOSED: 'CLOSED',
  LISTEN: 'LISTEN',
  'SYN-SENT': 'SYN_SENT',
  'SYN-RECEIVED': 'SYN_RCVD',
  ESTABLISHED: 'ESTABLISHED',
  'FIN-WAIT-1': 'FIN_WAIT_1',
  'FIN-WAIT-2': 'FIN_WAIT_2',
  'CLOSE-WAIT': 'CLOSE_WAIT',
  CLOSING: 'CLOSING',
  'LAST-ACK': 'LAST_ACK',
  'TIME-WAIT': 'TIME_WAIT',
};

/** The lines of `sockstat -s`: one for each socket; those that no process holds any more have `?` for its name. */
export function sockstatLines(host: Host): readonly string[] {
  const listening = host.listeners.map(({ port }) => `root packetdril 100 3 tcp4 192.0.2.1:${port} *:* LISTEN`);
  const open = host.connections.filter(({ tcb, owned }) => owned || tcb.state !== 'CLOSED');
  const lines = open.map(({ tcb, owned, ports }) => {
    const holder = owned ? 'root packetdril 100 4' : '? ? ? ?';
    return `${holder} tcp4 192.0.2.1:${ports?.local ?? 8080} 198.51.100.1:${ports?.remote ?? 50000} ${PRINTED[tcb.state]}`;
  });
  return [...listening, ...lines];
}

/** Options of sockstat that choose nothing that is not chosen anyway, and those that take a value. */
const PLAIN = /^-[46cCls]+$/;

/** Whether this `sockstat …` is of the forms that are known; the reason where not. */
export function unknownSockstat(words: readonly string[]): string | null {
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (PLAIN.test(word)) continue;
    const value = words[index + 1];
    const known = (word === '-P' && value === 'tcp') || (word === '-p' && /^\d+$/.test(value ?? ''));
    if (!known) return `sockstat ${word} is not something that the engine has`;
    index += 1;
  }
  return null;
}

/** One `grep` of a pipe: filters lines, or counts them with `-c`. Null: not of a form that is known. */
export function grep(words: readonly string[], lines: readonly string[]): readonly string[] | null {
  const options = words.slice(1).filter((word) => word.startsWith('-'));
  const [pattern, ...rest] = words.slice(1).filter((word) => !word.startsWith('-'));
  if (pattern === undefined || rest.length > 0 || options.some((option) => !/^-[cqvwiF]+$/.test(option))) return null;
  const inverted = options.some((option) => option.includes('v'));
  const found = lines.filter((line) => line.includes(pattern.replace(/^["']|["']$/g, '')) !== inverted);
  return options.some((option) => option.includes('c')) ? [String(found.length)] : found;
}
