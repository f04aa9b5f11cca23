import { LIMITS } from '../../simulation/limits.ts';
import type { HostSetup } from '../../simulation/scenario.ts';
import { Choice } from './Choice.tsx';
import { settingWords, type HostProps } from './host-props.ts';
import { IssSetting } from './IssSetting.tsx';
import { NumberSetting } from './NumberSetting.tsx';
import { withHost } from './set.ts';

/** Where a host begins to count, and how much it takes at once. */
export function BufferSettings({ scenario, host, words, onScenario }: HostProps) {
  const { window, mss, sendBuffer } = scenario.hosts[host];
  const { said, inside } = settingWords(words);
  const set = (part: Partial<HostSetup>) => onScenario(withHost(scenario, host, part));
  const octets = inside('octets');
  return (
    <div class="isl-set-fields">
      <IssSetting scenario={scenario} host={host} words={words} onScenario={onScenario} />
      <NumberSetting label={said('window')} unit={octets} value={window} bounds={LIMITS.window} words={words} onValue={(value) => set({ window: value })} />
      <NumberSetting label={said('mss')} unit={octets} value={mss} bounds={LIMITS.mss} words={words} onValue={(value) => set({ mss: value })} />
      <Choice
        label={said('send-buffer')}
        value={sendBuffer === null ? 'any' : 'own'}
        options={[
          ['any', said('send-buffer.any')],
          ['own', said('send-buffer.own')],
        ]}
        onChoose={(chosen) => set({ sendBuffer: chosen === 'any' ? null : 65_536 })}
      >
        {sendBuffer !== null && <NumberSetting label={said('send-buffer.holds')} unit={octets} value={sendBuffer} bounds={LIMITS.octets} words={words} onValue={(value) => set({ sendBuffer: value })} />}
      </Choice>
    </div>
  );
}
