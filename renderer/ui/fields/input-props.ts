/** What every input of a field takes: the label above, the message below, the value in between. */
export type InputProps<T> = {
  readonly label: string;
  readonly value: T;
  /** `problem` is a key under `validation`, or null when the value can be saved. */
  readonly onChange: (value: T, problem: string | null) => void;
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  /** A choice was made that needs no further typing. */
  readonly onChosen?: ((value: T) => void) | undefined;
  readonly disabled?: boolean | undefined;
};

/** The attributes that every input of the kit gets alike. */
export function inputAttributes<T>(props: InputProps<T>) {
  const { label, error, required = false, autoFocus = false, disabled = false } = props;
  return {
    label,
    error: error ?? null,
    required,
    withAsterisk: required,
    disabled,
    autoFocus,
    ...(autoFocus ? { 'data-autofocus': true } : {}),
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
  };
}
