import type { ComponentChildren } from 'preact';
import { useEffect, useId, useMemo, useReducer, useRef } from 'preact/hooks';
import { bestMove, canWait, isOver, scenarioOf, type Game } from '../../exercise/partner/game.ts';
import { hintFor } from '../../exercise/partner/hint.ts';
import { composed, type Move } from '../../exercise/partner/move.ts';
import { outcomeOf } from '../../exercise/partner/outcome.ts';
import { shownOf } from '../../exercise/partner/shown.ts';
import type { TaskId } from '../../exercise/partner/task.ts';
import { newsOf } from '../../exercise/partner/told.ts';
import { say } from '../../narration/say.ts';
import { segmentText } from '../../narration/segment-text.ts';
import type { Words } from '../../narration/sentence.ts';
import { peerOf } from '../../simulation/scenario.ts';
import { reportAnswer } from '../answers-report.ts';
import { late } from '../late.ts';
import type { Lang } from '../messages.ts';
import { OpenInLab } from '../OpenInLab.tsx';
import { begin } from '../session.ts';
import { Status } from '../Status.tsx';
import { useSteady } from '../steady.ts';
import { hostLabel, text } from '../text.ts';
import { useWords } from '../use-words.ts';
import { Composer } from './Composer.tsx';
import { Knows } from './Knows.tsx';
import { Log } from './Log.tsx';
import { afterDeed, gameOf, newMatch, type Match } from './match.ts';
import './partner-words.ts';
import { endText, turnText } from './said.ts';
import { Verdict } from './Verdict.tsx';
import '../island.css';
import '../exercise/exercise.css';
import './partner.css';

interface Props {
  readonly task: TaskId;
  readonly seed: number;
  readonly lang: Lang;
  /** The page where it stands: its address without language. */
  readonly slug: string;
  /** The address of the Lab, with this game before its first move. */
  readonly lab: string;
  /** A perfect game of these numbers, made at build time. */
  readonly children?: ComponentChildren;
}

const LADDER = late(() => import('../ladder/Ladder.tsx'));

