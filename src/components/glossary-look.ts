/** Leaves of the glossary what has the words of the field in its names. */
export function followLook(document: Document): void {
  const look = document.querySelector<HTMLElement>('.hl-glossary-look');
  const field = look?.querySelector('input');
  const status = look?.querySelector<HTMLElement>('[role="status"]');
  if (!look || !field || !status) return;
  const entries = [...document.querySelectorAll<HTMLElement>('.hl-glossary article')];
  const sections = [...document.querySelectorAll<HTMLElement>('.hl-glossary section')];
  const letters = document.querySelector<HTMLElement>('.hl-glossary nav');
  field.addEventListener('input', () => {
    const wanted = field.value.trim().toLowerCase();
    for (const entry of entries) entry.hidden = !(entry.dataset['words'] ?? '').includes(wanted);
    for (const section of sections) section.hidden = section.querySelector('article:not([hidden])') === null;
    if (letters !== null) letters.hidden = wanted !== '';
    const found = entries.filter(({ hidden }) => !hidden).length;
    status.textContent = found === 0 ? (status.dataset['none'] ?? '') : (status.dataset['some'] ?? '').replace('%', String(found));
  });
}
