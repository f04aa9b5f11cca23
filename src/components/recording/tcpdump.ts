import type { Captured } from './captured.ts';
import type { Recording } from './recording.ts';

/** The letters of tcpdump for control bits, in its order. */
const LETTERS = [['FIN', 'F'], ['SYN', 'S'], ['RST', 'R'], ['PSH', 'P'], ['ACK', '.'], ['URG', 'U'], ['ECE', 'E'], ['CWR', 'W']] as const;

const OPTIONS: Readonly<Record<string, string>> = { mss: 'mss', ws: 'wscale' };

/** The control bits as tcpdump writes them: `S.` for SYN and ACK. */
export function flagLetters(flags: string): string {
  const set = flags.split(',');
  return LETTERS.flatMap(([name, letter]) => (set.includes(name) ? [letter] : [])).join('') || 'none';
}

/** A capture as `tcpdump -n -ttttt` prints it: the numbers of a SYN as they are, of what follows it as relative ones. null where the capture has timestamps, whose values are not kept. */
export function tcpdumpText(capture: readonly Captured[], { hosts }: Recording): string | null {
  if (capture.some(({ opts }) => opts.split(',').includes('ts'))) return null;
  const opened = capture.some(({ flags }) => flags === 'SYN,ACK');
  return capture
    .map((one) => {
      const flags = one.flags.split(',');
      const isReal = flags.includes('SYN') || !opened;
      const [seq, ack] = isReal ? [one.seq, one.ack] : [one.relSeq, one.relAck];
      const { ip, port } = hosts[one.from];
      const to = hosts[one.from === 'A' ? 'B' : 'A'];
      const takes = one.len > 0 || ['SYN', 'FIN', 'RST'].some((name) => flags.includes(name));
      const fields = [
        `Flags [${flagLetters(one.flags)}]`,
        ...(takes ? [`seq ${seq}${one.len > 0 ? `:${(seq + one.len) % 2 ** 32}` : ''}`] : []),
        ...(flags.includes('ACK') ? [`ack ${ack ?? 0}`] : []),
        `win ${one.win}`,
        ...(one.opts === '' ? [] : [`options [${one.opts.split(',').map(option).join(',')}]`]),
        `length ${one.len}`,
      ];
      return `${clock(one.t)} IP ${ip}.${port} > ${to.ip}.${to.port}: ${fields.join(', ')}`;
    })
    .join('\n');
}

function option(written: string): string {
  const [name = '', value] = written.split('=');
  return value === undefined ? name : `${OPTIONS[name] ?? name} ${value}`;
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, '0'));
  return `${parts.join(':')}.${(seconds - whole).toFixed(6).slice(2)}`;
}
