import { evaluate, readExpression } from '../code/expression.ts';
import { unopened } from '../stack/engine.ts';
import type { Host } from '../stack/host.ts';
import type { Settings } from '../stack/settings.ts';
import { PRINTED, grep, sockstatLines, unknownSockstat } from './sockstat.ts';
import { applySysctl, linuxDefaults } from './sysctl.ts';

/** What a shell command of the script comes to: it is not known, it makes the host so, it ends connections, or it is a question with its answer. */
export type Outcome =
  | { readonly type: 'unsupported'; readonly reason: string }
  | { readonly type: 'settings'; readonly settings: Settings }
  /** What is known of peers from earlier connections is known no more. */
  | { readonly type: 'forget' }
  /** The connections in a state, named as sockstat prints it, are gone without a word. */
  | { readonly type: 'drop'; readonly state: string }
  | { readonly type: 'answer'; readonly holds: boolean; readonly found: string };

function unsupported(reason: string): Outcome {
  return { type: 'unsupported', reason };
}

/** `name=value` words, the values with their quotes taken off. */
function assignments(text: string): readonly (readonly [string, string])[] | null {
  const rest = text.replace(/([\w./]+)=("[^"]*"|'[^']*'|\S+)/g, '').trim();
  if (rest !== '') return null;
  return [...text.matchAll(/([\w./]+)=("[^"]*"|'[^']*'|\S+)/g)].map(([, name = '', value = '']) => [name, value.replace(/^["']|["']$/g, '')]);
}

function setAll(settings: Settings, text: string, nameOf: (name: string) => string): Outcome {
  const pairs = assignments(text);
  if (pairs === null || pairs.length === 0) return unsupported(`“${text}” is not a setting that is known here`);
  let made = settings;
  for (const [name, value] of pairs) {
    const next = applySysctl(made, nameOf(name), value);
    if (typeof next === 'string') return unsupported(next);
    made = next;
  }
  return { type: 'settings', settings: made };
}

/** `sockstat … | grep … | grep -c … | grep N`: holds where the last filter leaves a line. */
function askSockstat(stages: readonly (readonly string[])[], host: Host): Outcome {
  const reason = unknownSockstat(stages[0] ?? []);
  if (reason !== null) return unsupported(reason);
  let lines = sockstatLines(host);
  let counted = '';
  for (const words of stages.slice(1)) {
    const left = words[0] === 'grep' ? grep(words, lines) : null;
    if (left === null) return unsupported(`“${words.join(' ')}” is not a filter that is known here`);
    lines = left;
    if (words.includes('-c')) counted = lines.join();
  }
  return { type: 'answer', holds: lines.length > 0, found: counted === '' ? sockstatLines(host).join('; ') : `a count of ${counted}` };
}

/** What the suite's `defaults.sh` sets `tcp_fastopen` to, and what the one in a folder `common` does: clients and servers, there every listener, too. */
const SUITE_FAST_OPEN = 0x3;
const COMMON_FAST_OPEN = 0x403;

/** Commands that matter only on a real machine. */
const IDLE: readonly RegExp[] = [
  /^true$/, /^:$/, /^echo\b/, /sysctl_restore_\S*\.sh$/, /^ethtool -K tun0( (tso|gso|gro) (on|off))+$/, /^nstat -n$/,
  /^(\/bin\/)?(rm -f \/tmp\/\S+|dd (\w+=\S+ ?)+)$/, /^tc qdisc (add|replace) dev tun0 root (pfifo|fq)$/,
];

/** `$((15*1024))` as the shell reckons it; what is no such sum stays as it is. */
function reckoned(text: string): string {
  return text.replace(/\$\(\(([^()]*)\)\)/g, (whole: string, sum: string) => {
    const expression = readExpression(sum);
    const value = expression === null ? null : evaluate(expression, new Map());
    return typeof value === 'number' ? String(value) : whole;
  });
}

/** Forgets what earlier connections have told, Fast Open cookies among it; older kernels had a setting for it. */
const FLUSH = /^(?:sysctl -q (?:net\.ipv4\.tcp_fastopen_cookies=\d+\s+)+(?:&>\s*\/dev\/null\s*)?\|\|\s*)?ip tcp_metrics flush\b/;

function runOne(text: string, host: Host, settings: Settings): Outcome {
  if (FLUSH.test(text)) return { type: 'forget' };
  const sysctl = /^(?:sudo\s+)?sysctl\s+(?:-[qwe]+\s+)*(.*)$/.exec(text)?.[1];
  if (sysctl !== undefined) return setAll(settings, sysctl.replace(/>\s*\/dev\/null.*$/, '').trim(), (name) => name);
  const proc = /^\S*set_sysctls\.py\s+(.*)$/.exec(text)?.[1];
  if (proc !== undefined) return setAll(settings, proc, (name) => name.replace(/^\/proc\/sys\//, '').replaceAll('/', '.'));
  if (/^\S*defaults\.sh$/.test(text)) return { type: 'settings', settings: { ...linuxDefaults(settings), fastOpen: text.includes('common/') ? COMMON_FAST_OPEN : SUITE_FAST_OPEN } };
  const dropped = /^tcpdrop\s+-s\s+(\w+)$/.exec(text)?.[1];
  if (dropped !== undefined) return { type: 'drop', state: dropped };
  if (text.startsWith('sockstat')) return askSockstat(text.split('|').map((stage) => stage.trim().split(/\s+/)), host);
  if (IDLE.some((pattern) => pattern.test(text))) return { type: 'settings', settings };
  return unsupported(`the command “${text}” is not one that is known here`);
}

function drop(host: Host, state: string): void {
  for (const connection of host.connections) {
    if (PRINTED[connection.tcb.state] === state) connection.tcb = unopened(connection.options.rcvbuf);
  }
}

/** Runs the shell commands of one pair of backticks, one after another, as far as they are known; nothing outside is touched. */
export function runCommand(text: string, host: Host): Outcome {
  let { settings } = host;
  for (const part of reckoned(text.replace(/\\\n\s*/g, ' ')).split(/[\n;]|&&/).map((each) => each.replace(/(\s\d?>\s*\S+)+$/, '').trim())) {
    if (part === '' || part.startsWith('#')) continue;
    const outcome = runOne(part, host, settings);
    if (outcome.type === 'unsupported' || (outcome.type === 'answer' && !outcome.holds)) return outcome;
    if (outcome.type === 'forget') host.cookie = null;
    if (outcome.type === 'drop') drop(host, outcome.state);
    if (outcome.type === 'settings') settings = outcome.settings;
  }
  return { type: 'settings', settings };
}
