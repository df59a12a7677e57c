import { useMemo } from 'react';
import { useProcedure } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import type { Option, Tools } from './descriptor.ts';

type Entry = {
  readonly id: string;
  readonly nameRu: string;
  readonly nameKk: string;
  readonly nameEn: string | null;
  readonly active: boolean;
};

type Entries = { readonly rows: readonly Entry[] };
const request = { search: '', sort: { field: 'position', direction: 'asc' }, offset: 0, limit: 500 };

/** The language together with the names of the editable dictionaries. */
export function useTools(): Tools {
  const language = useLanguage();
  const agreementTypes = useProcedure<Entries>('agreementTypes.list', request).data;
  const practiceTypes = useProcedure<Entries>('practiceTypes.list', request).data;
  const engagementKinds = useProcedure<Entries>('engagementKinds.list', request).data;
  const evaluationCriteria = useProcedure<Entries>('evaluationCriteria.list', request).data;
  return useMemo(() => {
    const nameIn = (entry: Entry): string => {
      if (language.language === 'kk') return entry.nameKk;
      return (language.language === 'en' ? entry.nameEn : null) ?? entry.nameRu;
    };
    const rows = {
      agreementTypes: agreementTypes?.rows ?? [],
      practiceTypes: practiceTypes?.rows ?? [],
      engagementKinds: engagementKinds?.rows ?? [],
      evaluationCriteria: evaluationCriteria?.rows ?? [],
    };
    const names = {
      agreementTypes: new Map(rows.agreementTypes.map(entry => [entry.id, nameIn(entry)])),
      practiceTypes: new Map(rows.practiceTypes.map(entry => [entry.id, nameIn(entry)])),
      engagementKinds: new Map(rows.engagementKinds.map(entry => [entry.id, nameIn(entry)])),
      evaluationCriteria: new Map(rows.evaluationCriteria.map(entry => [entry.id, nameIn(entry)])),
    };
    return {
      ...language,
      nameOf: (dictionary, id) => names[dictionary].get(String(id)) ?? '',
      optionsOf: dictionary =>
        rows[dictionary]
          .filter(entry => entry.active)
          .map((entry): Option => ({ value: entry.id, label: nameIn(entry) })),
    };
  }, [language, agreementTypes, practiceTypes, engagementKinds, evaluationCriteria]);
}
