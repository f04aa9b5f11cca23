/** What waits to be drawn, the longest first. */
const waiting = new Set<() => void>();
/** Calls off that the next one is drawn; null: none waits for a frame. */
let putOff: (() => void) | null = null;
let isHurried = false;

/** Calls it when the next frame has been painted; returns what calls that off. */
function afterPaint(call: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(call);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** Calls it when nothing else is to be done, soon where a browser cannot tell; returns what calls that off. */
export function whenIdle(call: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(call);
    return () => clearTimeout(timer);
  }
  const turn = requestIdleCallback(call);
  return () => cancelIdleCallback(turn);
}

/** Calls it in a frame of its own, after all that wait already, so that no frame has to draw everything; at once while there is a hurry. Returns what calls it off. */
export function inTurn(draw: () => void): () => void {
  if (isHurried) {
    draw();
    return () => undefined;
  }
  waiting.add(draw);
  putOff ??= afterPaint(callNext);
  return () => waiting.delete(draw);
}

/** Calls it when the next frame has been painted, and only then goes on with what waits already, so that no panel of an earlier moment stands in the way of what the reader does. Returns what calls it off. */
export function firstInTurn(draw: () => void): () => void {
  const others = [...waiting];
  waiting.clear();
  for (const one of [draw, ...others]) waiting.add(one);
  putOff?.();
  putOff = afterPaint(callNext);
  return () => waiting.delete(draw);
}

function callNext(): void {
  const [first] = waiting;
  putOff = null;
  if (first === undefined) return;
  waiting.delete(first);
  if (waiting.size > 0) putOff = afterPaint(callNext);
  first();
}

/** Nothing waits until the next frame has been painted: the reader is about to use what is drawn. */
export function hurry(): void {
  if (!isHurried) afterPaint(() => (isHurried = false));
  isHurried = true;
  const all = [...waiting];
  waiting.clear();
  for (const draw of all) draw();
}
