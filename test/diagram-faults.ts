/** Runs in a page: everything wrong with the places of the texts of its drawings, in words; self-contained, since only its source is sent there. */
export function faultsOfDrawings(): readonly string[] {
  interface Box { readonly what: string; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
  const SLACK = 0.5;
  const LIFE = [55, 273] as const;

  const shapeBox = (shape: SVGGraphicsElement): Box => {
    const { x, y, width, height } = shape.getBBox();
    return { what: shape.getAttribute('class') ?? shape.tagName, left: x, right: x + width, top: y, bottom: y + height };
  };
  /** From the top of a capital or a syllable to a little below the base line. */
  const inkBox = (text: SVGTextElement): Box => {
    const { x, width } = text.getBBox();
    const size = Number.parseFloat(getComputedStyle(text).fontSize);
    const base = Number(text.getAttribute('y'));
    return { what: `“${text.textContent}”`, left: x, right: x + width, top: base - 0.76 * size, bottom: base + 0.16 * size };
  };
  const isApart = (a: Box, b: Box): boolean => a.right <= b.left + SLACK || b.right <= a.left + SLACK || a.bottom <= b.top + SLACK || b.bottom <= a.top + SLACK;
  const isInside = (a: Box, b: Box): boolean => a.left >= b.left - SLACK && a.right <= b.right + SLACK && a.top >= b.top - SLACK && a.bottom <= b.bottom + SLACK;

  return [...document.querySelectorAll<SVGSVGElement>('svg.hl-diagram')].flatMap((svg, index) => {
    const faults: string[] = [];
    const { width, height } = svg.viewBox.baseVal;
    const whole: Box = { what: 'the drawing', left: 0, right: width, top: 0, bottom: height };
    const texts = [...svg.querySelectorAll('text')];
    const boxes = texts.map(inkBox);
    const obstacles = [...svg.querySelectorAll<SVGGraphicsElement>('g > rect, circle.hl-badge')];
    texts.forEach((text, at) => {
      const box = boxes[at];
      if (box === undefined) return;
      if (!isInside(box, whole)) faults.push(`${box.what} leaves the drawing`);
      for (const other of boxes.slice(at + 1)) if (!isApart(box, other)) faults.push(`${box.what} overlaps ${other.what}`);
      const own = text.classList.contains('hl-number') ? text.previousElementSibling : text.parentElement?.querySelector(':scope > rect:not(.hl-badge)') ?? null;
      for (const shape of obstacles) {
        if (shape === own && !isInside(box, shapeBox(shape))) faults.push(`${box.what} leaves its box`);
        if (shape !== own && !isApart(box, shapeBox(shape))) faults.push(`${box.what} touches a ${shape.parentElement?.getAttribute('class') ?? 'box'}`);
      }
      const isLabel = text.parentElement?.classList.contains('hl-arrow') === true || text.parentElement?.classList.contains('hl-gap') === true;
      if (isLabel && LIFE.some((x) => box.left < x + 2 && box.right > x - 2)) faults.push(`${box.what} crosses a life line`);
    });
    return faults.map((fault) => `drawing ${index}: ${fault}`);
  });
}
