import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readScript } from '../read/read.ts';
import { runScript } from './run.ts';
import type { Verdict } from './verdict.ts';

const OPEN = `
 0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
+0 setsockopt(3, SOL_SOCKET, SO_RCVBUF, [30000], 4) = 0
+0 listen(3, 1) = 0
+0 < S 0:0(0) win 8000 <mss 1000>
+0 > S. 0:0(0) ack 1 <mss 1460>
+.1 < . 1:1(0) ack 1 win 8000
+0 accept(3, ..., ...) = 4
`;

function run(text: string, iss?: number): Verdict {
  return runScript(readScript(text), { profile: 'rfc9293', ...(iss === undefined ? {} : { iss }) });
}

const PASSED: Verdict = { type: 'passed', notes: [] };

describe('a script that is as the endpoint is', () => {
  test('passes', () => expect(run(`${OPEN}+0 < P. 1:11(10) ack 1 win 8000\n+0 > . 1:1(0) ack 11\n+0 read(4, ..., 100) = 10`)).toEqual(PASSED));

  test('passes wherever sequence numbers begin, also around the wrap', () => {
    const text = `${OPEN}+0 write(4, ..., 900) = 900\n+0 > P. 1:901(900) ack 1\n+0 < F. 1:1(0) ack 901 win 8000\n+0 > . 901:901(0) ack 2`;
    for (const iss of [0, 1, 2 ** 31 - 5, 2 ** 32 - 900, 2 ** 32 - 1]) expect(run(text, iss)).toEqual(PASSED);
  });

  test('is told what the endpoint says after its end', () => {
    const verdict = run(`${OPEN}+0 < P. 1:11(10) ack 1 win 8000`);
    expect(verdict).toEqual({ type: 'passed', notes: ['after the end: > . 1:1(0) ack 11 win 29990 at 0.100 s'] });
  });

  test('may leave calls to come back while segments pass', () => {
    expect(run(`${OPEN}+0...0.3 read(4, ..., 100) = 10\n+.3 < P. 1:11(10) ack 1 win 8000\n+0 > . 1:1(0) ack 11`)).toEqual(PASSED);
  });
});

