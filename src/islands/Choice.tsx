interface Props<Value> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string; /** A remark below the label. */ readonly note: string | null }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** A few buttons of which one is pressed. */
export function Choice<Value extends string | number>({ label, options, chosen, onChoose }: Props<Value>) {
  return (
    <div class="isl-choice" role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.value} type="button" aria-pressed={option.value === chosen} onClick={() => onChoose(option.value)}>
          {option.label}
          {option.note !== null && <small>{option.note}</small>}
        </button>
      ))}
    </div>
  );
}
