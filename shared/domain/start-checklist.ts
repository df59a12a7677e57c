import type { IsoDate } from './iso-date.ts';

/** What a placement must have before it starts. */
export type StartItem = 'briefing' | 'medical' | 'insurance' | 'consent';

export type StartFacts = {
  readonly briefingOn: IsoDate | null;
  readonly briefingJournal: string | null;
  readonly medicalOn: IsoDate | null;
  readonly insurance: string | null;
  readonly consentOn: IsoDate | null;
};

/** The items that apply and whether each is there; the representative's consent is asked of minors only. */
export function startChecklist(
  facts: StartFacts,
  minor: boolean,
): { readonly item: StartItem; readonly done: boolean }[] {
  return [
    { item: 'briefing', done: facts.briefingOn !== null && facts.briefingJournal !== null },
    { item: 'medical', done: facts.medicalOn !== null },
    { item: 'insurance', done: facts.insurance !== null },
    ...(minor ? [{ item: 'consent', done: facts.consentOn !== null } as const] : []),
  ];
}
