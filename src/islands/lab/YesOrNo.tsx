import { PROFILES } from '../../tcp/profiles.ts';
import { Choice } from './Choice.tsx';
import { settingWords, type HostProps } from './host-props.ts';
import { withOverride } from './set.ts';

interface Props extends HostProps {
  readonly name: 'sack' | 'timestamps' | 'nagle';
  /** The keys of what is said for yes and for no. */
  readonly answers: readonly [yes: string, no: string];
}

/** Something that a host does or does not, unless it is left to its profile. */
export function YesOrNo({ scenario, host, words, onScenario, name, answers: [yes, no] }: Props) {
  const own = scenario.hosts[host].overrides[name];
  const { said, inside, asProfile } = settingWords(words);
  return (
    <Choice
      label={said(name)}
      value={own === undefined ? 'profile' : own ? 'yes' : 'no'}
      options={[
        ['profile', asProfile(inside(PROFILES[scenario.profile][name] ? yes : no))],
        ['yes', said(yes)],
        ['no', said(no)],
      ]}
      onChoose={(chosen) => onScenario(withOverride(scenario, host, name, chosen === 'profile' ? undefined : chosen === 'yes'))}
    />
  );
}
