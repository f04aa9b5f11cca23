import { LIMITS } from '../../simulation/limits.ts';
import type { HostSetup } from '../../simulation/scenario.ts';
import { PROFILES } from '../../tcp/profiles.ts';
import { Choice } from './Choice.tsx';
import { settingWords, type HostProps } from './host-props.ts';
import { NumberSetting } from './NumberSetting.tsx';
import { withHost } from './set.ts';
import { YesOrNo } from './YesOrNo.tsx';

/** What a reader begins with who asks for one of these: enough to be seen. */
const FIRST = { delayedAck: 200, userTimeout: 30_000, keepAlive: { idle: 10_000, interval: 2000, probes: 3 } };

/** How long a host waits, and for what. */
export function HabitSettings(props: HostProps) {
  const { scenario, host, words, onScenario } = props;
  const { delayedAck, userTimeout, keepAlive } = scenario.hosts[host];
  const { ackDelay } = PROFILES[scenario.profile];
  const { said, inside, asProfile } = settingWords(words);
  const set = (part: Partial<HostSetup>) => onScenario(withHost(scenario, host, part));
  const number = { words, unit: 'ms' };
  return (
    <div class="isl-set-fields">
      <YesOrNo {...props} name="nagle" answers={['on', 'off']} />
      <Choice
        label={said('delayed-ack')}
        value={delayedAck === null ? 'profile' : 'own'}
        options={[
          ['profile', asProfile(ackDelay === 0 ? inside('delayed-ack.none') : `${ackDelay} ms`)],
          ['own', said('own')],
        ]}
        onChoose={(chosen) => set({ delayedAck: chosen === 'profile' ? null : FIRST.delayedAck })}
      >
        {delayedAck !== null && <NumberSetting {...number} label={said('delayed-ack.most')} value={delayedAck} bounds={LIMITS.ackDelay} onValue={(value) => set({ delayedAck: value })} />}
      </Choice>
      <Choice
        label={said('user-timeout')}
        value={userTimeout === null ? 'profile' : 'own'}
        options={[
          ['profile', said('user-timeout.profile')],
          ['own', said('own')],
        ]}
        onChoose={(chosen) => set({ userTimeout: chosen === 'profile' ? null : FIRST.userTimeout })}
      >
        {userTimeout !== null && <NumberSetting {...number} label={said('user-timeout.after')} value={userTimeout} bounds={LIMITS.someTime} onValue={(value) => set({ userTimeout: value })} />}
      </Choice>
      <Choice
        label={said('keep-alive')}
        value={keepAlive === null ? 'never' : 'own'}
        options={[
          ['never', said('keep-alive.never')],
          ['own', said('keep-alive.own')],
        ]}
        onChoose={(chosen) => set({ keepAlive: chosen === 'never' ? null : FIRST.keepAlive })}
      >
        {keepAlive !== null && (
          <>
            <NumberSetting {...number} label={said('keep-alive.idle')} value={keepAlive.idle} bounds={LIMITS.someTime} onValue={(idle) => set({ keepAlive: { ...keepAlive, idle } })} />
            <NumberSetting {...number} label={said('keep-alive.interval')} value={keepAlive.interval} bounds={LIMITS.someTime} onValue={(interval) => set({ keepAlive: { ...keepAlive, interval } })} />
            <NumberSetting words={words} label={said('keep-alive.probes')} value={keepAlive.probes} bounds={LIMITS.count} onValue={(probes) => set({ keepAlive: { ...keepAlive, probes } })} />
          </>
        )}
      </Choice>
    </div>
  );
}
