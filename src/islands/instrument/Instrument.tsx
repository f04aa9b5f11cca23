import type { ComponentChildren } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Scenario } from '../../simulation/scenario.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import { newestFlight, shownWhenSent } from '../at-moment.ts';
import { Choice } from '../Choice.tsx';
import type { ControlGroup } from '../control-group.ts';
import { toggled, type Deed } from '../deed.ts';
import { useKeptFocus } from '../kept-focus.ts';
import { PRINTER } from '../line-printer.ts';
import { linkTo } from '../link/late-link.ts';
import type { LinkProblem } from '../link/problem.ts';
import type { Lang } from '../messages.ts';
import { OpenInLab } from '../OpenInLab.tsx';
import { Segments } from '../Segments.tsx';
import { Status } from '../Status.tsx';
import { isChanged, shownCount, traceOf } from '../stepping.ts';
import { text } from '../text.ts';
import { useWords } from '../use-words.ts';
import { stillThere } from '../wire-deed.ts';
import { AtHand } from './AtHand.tsx';
import { branchName } from './branch-name.ts';
import { Branches } from './Branches.tsx';
import { bringLadder } from './bring.ts';
import { ChangesPart } from './ChangesPart.tsx';
import { Drawer } from './Drawer.tsx';
import type { DrawerName } from './drawer-name.ts';
import { Drawers } from './Drawers.tsx';
import { drawingOf } from './drawing-of.tsx';
import { canUndo, instrumentKeys, keyDeeds } from './instrument-keys.ts';
import './instrument-words.ts';
import { InTurn } from './InTurn.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { fetchAhead, Later } from './Later.tsx';
import { LinkProblems } from './LinkProblems.tsx';
import { newsText, segmentNews, type News } from './news.ts';
import { Side } from './Side.tsx';
import { SideBySide } from './SideBySide.tsx';
import { SOURCES } from './sources.ts';
import { Tools } from './Tools.tsx';
import { Transport } from './Transport.tsx';
import { useAddress } from './use-address.ts';
import { useForesight } from './use-foresight.ts';
import { useHeld, useLate } from './use-late.ts';
import { usePlayback } from './use-playback.ts';
import { useSession } from './use-session.ts';
import { View } from './View.tsx';
import { VIEWS, type View as ViewName } from '../views/view-name.ts';
import '../island.css';
import '../simulation.css';
import './instrument.css';
import './touch.css';

interface Props {
  /** What is run at first. */
  readonly scenario: Scenario;
  readonly lang: Lang;
  readonly title: string;
  readonly groups: readonly ControlGroup[];
  /** Whether it is the Lab: with gallery, editor and settings, and an address that follows. */
  readonly isLab?: boolean;
  /** The address of the Lab in the page's language, where this is not it. */
  readonly lab?: string;
  /** The moment from which the run plays by itself at first, an index of its moments; without it the whole run stands there. */
  readonly from?: number;
  /** The gallery's name of the scenario. */
  readonly name?: string;
  /** A run that did not come from the scenario, to be looked at: then without the groups that change something. */
  readonly given?: Trace;
  /** The segment that the reader has asked for elsewhere, by the id of its flight; another object each time. */
  readonly asked?: { readonly flight: number };
  /** The diagram of the whole run, drawn at build time. */
  readonly children?: ComponentChildren;
}

