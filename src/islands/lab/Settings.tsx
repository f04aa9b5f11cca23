import { useId } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import { LIMITS } from '../../simulation/limits.ts';
import { HOST_IDS, peerOf, type Scenario } from '../../simulation/scenario.ts';
import { PROFILE_NAMES } from '../../tcp/profile.ts';
import { hostLabel } from '../text.ts';
import { settingWords } from './host-props.ts';
import { HostSettings } from './HostSettings.tsx';
import { NumberSetting } from './NumberSetting.tsx';
import { lossOf, withLoss } from './set.ts';
import './settings.css';

interface Props {
  readonly scenario: Scenario;
  readonly words: Words;
  /** The scenario with what the reader has set. */
  readonly onScenario: (scenario: Scenario) => void;
}

/** What the hosts and the network are before anything happens: profile and delay first, each host folded away. */
export function Settings({ scenario, words, onScenario }: Props) {
  const id = useId();
  const { said } = settingWords(words);
  return (
    <div class="isl-settings">
      <fieldset class="isl-set-profiles">
        <legend class="isl-set-heading">{said('profile')}</legend>
        {PROFILE_NAMES.map((name) => (
          <div key={name} class="isl-set-profile" data-chosen={scenario.profile === name}>
            <input id={`${id}-${name}`} type="radio" name={`${id}-profile`} checked={scenario.profile === name} aria-describedby={`${id}-${name}-about`} onChange={() => onScenario({ ...scenario, profile: name })} />
            <label for={`${id}-${name}`}>{said(`profile.${name}`)}</label>
            <p class="isl-set-note" id={`${id}-${name}-about`}>
              {said(`profile.${name}.about`)}
            </p>
          </div>
        ))}
      </fieldset>
      <p class="isl-set-heading">{said('network')}</p>
      <div class="isl-set-fields">
        <NumberSetting label={said('delay')} unit="ms" value={scenario.delay} bounds={LIMITS.someTime} words={words} onValue={(delay) => onScenario({ ...scenario, delay })} />
        {HOST_IDS.map((host) => (
          <NumberSetting
            key={host}
            label={said('loss', { from: hostLabel(words, scenario.hosts[host].name), to: hostLabel(words, scenario.hosts[peerOf(host)].name) })}
            unit="%"
            value={lossOf(scenario, host)}
            bounds={{ ...LIMITS.percent, least: 0 }}
            words={words}
            onValue={(percent) => onScenario(withLoss(scenario, host, percent))}
          />
        ))}
      </div>
      <div class="isl-set-check">
        <input id={`${id}-open`} type="checkbox" checked={scenario.established} aria-describedby={`${id}-open-about`} onChange={({ currentTarget }) => onScenario({ ...scenario, established: currentTarget.checked })} />
        <label for={`${id}-open`}>{said('established')}</label>
        <p class="isl-set-note" id={`${id}-open-about`}>
          {said('established.about')}
        </p>
      </div>
      {HOST_IDS.map((host) => (
        <HostSettings key={host} scenario={scenario} host={host} words={words} onScenario={onScenario} />
      ))}
    </div>
  );
}
