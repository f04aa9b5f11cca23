import type { Called } from './recording.ts';

/** What a call of an application does to its socket. Octets and ports. */
export type Call =
  | { readonly type: 'bind'; readonly port: number }
  | { readonly type: 'listen'; readonly backlog: number }
  | { readonly type: 'accept' }
  | { readonly type: 'connect'; readonly port: number | null }
  | { readonly type: 'send'; readonly length: number; readonly urgent: boolean; readonly more: boolean; readonly opens: boolean }
  /** `until`: it reads again and again, until it has as much as it wanted. */
  | { readonly type: 'receive'; readonly length: number; readonly until: boolean }
  | { readonly type: 'set'; readonly option: string; readonly value: string }
  | { readonly type: 'close' }
  | { readonly type: 'shut'; readonly how: 'read' | 'write' | 'both' }
  /** An operator has the kernel abort the connection. */
  | { readonly type: 'kill' }
  /** The process ends, and the kernel closes what it had open. */
  | { readonly type: 'exit' }
  /** The socket is gone, and nobody was told. */
  | { readonly type: 'vanish' }
  /** It asks, or waits, and changes nothing. */
  | { readonly type: 'ask' };

const ASKS = /^(?:poll|select|epoll|getsockopt|getsockname|getpeername|sleep|wait|ioctl|fcntl|socket\b|SIOC)/u;

/** What stands where a call came to nothing: an error, or that it went on waiting. */
const FAILED = /^(?:E[A-Z]{2,}|-1|error|time(?:d ?out|out)|None$|null$|blocked|pending|$)/iu;

/** What a result says of octets: `100`, `100 bytes`, `b'hello'`; 0 for an error and the end of the stream. */
function octetsOf(result: string): number {
  const counted = /^(\d+)(?: bytes)?$/u.exec(result)?.[1];
  if (counted !== undefined) return Number(counted);
  const quoted = /^b?(['"])(.*)\1$/u.exec(result)?.[2];
  return quoted === undefined ? 0 : quoted.replaceAll(/\\x[\da-f]{2}|\\./gu, '.').length;
}

function shutHow(call: string): 'read' | 'write' | 'both' {
  if (/SHUT_RDWR|\(2\)/u.test(call)) return 'both';
  return /SHUT_RD\b|\(0\)/u.test(call) ? 'read' : 'write';
}

/** Reads a call as recordings write it; null: it is none that is known. */
export function readCall({ call, result }: Pick<Called, 'call' | 'result'>): Call | null {
  const port = /[:,]\s*(\d+)\)+/u.exec(call)?.[1];
  if (call.startsWith('bind(')) return { type: 'bind', port: Number(port ?? 0) };
  if (call.startsWith('listen(')) return { type: 'listen', backlog: Number(/\((\d+)/u.exec(call)?.[1] ?? 0) };
  if (call.startsWith('accept')) return FAILED.test(result) ? { type: 'ask' } : { type: 'accept' };
  if (/^(?:connect\(.*AF_UNSPEC|disconnect)/u.test(call)) return { type: 'kill' };
  if (call.startsWith('connect(')) return { type: 'connect', port: port === undefined ? null : Number(port) };
  if (/^(?:send(?!file)|write)/u.test(call)) {
    return { type: 'send', length: octetsOf(result), urgent: call.includes('MSG_OOB'), more: call.includes('MSG_MORE'), opens: call.includes('MSG_FASTOPEN') };
  }
  if (/^(?:recv|read\b)/u.test(call)) return call.includes('MSG_PEEK') ? { type: 'ask' } : { type: 'receive', length: octetsOf(result), until: call.includes('until') };
  if (/TCP_REPAIR=1.*close|vanish|crash/u.test(call)) return { type: 'vanish' };
  const option = /^setsockopt\((?:(?:SOL|IPPROTO)_\w+,\s*)?(\w+)\s*[=,]\s*(.*)\)$/u.exec(call);
  if (option !== null) return { type: 'set', option: option[1] ?? '', value: option[2] ?? '' };
  if (/SIG(?:KILL|TERM|INT|SEGV)|\bkill\b(?!.*ss -K)|\b_?exit\b|process (?:is killed|dies|ends)/iu.test(call)) return { type: 'exit' };
  if (/^close\b/u.test(call)) return { type: 'close' };
  if (call.startsWith('shutdown(')) return { type: 'shut', how: shutHow(call) };
  if (call.includes('ss -K')) return { type: 'kill' };
  return ASKS.test(call) ? { type: 'ask' } : null;
}
