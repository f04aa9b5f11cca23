import { hostLabel } from '../text.ts';
import { BufferSettings } from './BufferSettings.tsx';
import { HabitSettings } from './HabitSettings.tsx';
import { settingWords, type HostProps } from './host-props.ts';
import { OptionSettings } from './OptionSettings.tsx';

/** What one host is made of, folded away; whatever is not set here is as the profile has it. */
export function HostSettings(props: HostProps) {
  const { said } = settingWords(props.words);
  return (
    <details class="isl-set-host" data-host={props.host}>
      <summary>
        {hostLabel(props.words, props.scenario.hosts[props.host].name)} <span class="isl-set-note">{said('host.about')}</span>
      </summary>
      <p class="isl-set-heading">{said('numbers')}</p>
      <BufferSettings {...props} />
      <p class="isl-set-heading">{said('options')}</p>
      <OptionSettings {...props} />
      <p class="isl-set-heading">{said('habits')}</p>
      <HabitSettings {...props} />
    </details>
  );
}
