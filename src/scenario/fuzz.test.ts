import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from './parse.ts';
import { print } from './print.ts';
import { linesOf } from './token.ts';
import { VOCABULARY } from './vocabulary.ts';

const SAMPLE = `# every kind of line
profile rfc9293
hosts client server
client ISS 100, 200
client delays ACK 200 ms
client offers window scale 7
server offers no SACK
client turns Nagle off
client keep-alive after 2 s, every 1 s, 3 probes
server user timeout 30 s
already ESTABLISHED
lose 2nd client data
lose first 3 client SYN
duplicate client FIN,ACK after 50 ms
hold client SYN until server is SYN-RECEIVED
hold every server segment
server listens
meanwhile client connects
server ISS by RFC 6528 with secret 7
server listens on port 443 with backlog 1
client connects from 50001 to 443
server accepts on 443
client sends 10 on connection 50001
after 100 ms client sends 1,000
client sends 5 urgently
server stops reading
server reads 500
server reads on
when server is CLOSE-WAIT, server closes
inject SYN,ACK SEQ 90 ACK 5 to server
release server SYN
stop at 10 s
expect client told error: connection closing
`;

function expectSound(text: string): void {
  const { scenario, problems, lines } = parse(text);
  const source = linesOf(text);
  for (const { where, params } of problems) {
    const line = source[where.line - 1];
    expect(line).toBeDefined();
    expect(where.column).toBeGreaterThanOrEqual(1);
    expect(where.length).toBeGreaterThanOrEqual(1);
    expect(where.column - 1 + where.length).toBeLessThanOrEqual(line?.length ?? 0);
    expect(Object.values(params).every((value) => typeof value === 'string')).toBe(true);
  }
  expect([lines.script.length, lines.faults.length, lines.expect.length]).toEqual([scenario.script.length, scenario.faults.length, scenario.expect.length]);
  if (problems.length > 0) return;
  const printed = print(scenario);
  expect(parse(printed)).toMatchObject({ scenario, problems: [] });
  expect(print(parse(printed).scenario)).toBe(printed);
}

const piece = fc.oneof(
  fc.constantFrom(...VOCABULARY, 'client', 'server', 'alice', 'ms', 's', ',', ':', '#', '\n', '\r\n', '2nd', 'connection reset', '\u{1F600}'),
  fc.integer({ min: -5, max: 70_000 }).map(String),
  fc.string({ maxLength: 4, unit: 'grapheme' }),
);
const edit = fc.record({ at: fc.nat(SAMPLE.length), remove: fc.nat(6), insert: fc.oneof(piece, fc.constant('')) });

describe('any text', () => {
  it('is read without an exception, problems inside the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectSound), { numRuns: 2000, seed: 1 });
  });

  it('made of the words of the notation, too', () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' ')), expectSound), { numRuns: 1000, seed: 2 });
  });

  it('that was valid and has been damaged, too', () => {
    expect(parse(SAMPLE).problems).toEqual([]);
    const damage = (text: string, { at, remove, insert }: { at: number; remove: number; insert: string }): string => text.slice(0, at) + insert + text.slice(at + remove);
    fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }).map((edits) => edits.reduce(damage, SAMPLE)), expectSound), { numRuns: 500, seed: 3 });
  });

  it('is read where it is as long as nobody writes it', () => {
    const long = `client ISS ${'1, '.repeat(20_000)}1\n${'lose '.repeat(20_000)}\n${'x'.repeat(100_000)}`;
    expect(parse(long).problems.map(({ code }) => code)).toEqual(['misplaced-word', 'unknown-statement']);
  });
});
