import { expect, test } from 'vitest';
import { bestMove, newGame, played } from './game.ts';
import { newsOf } from './told.ts';

const arrivals = (news: ReturnType<typeof newsOf>) => news.filter(({ key }) => key.startsWith('narration.happened.arrives')).map(({ key, params }) => [key, params['segment']]);

test('the news of a host are what the host can know: an old SYN arrives like a new one, and a repeated segment like any other', () => {
  const [old] = arrivals(newsOf(newGame('old-duplicate', 1)));
  expect(old).toEqual(['narration.happened.arrives', expect.stringMatching(/^SYN SEQ=\d+$/)]);
  const begun = newGame('listen', 1);
  let game = played(begun, { type: 'wait' });
  for (let turn = 0; turn < 5 && arrivals(newsOf(game)).length === 0; turn += 1) game = played(game, { type: 'wait' });
  expect(arrivals(newsOf(game))).toEqual(arrivals(newsOf(begun)));
});

test('before the first move of a connection that is open the news begin with its numbers', () => {
  const game = newGame('close', 1);
  const { segment } = bestMove(game) as Extract<ReturnType<typeof bestMove>, { type: 'send' }>;
  expect(newsOf(game)[0]).toMatchObject({ key: 'partner.start', params: { sndNxt: segment.seq, peerNxt: segment.ack } });
});
