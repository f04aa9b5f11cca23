import { z } from 'astro/zod';
import { PROFILE_NAMES } from '../../tcp/profile.ts';
import { traceShape } from '../simulate/trace-shape.ts';

const count = z.int().min(0);
const ms = z.number();
const end = z.strictObject({ address: z.string(), port: z.int().min(0).max(0xffff) });
const host = z.enum(['client', 'server']);
const perHost = <Of extends z.ZodType>(of: Of) => z.strictObject({ client: of, server: of });

const opening = z.strictObject({
  type: z.enum(['handshake', 'simultaneous', 'refused', 'unanswered', 'half-open', 'before']).describe('How it began; `before`: before the capture did.'),
  tries: count.optional().describe('SYNs that the client sent.'),
  answers: count.optional().describe('SYN,ACKs that the server sent.'),
});

const ending = z.strictObject({
  type: z.enum(['none', 'reset', 'closed', 'closed simultaneously', 'half-closed', 'closing']),
  by: host.optional().describe('Who reset it, or closed first.'),
  after: ms.optional().describe('From the first segment to the reset.'),
  segments: count.optional().describe('How many segments it took to close.'),
  acknowledged: z.boolean().optional().describe('Whether the other has the only FIN.'),
});

const conversation = z.strictObject({
  number: count,
  ends: perHost(end).describe('The client is who opened it, as far as the capture shows it.'),
  opening,
  ending,
  segments: perHost(count),
  octets: perHost(count).describe('Octets of data, each counted once.'),
  frames: z.strictObject({ first: count, last: count }).describe('Numbers of frames, from 1, as Wireshark counts.'),
  beganAt: ms,
  endedAt: ms,
  faulty: count.describe('Segments with something wrong on the wire.'),
});

const remark = z.strictObject({
  segment: count.describe('Its place in the trace’s `segments`.'),
  frame: count,
  type: z.string().describe('What was noticed.'),
  says: z.string().describe('The same in a sentence, in English.'),
  cite: z.string().describe('The clause that is concerned.'),
});

const comment = z.strictObject({
  segment: count.describe('Its place in the trace’s `segments`.'),
  frame: count,
  says: z.string(),
});

/** What `handshake pcap read --format json` prints. Within a version nothing is taken away and nothing changes its meaning. */
export const captureShape = z
  .discriminatedUnion('format', [
    z.strictObject({
      format: z.literal('handshake-capture'),
      version: z.literal(1),
      frames: count,
      segments: count.describe('Frames that are TCP segments.'),
      conversations: z.array(conversation),
      problem: z
        .strictObject({ type: z.string(), says: z.string(), offset: count.describe('Octets from the beginning of the file, uncompressed.'), frame: count.describe('The number that the next frame would have had.') })
        .nullable()
        .describe('Where and why reading stopped before the end of the file.'),
    }),
    z.strictObject({
      format: z.literal('handshake-conversation'),
      version: z.literal(1),
      conversation,
      habits: perHost(z.enum(PROFILE_NAMES)).describe('The profile that explains most of what each sends.'),
      frames: z.array(count).describe('The frame of each of the trace’s segments.'),
      remarks: z.array(remark).describe('What does not fit the rules, or cannot be seen in the capture.'),
      comments: z.array(comment).describe('What the file says about its segments, as text of whoever wrote it: 4 comments of 2,000 letters each at most.'),
      left: count.describe('Segments that were not followed any more.'),
      trace: traceShape.describe('The conversation as the engine’s rules explain it; not the run of a scenario. Its times count from `beganAt`.'),
    }),
  ])
  .describe('A capture, or one conversation of it. Times are ms from the first frame that has a stamp; they are negative where the capture is out of order.');

/** The same as a type. */
export type CaptureJson = z.infer<typeof captureShape>;
