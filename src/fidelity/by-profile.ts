import type { Profile } from '../tcp/profile.ts';

/** The requirements that a switch or constant of the profile decides, each with the profiles that do it. */
export const BY_PROFILE: Readonly<Record<string, (profile: Profile) => boolean>> = {
  'MUST-67': ({ mss }) => mss <= 65_535,
  'SHLD-3': ({ rstOnUnread }) => rstOnUnread,
  'MAY-1': ({ rstOnUnread }) => rstOnUnread,
  'MAY-2': ({ synInTimeWait }) => synInTimeWait === 'accept',
  'MAY-12': ({ oldAck }) => oldAck === 'challenge',
  'MAY-18': ({ lossDetection }) => lossDetection === 'by time',
  'SHLD-4': ({ synInTimeWait, timestamps }) => synInTimeWait === 'accept' && timestamps,
  'SHLD-5': ({ mssOption }) => mssOption,
  'SHLD-8': ({ ecn }) => ecn !== 'off',
  'SHLD-9': ({ r1 }) => r1 !== null,
  'SHLD-10': ({ r1 }) => r1 !== null && r1 >= 3,
  'SHLD-11': ({ r2 }) => r2 >= 100_000,
  'MUST-23': ({ r2Syn, r2SynAck }) => Math.min(r2Syn, r2SynAck) >= 180_000,
  'MUST-28': ({ keepAlive }) => keepAlive.idle >= 7_200_000,
};
