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

  it('takes the wire, the calls and the bound', async () => {
    expect((await run('--calls', 'close,abort')).lines.at(-1)).toContain('28 pairs of states');
    expect((await run('--wire', 'lossy', '--bound', '50')).lines.at(-1)).toContain('(stopped at the bound)');
  });

  it('says what is wrong with its arguments', async () => {
    expect((await run('--calls', 'clsoe')).error).toContain('“clsoe” is no call');
    expect((await run('--bound', 'many')).error).toContain('a whole number of configurations');
    expect((await run('--wire', 'wet')).error).toContain('fifo, lossy');
  });
});
