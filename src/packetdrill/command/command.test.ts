import { expect, test } from 'vitest';
import { PROFILES } from '../../tcp/profiles.ts';
import { newHost, type Host } from '../stack/host.ts';
import { settingsOf, type Settings } from '../stack/settings.ts';
import { runCommand } from './command.ts';

function after(text: string, host: Host = newHost(settingsOf('rfc9293', 0))): Settings {
  const outcome = runCommand(text, host);
  if (outcome.type !== 'settings') throw new Error(JSON.stringify(outcome));
  return outcome.settings;
}

test('FreeBSD settings make the host so, and say whose order of options the script expects', () => {
  const made = after('sysctl -w net.inet.tcp.rfc1323=1 && sysctl -w net.inet.tcp.sack.enable=1; sysctl -w net.inet.tcp.recvspace=30000');
  expect(made.profile).toMatchObject({ timestamps: true, wscale: 6, sack: true, optionLayout: PROFILES.freebsd.optionLayout });
  expect(made.rcvbuf).toBe(30_000);
  expect(after('sysctl net.inet.tcp.rfc1323=0').profile).toMatchObject({ timestamps: false, wscale: null });
  expect(after('sysctl -w net.inet.tcp.rfc1323=1\nsysctl -w kern.ipc.maxsockbuf=4294967295').profile.wscale).toBe(14);
  expect(after('sysctl -w net.inet.tcp.drop_synfin=1').profile.listenSynFin).toBe('drop');
  expect(after('sysctl -w net.inet.tcp.rexmit_initial=3000').profile.rtoInitial).toBe(3000);
});

test('Linux settings too, by sysctl or by path', () => {
  const made = after('./defaults.sh\n./set_sysctls.py /proc/sys/net/ipv4/tcp_timestamps=0 /proc/sys/net/ipv4/tcp_rmem="4096 87380 6291456"');
  expect(made).toMatchObject({ padding: 'linux', rcvbuf: 87_380, profile: { timestamps: false, sack: true, wscale: 7 } });
  expect(after('sysctl -q net.ipv4.tcp_sack=0').profile.sack).toBe(false);
});

test('a profile of a system keeps its own way', () => {
  expect(after('sysctl -q net.ipv4.tcp_sack=0', newHost(settingsOf('freebsd', 0))).padding).toBe('bsd');
});

test.each(['rm -rf /', 'sysctl -a', 'sysctl -w net.inet.tcp.rfc1323=yes', 'sockstat -x', 'sockstat -s | wc -l', 'sockstat -s | grep -E a', 'nstat > /dev/null'])('%s is not known', (text) => {
  expect(runCommand(text, newHost(settingsOf('rfc9293', 0))).type).toBe('unsupported');
});

test('a count holds where the last filter finds a line', () => {
  const host = newHost(settingsOf('rfc9293', 0));
  expect(runCommand('sockstat -4 -P tcp -p 8080 -s | grep -c TIME_WAIT | grep 0', host)).toMatchObject({ type: 'settings' });
  expect(runCommand('sockstat -4 -P tcp -s | grep packetdril | grep -c TIME_WAIT | grep 1', host)).toEqual({ type: 'answer', holds: false, found: 'a count of 0' });
});
