import { describe, expect, it } from 'vitest';
import { exploreCommand } from './explore.ts';

async function run(...given: readonly string[]): Promise<{ readonly lines: readonly string[]; readonly error: string }> {
  const written: string[] = [];
  let error = '';
  const write = process.stdout.write.bind(process.stdout);
  const command = exploreCommand().exitOverride().configureOutput({ writeErr: (text) => (error += text) });
  process.stdout.write = (text: string | Uint8Array) => written.push(String(text)) > 0;
  try {
    await command.parseAsync([...given], { from: 'user' });
  } catch {
    // What the reader is told stands in `error`.
  } finally {
    process.stdout.write = write;
  }
  return { lines: written.join('').trimEnd().split('\n'), error };
}

describe('handshake explore', () => {
  it('says each pair with the way to it, and the sums', async () => {
    const { lines } = await run();
    expect(lines.at(-1)).toMatch(/^\d+ configurations, 25 pairs of states, \d+ transitions, 0 broken invariants$/);
    expect(lines).toContain('LISTEN + SYN-SENT: the start');
    expect(lines.find((line) => line.startsWith('ESTABLISHED + ESTABLISHED: '))?.split('; ')).toHaveLength(3);
  });

  it('says each change of state with the way to it', async () => {
    const { lines } = await run();
    expect(lines).toContain('SYN-RECEIVED > LISTEN: A closes; B receives SYN SEQ 100; A receives SYN,ACK SEQ 300 ACK 101; B receives RST SEQ 101');
  });

  it('says with --json the same for a program', async () => {
    const found = JSON.parse((await run('--json', '--lose', '1', '--calls', 'abort')).lines.join('\n')) as Record<string, Record<string, string>>;
    expect(found).toMatchObject({ bounded: false, broken: [] });
    expect(found['pairs']).toMatchObject({ 'CLOSED|LISTEN': 'A aborts' });
    expect(found['transitions']).toMatchObject({ 'SYN-SENT>CLOSED': 'A aborts' });
    expect(found['halfOpen']).toEqual({
      'CLOSED|ESTABLISHED': 'B receives SYN SEQ 100; A receives SYN,ACK SEQ 300 ACK 101; A aborts; B receives ACK SEQ 101 ACK 301; RST SEQ 101 is lost on its way to B',
    });
  });

  it('from two closed endpoints lets the users open', async () => {
    const { lines } = await run('--start', 'closed', '--profile', 'freebsd');
    expect(lines).toContain('SYN-SENT + SYN-SENT: A connects; B connects');
    expect(lines.find((line) => line.startsWith('LISTEN > SYN-SENT'))).toBe('LISTEN > SYN-SENT: A listens; A connects');
  });

  it('takes the wire, the calls and the bound', async () => {
    expect((await run('--calls', 'close,abort')).lines.at(-1)).toContain('28 pairs of states');
    expect((await run('--wire', 'lossy', '--bound', '50')).lines.at(-1)).toContain('(stopped at the bound)');
  });

  it('says what is wrong with its arguments', async () => {
    expect((await run('--calls', 'clsoe')).error).toContain('“clsoe” is no call');
    expect((await run('--bound', 'many')).error).toContain('A whole number of configurations is needed, 1 or more.');
    expect((await run('--bound', '')).error).toContain('A whole number of configurations');
    expect((await run('--wire', 'wet')).error).toContain('fifo, lossy');
    expect((await run('--wire', 'lossy', '--lose', '1')).error).toContain('--lose, --duplicate and --overtake are for --wire fifo');
    expect((await run('everything')).error).toContain('too many arguments');
  });
});
