/** A task that is done anew whenever it is asked for, never twice at once: asked for while it is under way, it is done once more afterwards, however often it was asked. So what ends last has also seen the newest. Rejections are the task's own and end nothing of it. */
export function oneAtATime(task: () => Promise<void>): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const begin = (): Promise<void> => {
    next = null;
    const run = task().finally(() => {
      if (underWay === run) underWay = null;
    });
    underWay = run;
    return run;
  };
  return () => (underWay === null ? begin() : (next ??= underWay.then(begin, begin)));
}
