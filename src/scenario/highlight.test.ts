import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlights } from './highlight.ts';
import { sentencesFor } from './sentences.ts';
import { VOCABULARY } from './vocabulary.ts';

function spelled(line: string, names?: { A: string; B: string }): readonly string[] {
  return highlights(line, names).map(({ from, to, role }) => `${line.slice(from, to)}=${role}`);
}

describe('the parts of a line', () => {
  it.each([
    ['lose 2nd client SYN,ACK # again', ['lose=keyword', '2nd=number', 'client=host-a', 'SYN=flag', 'ACK=flag', '# again=comment']],
    ['when server is CLOSE-WAIT, SERVER closes', ['when=keyword', 'server=host-b', 'is=keyword', 'CLOSE-WAIT=state', 'SERVER=host-b', 'closes=keyword']],
    ['client offers window scale 7', ['client=host-a', 'offers=keyword', 'window=parameter', 'scale=parameter', '7=number']],
    ['delay client SYN by 1.5 s', ['delay=keyword', 'client=host-a', 'SYN=flag', 'by=keyword', '1.5=number', 's=unit']],
    ['profile linux', ['profile=keyword', 'linux=profile']],
    ['expect client told error: connection closing on connection 80', ['expect=keyword', 'client=host-a', 'told=keyword', 'error=signal', 'connection=signal', 'closing=signal', 'on=keyword', 'connection=keyword', '80=number']],
    ['alice conects＋', ['alice=unknown', 'conects=unknown', '＋=unknown']],
    ['', []],
  ])('%s', (line, parts) => {
    expect(spelled(line)).toEqual(parts);
  });

  it('knows hosts by their names', () => {
    expect(spelled('Bob connects to alice', { A: 'alice', B: 'bob' })).toEqual(['Bob=host-b', 'connects=keyword', 'to=keyword', 'alice=host-a']);
  });

  it('knows every word of every sentence', () => {
    const unknown = sentencesFor({ A: 'client', B: 'server' }).filter((line) => highlights(line).some(({ role }) => role === 'unknown'));
    expect(unknown).toEqual([]);
  });

  it('lie in the line, in order and without overlap, whatever it is', () => {
    const line = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom(...VOCABULARY, 'client', 'told', ',', ':', '#', '7', '2nd')).map((words) => words.join(' ')));
    fc.assert(
      fc.property(line, (text) => {
        let end = 0;
        for (const { from, to } of highlights(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });
});
