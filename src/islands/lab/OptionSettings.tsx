import { LIMITS } from '../../simulation/limits.ts';
import type { Overrides } from '../../simulation/scenario.ts';
import { PROFILES } from '../../tcp/profiles.ts';
import { Choice } from './Choice.tsx';
import { settingWords, type HostProps } from './host-props.ts';
import { NumberSetting } from './NumberSetting.tsx';
import { withHost, withOverride } from './set.ts';
import { YesOrNo } from './YesOrNo.tsx';

const OFFER = ['offered', 'not-offered'] as const;
const ECN = ['off', 'if asked', 'ask'] as const;
const FAST_OPEN = ['off', 'on', 'cookie', 'old cookie'] as const;

/** The shift that a reader begins with where the profile offers none. */
const SHIFT = 7;

/** Which options a host offers on its SYN. */
export function OptionSettings(props: HostProps) {
  const { scenario, host, words, onScenario } = props;
  const { overrides, fastOpen } = scenario.hosts[host];
  const profile = PROFILES[scenario.profile];
  const { said, inside, asProfile } = settingWords(words);
  const scaleBy = (shift: Overrides['wscale']) => onScenario(withOverride(scenario, host, 'wscale', shift));
  return (
    <div class="isl-set-fields">
      <Choice
        label={said('wscale')}
        value={overrides.wscale === undefined ? 'profile' : overrides.wscale === null ? 'no' : 'own'}
        options={[
          ['profile', asProfile(profile.wscale === null ? inside('not-offered') : String(profile.wscale))],
          ['own', said('own')],
          ['no', said('not-offered')],
        ]}
        onChoose={(chosen) => scaleBy(chosen === 'profile' ? undefined : chosen === 'no' ? null : (profile.wscale ?? SHIFT))}
      >
        {typeof overrides.wscale === 'number' && <NumberSetting label={said('wscale.shift')} value={overrides.wscale} bounds={LIMITS.wscale} words={words} onValue={scaleBy} />}
      </Choice>
      <YesOrNo {...props} name="sack" answers={OFFER} />
      <YesOrNo {...props} name="timestamps" answers={OFFER} />
      <Choice
        label={said('ecn')}
        value={overrides.ecn ?? 'profile'}
        options={[['profile', asProfile(inside(`ecn.${keyOf(profile.ecn)}`))], ...ECN.map((ecn) => [ecn, said(`ecn.${keyOf(ecn)}`)] as const)]}
        onChoose={(chosen: NonNullable<Overrides['ecn']> | 'profile') => onScenario(withOverride(scenario, host, 'ecn', chosen === 'profile' ? undefined : chosen))}
      />
      <Choice label={said('fast-open')} value={fastOpen} options={FAST_OPEN.map((one) => [one, said(`fast-open.${keyOf(one)}`)] as const)} onChoose={(chosen) => onScenario(withHost(scenario, host, { fastOpen: chosen }))} />
    </div>
  );
}

function keyOf(value: string): string {
  return value.replace(' ', '-');
}
