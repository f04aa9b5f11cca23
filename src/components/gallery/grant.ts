import { fetchPlaces } from '../../islands/exercise/misconception-places.ts';
import { fill } from '../../narration/fill.ts';
import { LANGUAGES } from '../language.ts';
import { cardsOf, type Card } from './card.ts';
import { otherWords } from './other-words.ts';
import { ALL, isWanted, searchOf, wishIn, type Wish } from './wish.ts';

/** Makes the form of a gallery work: what a reader wishes for stands in the address, and the rest of the gallery is hidden. */
export function grantWishes(gallery: HTMLElement): void {
  const [form, said, where, none] = ['form', '[data-said]', '[data-where-treated]', '[data-none]'].map((selector) => gallery.querySelector<HTMLElement>(selector));
  const find = gallery.querySelector('input');
  const select = gallery.querySelector('select');
  if (!form || !said || !where || !none || find === null || select === null) return;
  const language = LANGUAGES.find((one) => one === gallery.dataset['gallery']) ?? 'en';
  const topics = [...gallery.querySelectorAll<HTMLButtonElement>('[data-topic]')];
  const names = topics.map(({ dataset }) => dataset['topic'] ?? '');
  const misconceptions = [...select.options].map(({ value }) => value).filter((value) => value !== '');
  const sections = [...gallery.querySelectorAll('section')];
  let cards = cardsOf(gallery);
  let wish = ALL;

  const show = () => {
    const wanted = new Set(cards.filter((card) => isWanted(card, wish)));
    for (const card of cards) card.element.hidden = !wanted.has(card);
    for (const section of sections) section.hidden = section.querySelector('li:not([hidden])') === null;
    for (const [at, button] of topics.entries()) tellTopic(button, names[at] ?? '', cards, wish);
    const isAll = searchOf(wish) === '';
    none.hidden = wanted.size > 0;
    for (const button of form.querySelectorAll<HTMLElement>('[data-all]')) button.hidden = isAll;
    const text = fill(gallery.dataset['count'] ?? '', { shown: wanted.size, all: cards.length });
    // The same text is not told again.
    if (said.textContent !== text) said.textContent = text;
    if (where.dataset['of'] !== wish.misconception) tellWhere();
  };
  const tellWhere = () => {
    const id = wish.misconception;
    where.dataset['of'] = id;
    where.replaceChildren();
    if (id === '') return;
    fetchPlaces(language).then(
      (places) => {
        const place = places[id];
        if (place === undefined || where.dataset['of'] !== id) return;
        const link = Object.assign(document.createElement('a'), { href: place.href, textContent: `${place.lesson} · ${place.heading}` });
        where.replaceChildren(`${gallery.dataset['where'] ?? ''} `, link);
      },
      () => undefined,
    );
  };
  /** `step`: the browser's Back takes it back. */
  const want = (next: Wish, step: boolean) => {
    wish = next;
    history[step ? 'pushState' : 'replaceState'](history.state, '', location.pathname + searchOf(wish) + (step ? '' : location.hash));
    show();
  };
  const read = () => {
    wish = wishIn(location.search, names, misconceptions);
    if (find.value.trim() !== wish.find) find.value = wish.find;
    select.value = wish.misconception;
    show();
    if (wish.find !== '') learn();
  };
  const wantAll = () => {
    find.value = '';
    select.value = '';
    want(ALL, true);
    find.focus();
  };
  let asked = false;
  /** Words of the other language find a scenario too, as soon as they are here. */
  const learn = () => {
    if (asked) return;
    asked = true;
    otherWords(language).then(
      (more) => {
        cards = cards.map((card) => ({ ...card, said: `${card.said} ${more[card.name] ?? ''}` }));
        show();
      },
      () => (asked = false),
    );
  };
  /** What the address names is shown, whatever has been wished for. */
  const showNamed = () => {
    const named = cards.find(({ name }) => `#${name}` === location.hash);
    if (named?.element.hidden !== true) return;
    want(ALL, false);
    named.element.scrollIntoView();
  };

  form.addEventListener('submit', (event) => event.preventDefault());
  find.addEventListener('focus', learn);
  find.addEventListener('input', () => want({ ...wish, find: find.value }, false));
  select.addEventListener('change', () => want({ ...wish, misconception: select.value }, true));
  for (const [at, button] of topics.entries()) {
    const name = names[at] ?? '';
    button.addEventListener('click', () => {
      if (button.ariaDisabled === 'true') return;
      want({ ...wish, topics: names.filter((one) => (one === name) !== wish.topics.includes(one)) }, true);
    });
  }
  for (const button of gallery.querySelectorAll('[data-all]')) button.addEventListener('click', wantAll);
  addEventListener('popstate', read);
  addEventListener('hashchange', showNamed);
  read();
  showNamed();
  delete gallery.dataset['waiting'];
}

/** Whether the topic is wished for, and how many scenarios it would leave; one that would leave none cannot be chosen. */
function tellTopic(button: HTMLElement, topic: string, cards: readonly Card[], wish: Wish): void {
  const isOn = wish.topics.includes(topic);
  const count = cards.filter((card) => isWanted(card, { ...wish, topics: [...wish.topics, topic] })).length;
  button.ariaPressed = String(isOn);
  button.ariaDisabled = String(count === 0 && !isOn);
  const place = button.querySelector('[data-topic-count]');
  if (place !== null) place.textContent = String(count);
}
