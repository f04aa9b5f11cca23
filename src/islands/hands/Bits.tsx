import { FLAG_NAMES, flagsNamed, has, type FlagName, type Flags } from '../../tcp/flags.ts';
import { keepKeys } from '../own-keys.ts';
import './bits.css';

interface Props {
  readonly flags: Flags;
  /** Which of the bits can be set, from the most significant one. */
  readonly bits?: readonly FlagName[];
  readonly label: string;
  readonly onChange: (flags: Flags) => void;
}

/** The control bits from the most significant one, as the header has them. */
const ALL: readonly FlagName[] = FLAG_NAMES.toReversed();

/** Control bits to be set and cleared, each by itself. */
export function Bits({ flags, bits = ALL, label, onChange }: Props) {
  const isSet = (name: FlagName) => has(flags, flagsNamed([name]));
  const turned = (name: FlagName) => flagsNamed(ALL.filter((bit) => isSet(bit) !== (bit === name)));
  return (
    <fieldset class="isl-bits" data-count={bits.length}>
      <legend>{label}</legend>
      {bits.map((name) => (
        <label key={name} class="isl-tick isl-bit">
          <input type="checkbox" onKeyDown={keepKeys} checked={isSet(name)} onChange={() => onChange(turned(name))} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
