import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props<Name extends string> {
  readonly label: string;
  readonly value: Name;
  /** What can be chosen, with what is said for it. */
  readonly options: readonly (readonly [Name, string])[];
  readonly onChoose: (value: Name) => void;
  /** What stands below, such as the number that the choice asks for. */
  readonly children?: ComponentChildren;
}

/** One of a few things to choose from. */
export function Choice<Name extends string>({ label, value, options, onChoose, children }: Props<Name>) {
  const id = useId();
  const onChange = ({ currentTarget }: { readonly currentTarget: HTMLSelectElement }) => {
    const chosen = options[currentTarget.selectedIndex];
    if (chosen !== undefined) onChoose(chosen[0]);
  };
  return (
    <div class="isl-setting-choice">
      <label for={id} class="isl-number-label">
        {label}
      </label>
      <select id={id} value={value} onChange={onChange}>
        {options.map(([name, said]) => (
          <option key={name} value={name}>
            {said}
          </option>
        ))}
      </select>
      {children}
    </div>
  );
}
