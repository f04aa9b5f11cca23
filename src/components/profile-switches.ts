import type { Profile } from '../tcp/profile.ts';
import { PROFILES } from '../tcp/profiles.ts';

/** A named switch or constant in which systems differ. */
export type Switch = Exclude<keyof Profile, 'name'>;

const isSwitch = (key: string): key is Switch => key !== 'name' && key in PROFILES.rfc9293;

/** Every switch, in the order of `Profile`. */
export const SWITCHES: readonly Switch[] = Object.keys(PROFILES.rfc9293).filter(isSwitch);

/** The message that says what a switch is, in one sentence or two. */
export function switchKey(name: Switch): string {
  return `profile.${name}`;
}

/** The message that says where a switch was seen, or which clause asks for it. */
export function seenKey(name: Switch): string {
  return `profile.${name}.seen`;
}

/** The switches in which Linux differs from RFC 9293, in their order. */
export function linuxDiffers(): readonly Switch[] {
  const { rfc9293, linux } = PROFILES;
  return SWITCHES.filter((name) => JSON.stringify(rfc9293[name]) !== JSON.stringify(linux[name]));
}
