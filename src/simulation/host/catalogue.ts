import type { RuleEntry } from '../../tcp/rules/catalogue.ts';

const PASSIVE_OPEN = 'RFC 9293 §3.9.1.1, MUST-41, MUST-42';

/** The host's own rules beside those of its endpoints: what a listener with a backlog does. RFC 9293 has no backlog; RFC 4987 describes it. */
export const HOST_RULES: readonly RuleEntry[] = [
  { id: 'listener.opens', cite: PASSIVE_OPEN },
  { id: 'listener.exists', cite: PASSIVE_OPEN },
  { id: 'listener.begins', cite: PASSIVE_OPEN },
  { id: 'listener.completes', cite: 'RFC 4987 §2.2' },
  { id: 'listener.full', cite: 'RFC 4987 §2.2' },
  { id: 'listener.cookie', cite: 'RFC 4987 §3.6' },
  { id: 'listener.cookie-back', cite: 'RFC 4987 §3.6' },
  { id: 'listener.believes', cite: 'RFC 7413 §4.2.2' },
  { id: 'listener.defers', cite: 'RFC 9293 §3.9.1.1' },
  { id: 'listener.defers-again', cite: 'RFC 9293 §3.9.1.1' },
  { id: 'listener.ack-ignored', cite: 'RFC 4987 §2.2' },
  { id: 'listener.ack-reset', cite: 'RFC 4987 §2.2' },
  { id: 'listener.accepts', cite: 'RFC 9293 §3.9.1.1' },
  { id: 'listener.accept-waits', cite: 'RFC 9293 §3.9.1.1' },
];
