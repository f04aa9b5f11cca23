import type { Words } from '../../diagram/words.ts';
import type { ProfileName } from '../../tcp/profile.ts';
import { PROFILES } from '../../tcp/profiles.ts';
import { valueText } from '../profile-values.ts';

/** The timers and limits that a sheet has room for: constants of the profiles, and TIME-WAIT, which is twice one. */
export const TIMERS = ['rtoInitial', 'rtoMin', 'rtoMax', 'r2Syn', 'r2', 'ackDelay', 'time-wait', 'finWait2', 'keepAlive'] as const;

/** The value of a timer under a profile, as a reader sees it. */
export function timerText(timer: (typeof TIMERS)[number], profile: ProfileName, words: Words): string {
  const values = PROFILES[profile];
  if (timer === 'time-wait') return valueText('msl', 2 * values.msl, words);
  if (timer === 'keepAlive') return valueText('msl', values.keepAlive.idle, words);
  return timer === 'ackDelay' && values.ackDelay === 0 ? words('sheet.at-once') : valueText(timer, values[timer], words);
}
