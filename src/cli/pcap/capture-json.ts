import type { Conversation } from '../../capture/conversation.ts';
import { problemSaid } from '../../capture/problem-said.ts';
import { noticedSaid } from '../../capture/remark-said.ts';
import type { Survey } from '../../capture/survey.ts';
import { messagesIn, wordsIn } from '../../components/words.ts';
import { say } from '../../narration/say.ts';
import type { HostId } from '../../simulation/scenario.ts';
import { traceJson } from '../simulate/trace-json.ts';
import type { CaptureJson } from './capture-shape.ts';
import type { Followed } from './conversation-text.ts';

type ListJson = Extract<CaptureJson, { format: 'handshake-capture' }>;
type ConversationJson = Extract<CaptureJson, { format: 'handshake-conversation' }>;

const NAMES = { A: 'client', B: 'server' } as const;
const ENGLISH = messagesIn('en');

function perHost<Of, To>(of: Readonly<Record<HostId, Of>>, to: (one: Of) => To): { client: To; server: To } {
  return { client: to(of.A), server: to(of.B) };
}

function conversationJson({ number, ends, segments, octets, first, last, faulty, happened: { opening, ending } }: Conversation): ConversationJson['conversation'] {
  const same = (count: number) => count;
  return {
    number,
    ends: perHost(ends, ({ address, port }) => ({ address, port })),
    opening: { ...opening },
    ending: 'by' in ending ? { ...ending, by: NAMES[ending.by] } : { ...ending },
    segments: perHost(segments, same),
    octets: perHost(octets, same),
    frames: { first: first.frame, last: last.frame },
    beganAt: first.at,
    endedAt: last.at,
    faulty,
  };
}

/** The conversations of a capture as plain data for programs. */
export function listJson(survey: Survey): ListJson {
  const { problem } = survey.end();
  const says = problem === null ? null : problemSaid(problem.fault);
  const told = problem === null || says === null ? null : { type: problem.fault.type, says: wordsIn('en')(says.key, says.params), offset: problem.offset, frame: problem.frame };
  return { format: 'handshake-capture', version: 1, frames: survey.frames(), segments: survey.segments(), conversations: survey.conversations().map(conversationJson), problem: told };
}

/** One conversation, with the trace that explains it, for programs. */
export function captureJson({ conversation, observed, comments }: Followed): ConversationJson {
  const { trace, captured, habits, left } = observed;
  return {
    format: 'handshake-conversation',
    version: 1,
    conversation: conversationJson(conversation),
    habits: perHost(habits, ({ profile }) => profile),
    frames: captured.map(({ frame }) => frame),
    remarks: observed.remarks.map(({ flight, frame, noticed, cite }) => ({ segment: flight, frame, type: noticed.type, says: say(noticedSaid(noticed), ENGLISH), cite })),
    comments: [...comments],
    left,
    trace: traceJson(trace),
  };
}
