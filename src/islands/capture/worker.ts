import type { Asked, Told } from './protocol.ts';
import { Reading } from './reading.ts';

/** Resolves when the messages that have come by now have been heard: a message of its own goes behind them. */
const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port2.onmessage = () => waiting.shift()?.();
const listen = () =>
  new Promise<void>((resolve) => {
    waiting.push(resolve);
    port1.postMessage(null);
  });

let reading: Reading | null = null;

/** The worker that reads a capture for its page. */
addEventListener('message', ({ data: asked }: MessageEvent<Asked>) => {
  if (asked.type !== 'read') {
    void reading?.hear(asked);
    return;
  }
  reading = new Reading(asked.file, { tell: (told: Told) => postMessage(told), now: () => performance.now(), listen });
  void reading.read();
});