/** The reader is one endpoint and composes every segment; the engine is the other, and judges. */
export default function Partner({ task, seed, lang, slug, lab, children }: Props) {
  const { words, isWhole, makeWhole } = useWords(lang, 'diagram', 'rest', 'answers');
  const id = useId();
  const end = useRef<HTMLParagraphElement>(null);
  const [match, dispatch] = useReducer(afterDeed, { task, seed }, newMatch);
  const game = gameOf(match);
  const isFirst = game.task.seed === seed;
  const over = isOver(game);
  const lower = useRef<HTMLDivElement>(null);
  const steady = useSteady(lower);
  const move = (one: Move) => {
    steady.mark();
    dispatch({ type: 'move', move: one });
  };
  const session = useMemo(() => begin(scenarioOf(game)), [game]);
  const ladder = LADDER.use();
  const prepare = () => void Promise.all([makeWhole(), LADDER.fetch()]).catch(() => undefined);
  // The island wakes at the first touch: then it is time to fetch what it says after the first move. A failed attempt is made again at the next touch.
  useEffect(prepare, []);
  // The fields go away with the last move; whoever was in them hears how it ended.
  useEffect(() => {
    if (!over) return;
    end.current?.focus({ preventScroll: true });
    const outcome = outcomeOf(game, match.isAlone);
    reportAnswer({ ...outcome, score: outcome.right ? 1 : 0, attempts: 1, slug });
  }, [over]);

  const { hosts } = game.world.scenario;
  const names = { host: hosts[game.task.reader].name, peer: hosts[peerOf(game.task.reader)].name, own: game.task.octets.reader, its: game.task.octets.peer };
  const last = game.turns.at(-1);
  return (
    <section class="isl-island isl-partner not-content" aria-labelledby={`${id}-title`} onPointerOver={prepare} onFocusIn={prepare}>
      <p class="isl-kicker">{text(words, 'partner.kicker')}</p>
      <p class="isl-title" role="heading" aria-level={2} id={`${id}-title`}>
        {text(words, `partner.title.${task}`)}
      </p>
      <p class="isl-task">
        {text(words, 'partner.you', names)} {text(words, `partner.task.${task}`, names)}
      </p>
      <div class="isl-partner-grid">
        <div class="isl-conversation">{isWhole && ladder !== null ? <Drawn with={ladder} game={game} words={words} /> : <p class="isl-to-come">{text(words, 'partner.wire.to-come')}</p>}</div>
        <div class="isl-at-table">
          <News game={game} words={words} />
          {!over && <Knows game={game} words={words} />}
          <div ref={lower} class="isl-own-moves">
            {!over && (
              <Composer
                draft={match.draft}
                words={words}
                canWait={canWait(game)}
                onChange={(draft) => dispatch({ type: 'draft', draft })}
                onSend={(segment) => move({ type: 'send', segment })}
                onWait={() => move({ type: 'wait' })}
              />
            )}
            {over && (
              <div class="isl-end" data-won={game.standing === game.task.goal}>
                <p ref={end} tabIndex={-1}>
                  <strong>{endText(game, words)}</strong> {text(words, 'partner.score', scoreOf(game))}
                </p>
              </div>
            )}
            {last !== undefined && isWhole && <Verdict turn={last} game={game} words={words} />}
          </div>
          <div class="isl-actions">
            <button type="button" aria-disabled={match.games.length < 2} onClick={() => dispatch({ type: 'undo' })}>
              {text(words, 'partner.undo')}
            </button>
            <button type="button" aria-disabled={match.games.length < 2} onClick={() => match.games.length > 1 && dispatch({ type: 'again' })}>
              {text(words, 'partner.again')}
            </button>
            <button type="button" onClick={() => dispatch({ type: 'other' })}>
              {text(words, 'partner.other')}
            </button>
            {!over && (
              <button type="button" onClick={() => dispatch({ type: 'hint' })}>
                {text(words, match.hint === 'none' ? 'partner.hint' : 'partner.show')}
              </button>
            )}
          </div>
          {match.hint !== 'none' && <p class="isl-partner-hint">{hintText(match, words)}</p>}
        </div>
      </div>
      <Log game={game} words={words} />
      <div hidden={!isFirst}>{children}</div>
      <OpenInLab lab={lab} session={session} words={words} />
      {match.deeds > 0 && <Status said={sayOf(match, words)} turn={match.deeds} />}
    </section>
  );
}

function scoreOf({ turns }: Game) {
  return { moves: turns.length, wrong: turns.filter(({ verdict }) => verdict === 'wrong').length };
}

/** What is announced of the last thing that the reader has done. */
function sayOf(match: Match, words: Words): string {
  if (match.hint !== 'none') return hintText(match, words);
  return match.last === 'undo' ? text(words, 'partner.undone') : turnText(gameOf(match), words);
}

/** What the hint says: the kind of segment, then the segment itself. */
function hintText(match: Match, words: Words): string {
  const game = gameOf(match);
  const best = bestMove(game);
  const segment = match.hint === 'segment' && best.type === 'send' ? ` ${segmentText(composed(best.segment))}` : '';
  return say(hintFor(game), words) + segment;
}

/** What has happened at the reader's host since its last move. */
function News({ game, words }: { readonly game: Game; readonly words: Words }) {
  const news = newsOf(game);
  return (
    <div class="isl-news">
      <p class="isl-heading">{text(words, 'partner.news', { host: hostLabel(words, game.world.scenario.hosts[game.task.reader].name) })}</p>
      <ul>
        {news.map((sentence, index) => (
          <li key={index}>{say(sentence, words)}</li>
        ))}
        {news.length === 0 && <li>{text(words, 'partner.news.none')}</li>}
      </ul>
    </div>
  );
}

/** The conversation so far as a ladder. */
function Drawn({ with: { Ladder }, game, words }: { readonly with: typeof import('../ladder/Ladder.tsx'); readonly game: Game; readonly words: Words }) {
  const { trace } = useMemo(() => shownOf(game), [game]);
  return <Ladder trace={trace} shown={trace.moments.length} words={words} selected={null} onSelect={() => undefined} onGo={() => undefined} label={text(words, 'partner.wire')} />;
}
