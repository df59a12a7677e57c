/** Takes the keyboard to the first field of a form that was refused, once its message is drawn. */
export function focusFirstInvalid(form: HTMLFormElement | null): void {
  const focus = (): void => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  requestAnimationFrame(() => requestAnimationFrame(focus));
}