describe('a script that is not', () => {
  test('fails with the line, what was expected, what came, and where the endpoint stands', () => {
    expect(run(`${OPEN}+0 < P. 1:11(10) ack 1 win 8000\n+0 > . 1:1(0) ack 12`)).toEqual({
      type: 'failed',
      line: 10,
      expected: '> . 1:1(0) ack 12 at 0.100 s',
      came: '> . 1:1(0) ack 11 win 29990 at 0.100 s (another acknowledgment number)',
      endpoint: 'ESTABLISHED, SND.UNA 1, SND.NXT 1, RCV.NXT 11, RCV.WND 29990',
      notes: [],
    });
  });

  test.each([
    ['flags', '+0 > P. 1:1(0) ack 11'],
    ['sequence number', '+0 > . 2:2(0) ack 11'],
    ['length', '+0 > . 1:2(1) ack 11'],
    ['acknowledgment number', '+0 > . 1:1(0) ack 10'],
    ['window', '+0 > . 1:1(0) ack 11 win 5'],
    ['options', '+0 > . 1:1(0) ack 11 <mss 1460>'],
  ])('fails by another %s', (field, line) => {
    expect(run(`${OPEN}+0 < P. 1:11(10) ack 1 win 8000\n${line}`)).toMatchObject({ type: 'failed', came: expect.stringContaining(`another ${field}`) as string });
  });

  test('fails where the expected segment never comes', () => {
    expect(run(`${OPEN}+0 > . 1:1(0) ack 1`)).toMatchObject({ type: 'failed', line: 9, came: 'nothing' });
    expect(run(`${OPEN}* > . 1:1(0) ack 1`)).toMatchObject({ type: 'failed', line: 9, came: 'nothing' });
  });

  test('fails where it comes at another time than it should, tolerance counted', () => {
    const connect = ' 0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n+0 fcntl(3, F_SETFL, O_NONBLOCK) = 0\n+0 connect(3, ..., ...) = -1 EINPROGRESS\n+0 > S 0:0(0) <...>\n';
    expect(run(`${connect}+1.1 > S 0:0(0) <...>`)).toEqual(PASSED);
    expect(run(`${connect}+1.2 > S 0:0(0) <...>`)).toMatchObject({ type: 'failed', line: 5, came: expect.stringContaining('too early') as string });
    expect(run(`${connect}+.5 > S 0:0(0) <...>`)).toMatchObject({ type: 'failed', line: 5, came: 'nothing' });
    expect(run(`--tolerance_usecs=250000\n${connect}+1.2 > S 0:0(0) <...>`)).toEqual(PASSED);
    expect(run(`${connect}+0~+1.5 > S 0:0(0) <...>`)).toEqual(PASSED);
  });

  test('fails by a segment that it did not expect, at the line that let it leave', () => {
    expect(run(`${OPEN}+0 < P. 1:11(10) ack 1 win 8000\n+0 read(4, ..., 10) = 10`)).toMatchObject({
      type: 'failed',
      line: 9,
      expected: 'nothing more',
      came: '> . 1:1(0) ack 11 win 29990 at 0.100 s',
    });
  });

  test.each([
    ['+0 read(4, ..., 10) = -1 EAGAIN', 'it blocks'],
    ['+0 close(9) = 0', '-1 EBADF'],
    ['+0 write(4, ..., 10) = 9', '10'],
    ['+0 getsockopt(4, SOL_SOCKET, SO_ERROR, [ECONNRESET], [4]) = 0', '0 with [0]'],
    ['+0...0.1 read(4, ..., 10) = 5', 'it did not return'],
    ['+0...0.1 write(4, ..., 10) = 10', 'it returned at 0.100 s'],
    ['+0 shutdown(3, SHUT_WR) = 0', '-1 ENOTCONN'],
  ])('fails by a call: %s', (line, came) => expect(run(OPEN + line)).toMatchObject({ type: 'failed', line: 9, came }));

  test('fails by an assertion and by a count of sockets', () => {
    expect(run(`${OPEN}+0 %{ assert tcpi_state == TCP_CLOSE }%`)).toMatchObject({ type: 'failed', line: 9, expected: 'tcpi_state == TCP_CLOSE' });
    expect(run(`${OPEN}+0 \`sockstat -s | grep -c TIME_WAIT | grep 1\``)).toMatchObject({ type: 'failed', line: 9, came: 'a count of 0' });
    expect(run(`${OPEN}+0 \`sockstat -s | grep -c ESTABLISHED | grep 1\``)).toEqual(PASSED);
  });

  test('fails where it cannot be right', () => {
    expect(run('0 < S 0:5(0) win 8000')).toMatchObject({ type: 'failed', line: 1, came: '0:5(0): 0 + 0 is not 5' });
  });
});

describe('a script that asks for more than the engine does', () => {
  test.each([
    ['+0 splice(1) = 5', 'the call splice() is not one that the engine\'s host has'],
    ['+0 setsockopt(3, IPPROTO_TCP, TCP_MD5SIG, [1], 4) = 0', 'the socket option TCP_MD5SIG is not one that the engine has'],
    ['+0 setsockopt(3, IPPROTO_TCP, TCP_FASTOPEN, [1], 4) = 0', 'FreeBSD’s TCP_FASTOPEN is not something that the engine has'],
    ['+0 socket(..., SOCK_DGRAM, IPPROTO_UDP) = 4', 'sockets of type SOCK_DGRAM are not something that the engine has'],
    ['+0 socket(..., SOCK_STREAM, IPPROTO_SCTP) = 4', 'the engine speaks TCP, not IPPROTO_SCTP'],
    ['+0 `tc qdisc add dev tun0 root pfifo limit 0`', 'the command “tc qdisc add dev tun0 root pfifo limit 0” is not one that is known here'],
    ['+0 `sysctl -w net.inet.tcp.blackhole=1`', 'the setting net.inet.tcp.blackhole=1 is not something that the engine has at this value'],
    ['+0 `sysctl -w net.inet.tcp.no_such=1`', 'the setting net.inet.tcp.no_such is not one that the engine has'],
    ['+0 %{ assert tcpi_delivery_rate == 10 }%', 'tcpi_delivery_rate is not something that the engine knows'],
    ['+0 < icmp unreachable [1:1(0)]', 'the engine speaks TCP, not icmp'],
    ['+0 >[ect1] P. 1:11(10) ack 1', 'ECT(1) is not something that the engine sends'],
  ])('is skipped: %s', (line, reason) => {
    expect(run(` 0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n${line}`)).toEqual({ type: 'skipped', line: 2, reason });
  });

  test('is skipped on Linux where the window alone is another, once data has come: it tells how memory is counted', () => {
    const script = (window: number, length: number): string => `${OPEN}+0 < P. 1:101(100) ack 1 win 8000\n+0 > . 1:1(0) ack ${1 + length} win ${window}\n`;
    const on = (profile: 'linux' | 'freebsd', text: string): Verdict => runScript(readScript(`\`sysctl -q net.ipv4.tcp_timestamps=0 net.ipv4.tcp_sack=0 net.ipv4.tcp_window_scaling=0\`\n${text}`), { profile });
    expect(on('linux', script(1, 100))).toEqual({ type: 'skipped', line: 11, reason: 'the window 1 tells how Linux counts memory; the engine counts octets' });
    expect(on('linux', script(1, 99))).toMatchObject({ type: 'failed', line: 11 });
    expect(run(script(1, 100))).toMatchObject({ type: 'failed', line: 10 });
  });

  test('is skipped where there is nothing to run', () => {
    expect(run('// only a comment\n')).toEqual({ type: 'skipped', line: 1, reason: 'there is nothing in the script to run' });
  });

  test('is skipped for an option of the preamble', () => {
    expect(run('--so_filename=x.so\n0 `true`')).toEqual({ type: 'skipped', line: 1, reason: 'the option --so_filename is not one that is known here' });
  });

  test('is skipped as a whole: what would fail before that line is not run', () => {
    expect(run(`${OPEN}+0 close(9) = 0\n+0 splice(1) = 0`)).toMatchObject({ type: 'skipped', line: 10 });
  });
});

