import { dateOfMoment, type IsoDate } from '#shared/domain/iso-date.ts';

/** The date on the clock of this computer. */
export const today = (): IsoDate => {
  const now = new Date();
  return dateOfMoment(now, -now.getTimezoneOffset());
};
