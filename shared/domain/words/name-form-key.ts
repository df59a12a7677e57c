/** By what the remembered cases of a name are found: the very name, whatever its case and spaces. */
export const nameFormKey = (name: string): string =>
  name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLowerCase();