/** The simulator with more than its quiet controls: time, wire, hosts, branches, views. */
export default function Instrument({ scenario, lang, title, groups, isLab = false, lab, from, name = '', given, asked, children }: Props) {
  const speech = useWords(lang, 'rest');
  const { words, makeWhole } = speech;
  const id = useId();
  const root = useRef<HTMLElement>(null);
  useKeptFocus(root);
  const [session, dispatch] = useSession({ scenario, given, keeps: groups.includes('branches'), from });
  const called = useRef(new WeakMap([[scenario, { name, title }]])).current;
  const [view, setView] = useState<ViewName>(isLab || from !== undefined || given !== undefined ? 'ladder' : 'diagram');
  const [pinned, setPinned] = useState<Flight | null>(null);
  const [compared, setCompared] = useState<number | null>(null);
  const [problems, setProblems] = useState<readonly LinkProblem[]>([]);
  const [drawer, setDrawer] = useState<DrawerName | null>(null);
  const [isHelping, setHelping] = useState(false);
  const [news, setNews] = useState<{ readonly turn: number; readonly last: News | null }>({ turn: 0, last: null });
  const has = (group: ControlGroup) => groups.includes(group);

  const trace = traceOf(session);
  const shown = shownCount(session);
  const { branches, current } = session.place;
  const printer = PRINTER.use(branches.length > 1);
  const isStepping = session.place.shown !== 'all';
  const selected = pinned === null ? undefined : stillThere(trace, pinned);
  const flight = selected ?? (isStepping ? newestFlight(trace, shown) : undefined);
  const other = branches.find((branch) => branch.id === compared && branch.id !== current);
  const nameOf = (branch: number) => branchName(branch, branches, printer, words);
  const look = { view, selected: selected?.id ?? null, compared: other?.id ?? null };
  // The drawing first, everything about it a frame later.
  const { isBehind, catchUp } = useLate(session, pinned, compared);

  const tell = (last: News) => setNews(({ turn }) => ({ turn: turn + 1, last }));
  const say = (message: string) => tell({ message });
  // `isPlaceKnown`: the slider says where it is, and whoever drags it looks at what they want to see.
  const act = (deed: Deed, isPlaceKnown = false) => {
    playback.setPlaying(false);
    dispatch(deed);
    tell({ deed, before: session, isPlaceKnown });
    if (!isPlaceKnown && deed.type !== 'open' && deed.type !== 'edit') requestAnimationFrame(() => bringLadder(root.current));
  };
  const playback = usePlayback(trace, shown, () => dispatch({ type: 'step' }));
  useForesight(session, flight, has('wire') && view === 'ladder' && !playback.isPlaying);
  const play = () => {
    tell('here');
    playback.setPlaying(!playback.isPlaying);
    if (playback.isPlaying) return;
    if (!isStepping || shown === trace.moments.length) dispatch({ type: 'start' });
    requestAnimationFrame(() => bringLadder(root.current));
  };
  const select = (chosen: number | null) => setPinned(chosen === null ? null : (trace.flights[chosen] ?? null));
  const idle = () => say(text(words, 'lab.said.idle'));
  const compare = (branch: number | null) => {
    setCompared(branch);
    requestAnimationFrame(() => bringLadder(root.current));
    if (branch === compared) idle();
    else say(branch === null ? text(words, 'lab.said.single') : text(words, 'lab.said.compared', { name: nameOf(branch) }));
  };
  const take = (next: Scenario, named: string, from: string) => {
    called.set(next, { name: from, title: named });
    act({ type: 'open', scenario: next });
    setPinned(null);
  };

  useEffect(() => {
    if (from !== undefined) playback.setPlaying(true);
  }, []);

  useEffect(() => given && setPinned((before) => (before === null ? null : (given.flights[before.id] ?? null))), [given]);
  useEffect(() => {
    const wanted = asked === undefined ? undefined : trace.flights[asked.flight];
    if (wanted === undefined) return;
    setPinned(wanted);
    if (shownWhenSent(trace, wanted) > shown) act({ type: 'go', shown: shownWhenSent(trace, wanted) });
    else requestAnimationFrame(() => bringLadder(root.current));
  }, [asked]);

  // A branch that is gone is not compared with, nor is another one that gets its number later.
  useEffect(() => {
    if (compared !== null && !branches.some(({ id: one }) => one === compared)) setCompared(null);
  }, [branches, compared]);

  useAddress(isLab, session, look, (opened, found) => {
    setProblems(found);
    if (opened === null) return;
    playback.setPlaying(false);
    dispatch({ type: 'resume', session: opened.session });
    setView(opened.look.view);
    setPinned(opened.look.selected === null ? null : (traceOf(opened.session).flights[opened.look.selected] ?? null));
    setCompared(opened.look.compared);
  });

  const prepare = () => {
    void makeWhole().catch(() => undefined);
    // Not in the midst of a drag of the slider.
    if (isLab) fetchAhead(SOURCES.card, SOURCES.deeds);
  };
  const onKeyDown = instrumentKeys({
    groups,
    trace,
    shown,
    flight,
    onDeed: act,
    onPlay: play,
    onSelect: (chosen) => {
      select(chosen);
      const next = chosen === null ? undefined : trace.flights[chosen];
      if (next === undefined) idle();
      else say(segmentNews(trace, next, shown, words));
    },
    onView: () => {
      const next = VIEWS[(VIEWS.indexOf(view) + 1) % VIEWS.length] ?? view;
      setView(next);
      say(text(words, 'lab.said.view', { view: text(words, `lab.view.${next}`) }));
    },
    onBranch: () => act({ type: 'branch', branch: branches[(branches.findIndex((one) => one.id === current) + 1) % branches.length]?.id ?? current }),
    onCompare: () => compare(other === undefined ? (branches.findLast((one) => one.id !== current)?.id ?? null) : null),
    onHelp: () => setHelping(true),
    onIdle: idle,
  });
  // Without the card of a segment, touching one does all that can be done to it.
  const touch = has('wire') || has('inside') ? select : (chosen: number | null) => {
    const touched = chosen === null ? undefined : trace.flights[chosen];
    if (touched !== undefined) act(toggled(touched));
  };
  // What is written otherwise is the reader's own.
  const own = called.get(session.author);
  const heading = own === undefined || own.title === '' ? text(words, 'lab.own') : own.title;

  // Not drawn again with the rest.
  const picture = useMemo(
    () =>
      other !== undefined ? (
        <SideBySide one={trace} other={other.trace} oneName={nameOf(current)} otherName={nameOf(other.id)} words={words} shown={shown} selected={selected?.id ?? null} onSelect={select} onGo={(to) => act({ type: 'go', shown: to })} />
      ) : (
        <View view={view} trace={trace} shown={shown} isStepping={isStepping} selected={selected?.id ?? null} onSelect={touch} onGo={(to) => act({ type: 'go', shown: to })} drawn={given === undefined ? scenario : null} speech={speech} lang={lang} title={heading} isBuilt={isLab}>
          {children}
        </View>
      ),
    [session, pinned, compared, view, speech.words, speech.isWhole, heading, printer],
  );
  const tools = useHeld(isBehind, () => (
    <Tools session={session} isChanged={isChanged(session)} canUndo={canUndo(groups)} words={words} onDeed={act} onHelp={() => setHelping(true)}>
      {has('share') && (
        <Later
          of={SOURCES.share}
          words={words}
          props={{ lang, words, title: heading, trace, link: () => linkTo(session, look), drawing: () => drawingOf(view, root.current, { trace, shown, words }), onSaid: say }}
        />
      )}
    </Tools>
  ));
  const tabs = useHeld(isBehind, () => <>{has('branches') && branches.length > 1 && <Branches branches={branches} current={current} compared={other?.id ?? null} nameOf={nameOf} words={words} onDeed={act} onCompare={compare} />}</>);
  const side = useHeld(isBehind, () => (
    <InTurn>
      {() => (
        <Side groups={groups} isLab={isLab} trace={trace} shown={shown} isStepping={isStepping} flight={flight} speech={speech} onDeed={act}>
          <ChangesPart session={session} words={words} onDeed={act} />
        </Side>
      )}
    </InTurn>
  ));
  const hand = useHeld(isBehind, () => (
    <InTurn>{() => <AtHand trace={trace} shown={shown} isStepping={isStepping} flight={has('wire') ? flight : undefined} words={words} onDeed={act} />}</InTurn>
  ));
  // Whoever drags the slider reads there where they are.
  const timed = useRef(trace);
  const isOther = timed.current !== trace;
  if (!isBehind) timed.current = trace;
  const time = useHeld(isBehind && isOther, () => <Transport trace={trace} shown={shown} isStepping={isStepping} words={words} playback={has('play') ? playback : null} onDeed={act} onPlay={play} onSlide={(to) => act({ type: 'go', shown: to }, true)} />);
  const below = useHeld(isBehind, () => (
    <InTurn>
      {() => (
        <>
          {!has('wire') && has('lose') && (
            <>
              <p class="isl-heading" role="heading" aria-level={3}>{text(words, 'island.segments')}</p>
              <Segments trace={trace} shown={shown} isStepping={isStepping} words={words} onToggle={(one) => act(toggled(one))} />
            </>
          )}
          {lab !== undefined && <OpenInLab lab={lab} session={session} words={words} />}
        </>
      )}
    </InTurn>
  ));
  const said = useHeld(isBehind, () => (
    <Status said={playback.isPlaying ? text(words, 'lab.said.playing') : news.last === null ? '' : newsText(news.last, session, nameOf, words)} turn={news.turn} />
  ));

  return (
    // The keys are a shortcut for the buttons inside, and work only while one of them has the focus.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions
    <section ref={root} class="isl-island isl-simulation isl-instrument not-content" data-lab={isLab} aria-labelledby={`${id}-title`} onKeyDown={onKeyDown} onKeyDownCapture={catchUp} onPointerDownCapture={catchUp} onPointerOver={prepare} onFocusIn={prepare}>
      <div class="isl-frame">
        <div class="isl-top">
          <p class="isl-title" role="heading" aria-level={2} id={`${id}-title`}>
            {heading}
          </p>
          {isLab && <Drawers open={drawer} words={words} onOpen={setDrawer} />}
          {tools}
        </div>
        {problems.length > 0 && <LinkProblems problems={problems} words={speech.words} onClose={() => setProblems([])} />}
        {tabs}
        <div class="isl-stage" data-drawer={drawer ?? undefined}>
          {drawer !== null && (
            <Drawer open={drawer} scenario={trace.scenario} taken={own?.name ?? ''} lang={lang} words={words} onTake={take} onScenario={(next, isTyped) => act({ type: 'edit', scenario: next, isTyped })} onClose={() => setDrawer(null)} />
          )}
          <div class="isl-main">
            {has('views') && <Choice label={text(words, 'lab.views')} options={VIEWS.map((value) => ({ value, label: text(words, `lab.view.${value}`), note: null }))} chosen={view} onChoose={setView} />}
            {picture}
          </div>
          {side}
        </div>
        <div class="isl-bar">
          {hand}
          {time}
        </div>
      </div>
      {below}
      {isHelping && <KeyHelp deeds={keyDeeds(groups)} words={words} onClose={() => setHelping(false)} />}
      {said}
    </section>
  );
}
