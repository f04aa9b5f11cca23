import type { Segment } from '../../tcp/segment.ts';
import type { Socket } from './host.ts';

/** A segment on its way into a host, by what it is addressed to and where it says that it comes from. */
export interface Incoming {
  readonly local: number;
  readonly remote: Socket;
  readonly segment: Segment;
}
