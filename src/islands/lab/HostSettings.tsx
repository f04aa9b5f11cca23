import type { Words } from '../../narration/sentence.ts';
import { LIMITS } from '../../simulation/limits.ts';
import type { HostId, HostSetup, Overrides, Scenario } from '../../simulation/scenario.ts';
import { PROFILES } from '../../tcp/profiles.ts';
import { hostLabel, text } from '../text.ts';
import { Choice } from './Choice.tsx';
import { IssSetting } from './IssSetting.tsx';
import { NumberSetting } from './NumberSetting.tsx';
import { withHost, withOverride } from './set.ts';

interface Props {
  readonly scenario: Scenario;
  readonly host: HostId;
  readonly words: Words;
  readonly onScenario: (scenario: Scenario) => void;
}

const FAST_OPEN = ['off', 'on', 'cookie', 'old cookie'] as const;
const ECN = ['off', 'if asked', 'ask'] as const;
/** What a reader begins with who asks for probes: soon enough to be seen. */
const PROBING = { idle: 10_000, interval: 2000, probes: 3 };

/** What one host is made of; whatever is not set here is as the profile has it. */
export function HostSettings({ scenario, host, words, onScenario }: Props) {
  const setup = scenario.hosts[host];
  const { window, mss, sendBuffer, delayedAck, keepAlive, userTimeout, overrides, fastOpen } = setup;
  const profile = PROFILES[scenario.profile];
  const said = (key: string, params = {}) => text(words, `lab.settings.${key}`, params);
  /** As it is within a sentence. */
  const inside = (key: string) => words[`lab.settings.${key}`] ?? '';
  const set = (part: Partial<HostSetup>) => onScenario(withHost(scenario, host, part));
  const ms = 'ms';
  const octets = inside('octets');
  const number = (label: string, value: number, bounds: { readonly least: number; readonly most: number }, onValue: (value: number) => void, unit?: string) => (
    <NumberSetting label={label} value={value} bounds={bounds} words={words} onValue={onValue} {...(unit === undefined ? {} : { unit })} />
  );
  const asProfile = (value: string) => said('as-profile', { value });
  const yesOrNo = (key: 'sack' | 'timestamps' | 'nagle', [yes, no]: readonly [string, string]) => {
    const own = overrides[key];
    return (
      <Choice
        label={said(key)}
        value={own === undefined ? 'profile' : own ? 'yes' : 'no'}
        options={[
          ['profile', asProfile(inside(profile[key] ? yes : no))],
          ['yes', said(yes)],
          ['no', said(no)],
        ]}
        onChoose={(chosen) => onScenario(withOverride(scenario, host, key, chosen === 'profile' ? undefined : chosen === 'yes'))}
      />
    );
  };
  const scaled = overrides.wscale === undefined ? profile.wscale : overrides.wscale;
  const scale = profile.wscale === null ? inside('not-offered') : String(profile.wscale);

  return (
    <details class="isl-set-host" data-host={host}>
      <summary>
        {hostLabel(words, setup.name)} <span class="isl-set-note">{said('host.about')}</span>
      </summary>
      <p class="isl-set-heading">{said('numbers')}</p>
      <div class="isl-set-fields">
        <IssSetting scenario={scenario} host={host} words={words} onScenario={onScenario} />
        {number(said('window'), window, LIMITS.window, (value) => set({ window: value }), octets)}
        {number(said('mss'), mss, LIMITS.mss, (value) => set({ mss: value }), octets)}
        <Choice
          label={said('send-buffer')}
          value={sendBuffer === null ? 'any' : 'own'}
          options={[
            ['any', said('send-buffer.any')],
            ['own', said('send-buffer.own')],
          ]}
          onChoose={(chosen) => set({ sendBuffer: chosen === 'any' ? null : 65_536 })}
        >
          {sendBuffer !== null && number(said('send-buffer.holds'), sendBuffer, LIMITS.octets, (value) => set({ sendBuffer: value }), octets)}
        </Choice>
      </div>
      <p class="isl-set-heading">{said('options')}</p>
      <div class="isl-set-fields">
        <Choice
          label={said('wscale')}
          value={overrides.wscale === undefined ? 'profile' : overrides.wscale === null ? 'no' : 'own'}
          options={[
            ['profile', asProfile(scale)],
            ['own', said('own')],
            ['no', said('not-offered')],
          ]}
          onChoose={(chosen) => onScenario(withOverride(scenario, host, 'wscale', chosen === 'profile' ? undefined : chosen === 'no' ? null : (scaled ?? 7)))}
        >
          {typeof overrides.wscale === 'number' && number(said('wscale.shift'), overrides.wscale, LIMITS.wscale, (value) => onScenario(withOverride(scenario, host, 'wscale', value)))}
        </Choice>
        {yesOrNo('sack', ['offered', 'not-offered'])}
        {yesOrNo('timestamps', ['offered', 'not-offered'])}
        <Choice
          label={said('ecn')}
          value={overrides.ecn ?? 'profile'}
          options={[['profile', asProfile(inside(`ecn.${nameOf(profile.ecn)}`))], ...ECN.map((ecn) => [ecn, said(`ecn.${nameOf(ecn)}`)] as const)]}
          onChoose={(chosen: NonNullable<Overrides['ecn']> | 'profile') => onScenario(withOverride(scenario, host, 'ecn', chosen === 'profile' ? undefined : chosen))}
        />
        <Choice label={said('fast-open')} value={fastOpen} options={FAST_OPEN.map((one) => [one, said(`fast-open.${nameOf(one)}`)] as const)} onChoose={(chosen) => set({ fastOpen: chosen })} />
      </div>
      <p class="isl-set-heading">{said('habits')}</p>
      <div class="isl-set-fields">
        {yesOrNo('nagle', ['on', 'off'])}
        <Choice
          label={said('delayed-ack')}
          value={delayedAck === null ? 'profile' : 'own'}
          options={[
            ['profile', asProfile(profile.ackDelay === 0 ? inside('delayed-ack.none') : `${profile.ackDelay} ms`)],
            ['own', said('own')],
          ]}
          onChoose={(chosen) => set({ delayedAck: chosen === 'profile' ? null : 200 })}
        >
          {delayedAck !== null && number(said('delayed-ack.most'), delayedAck, LIMITS.ackDelay, (value) => set({ delayedAck: value }), ms)}
        </Choice>
        <Choice
          label={said('user-timeout')}
          value={userTimeout === null ? 'profile' : 'own'}
          options={[
            ['profile', said('user-timeout.profile')],
            ['own', said('own')],
          ]}
          onChoose={(chosen) => set({ userTimeout: chosen === 'profile' ? null : 30_000 })}
        >
          {userTimeout !== null && number(said('user-timeout.after'), userTimeout, LIMITS.someTime, (value) => set({ userTimeout: value }), ms)}
        </Choice>
        <Choice
          label={said('keep-alive')}
          value={keepAlive === null ? 'never' : 'own'}
          options={[
            ['never', said('keep-alive.never')],
            ['own', said('keep-alive.own')],
          ]}
          onChoose={(chosen) => set({ keepAlive: chosen === 'never' ? null : PROBING })}
        >
          {keepAlive !== null && (
            <>
              {number(said('keep-alive.idle'), keepAlive.idle, LIMITS.someTime, (idle) => set({ keepAlive: { ...keepAlive, idle } }), ms)}
              {number(said('keep-alive.interval'), keepAlive.interval, LIMITS.someTime, (interval) => set({ keepAlive: { ...keepAlive, interval } }), ms)}
              {number(said('keep-alive.probes'), keepAlive.probes, LIMITS.count, (probes) => set({ keepAlive: { ...keepAlive, probes } }))}
            </>
          )}
        </Choice>
      </div>
    </details>
  );
}

function nameOf(value: string): string {
  return value.replace(' ', '-');
}
