import type { Profile } from '../../tcp/profile.ts';
import type { Settings } from '../stack/settings.ts';

/** What a setting of a system makes of the host; a text says why it cannot be made. */
export type Change = (settings: Settings, value: string) => Settings | string;

/** The host with some switches of its profile set. */
export function withProfile(settings: Settings, change: Partial<Settings['profile']>): Settings {
  return { ...settings, profile: { ...settings.profile, ...change } };
}

/** Settings that change nothing here, at any value. */
export const IDLE: Change = (settings) => settings;

/** A setting that may only have these values, at which the engine behaves so anyway. */
export function only(...values: readonly string[]): Change {
  return (settings, value) => (values.includes(value) ? settings : 'is not something that the engine has at this value');
}

/** A setting whose value is a number. */
export function numeric(change: (settings: Settings, value: number) => Settings): Change {
  return (settings, value) => (/^\d+$/.test(value) ? change(settings, Number(value)) : 'is no number');
}

const ECN_MODES: readonly Profile['ecn'][] = ['off', 'ask', 'if asked'];

/** Linux and FreeBSD number the ways of ECN alike; what goes beyond RFC 3168 is not something that the engine has. */
export function ecnMode(settings: Settings, value: string): Settings | string {
  const ecn = ECN_MODES[Number(value)];
  return ecn === undefined ? 'is not something that the engine has' : withProfile(settings, { ecn });
}