describe('numbers that the script gives its own way', () => {
  test('timestamps are mapped both ways, and compared with the clock where the script names the tick', () => {
    const script = (tick: string, second: number): string => `${tick}
 0 \`sysctl -w net.inet.tcp.rfc1323=1\`
 5 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
+0 fcntl(3, F_SETFL, O_NONBLOCK) = 0
+0 connect(3, ..., ...) = -1 EINPROGRESS
+0 > S 0:0(0) <mss 1460,nop,wscale 6,nop,nop,TS val 100 ecr 0>
+.1 < S. 0:0(0) ack 1 win 8000 <mss 1000,nop,wscale 2,nop,nop,TS val 700 ecr 100>
+0 > . 1:1(0) ack 1 <nop,nop,TS val ${second} ecr 700>`;
    expect(run(script('', 5))).toEqual(PASSED);
    expect(run(script('--tcp_ts_tick_usecs=1000', 200))).toEqual(PASSED);
    expect(run(script('--tcp_ts_tick_usecs=1000', 300))).toMatchObject({ type: 'failed', came: expect.stringContaining('another timestamp') as string });
    expect(run(script('', 5).replace('ecr 700>', 'ecr 701>'))).toMatchObject({ type: 'failed', came: expect.stringContaining('another options') as string });
  });

  test('a script may begin each side’s numbers anywhere; behind the SYNs they count from there', () => {
    expect(run(OPEN.replace('0:0(0) ack 1 <', '50:50(0) ack 1 <'))).toEqual(PASSED);
  });
});

test('no sequence of lines makes the run throw, and every run ends with a verdict', () => {
  const line = fc.constantFrom(
    '+0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3', '+0 bind(3, ..., ...) = 0', '+0 listen(3, 1) = 0', '+0 accept(3, ..., ...) = 4', '+0 close(3) = 0', '+0 close(4) = 0',
    '+0 fcntl(3, F_SETFL, O_NONBLOCK) = 0', '+0 connect(3, ..., ...) = -1 EINPROGRESS', '+0...5 connect(3, ..., ...) = 0', '+0 shutdown(3, SHUT_WR) = 0', '+0 write(4, ..., 3000) = 3000',
    '+0 read(4, ..., 10) = 10', '* > S 0:0(0) <...>', '* > S. 0:0(0) ack 1 <...>', '* > . 1:1(0) ack 1', '+.1 < S 0:0(0) win 9 <mss 9>', '+.1 < S. 0:0(0) ack 1 win 99',
    '+1 < . 1:1(0) ack 1 win 9', '+1 < F. 1:1(0) ack 1 win 0', '+0 < R 1:1(0) win 0', '+90 < P. 1:11(10) ack 2 win 9', '+0 < - 0:0(0)', '+0 `sockstat -s | grep -c LISTEN`',
  );
  fc.assert(fc.property(fc.array(line, { maxLength: 16 }), (lines) => {
    expect(['passed', 'failed', 'skipped']).toContain(run(lines.join('\n')).type);
  }), { numRuns: 2000 });
});
