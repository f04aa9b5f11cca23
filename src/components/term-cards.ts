/** How long a pointer rests on a term before its card comes, and how long it may be on its way to the card, ms. */
const REST = 180;
const WAY = 220;
/** Between a card and its term, and between a card and the edge of the window, px. */
const GAP = 4;
const EDGE = 8;

/** Shows the definition of each term to whoever points at it, reaches it by key or taps it; a second tap follows the link. Escape, and whatever is done elsewhere, takes it away: that much a popover does by itself. */
export function followTerms(document: Document): void {
  document.querySelectorAll<HTMLAnchorElement>('a.hl-term').forEach((link, place) => {
    const card = link.nextElementSibling;
    if (card instanceof HTMLElement && 'popover' in card) follow(link, card, place);
  });
}

function follow(link: HTMLAnchorElement, card: HTMLElement, place: number): void {
  const isOpen = () => card.matches(':popover-open');
  let later: ReturnType<typeof setTimeout> | undefined;
  let wasOpen = false;
  const show = () => {
    if (isOpen()) return;
    card.showPopover();
    put(card, link);
  };
  const hide = () => {
    if (isOpen()) card.hidePopover();
  };
  const soon = (act: () => void, delay: number) => {
    clearTimeout(later);
    later = setTimeout(act, delay);
  };
  card.id = `term-card-${place}`;
  link.setAttribute('aria-describedby', `${card.id}-text`);
  card.querySelector('.hl-term-definition')?.setAttribute('id', `${card.id}-text`);
  card.addEventListener('toggle', () => link.setAttribute('aria-expanded', String(isOpen())));
  for (const part of [link, card]) {
    part.addEventListener('pointerenter', ({ pointerType }) => {
      if (pointerType !== 'touch') soon(show, REST);
    });
    part.addEventListener('pointerleave', ({ pointerType }) => {
      if (pointerType !== 'touch') soon(hide, WAY);
    });
    part.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget !== link && !card.contains(relatedTarget as Node | null)) hide();
    });
  }
  link.addEventListener('focus', () => {
    if (link.matches(':focus-visible')) show();
  });
  // The popover has closed itself by the time of the click.
  link.addEventListener('pointerdown', () => (wasOpen = isOpen()));
  link.addEventListener('click', (event) => {
    if (event.pointerType !== 'touch' || wasOpen) return;
    event.preventDefault();
    show();
  });
}

/** Puts the card below its term, or above where there is no room, within the window; it then moves with the page. */
function put(card: HTMLElement, link: HTMLElement): void {
  const term = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const { offsetWidth, offsetHeight } = card;
  const below = term.bottom + GAP;
  const above = term.top - GAP - offsetHeight;
  const top = below + offsetHeight <= height - EDGE || above < EDGE ? below : above;
  card.style.left = `${scrollX + Math.max(EDGE, Math.min(term.left, width - EDGE - offsetWidth))}px`;
  card.style.top = `${scrollY + top}px`;
}
