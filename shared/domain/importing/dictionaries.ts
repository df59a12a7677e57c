import { codeKey, fold } from '../folding.ts';
import type { Choice, Coded } from './drafts.ts';
import { applyValues, type Ledger, type LedgerRecord, type StoredRecord, textOf } from './ledger.ts';
import type { ExistingRecords } from './plan-types.ts';

type DictionaryEntity = 'specialty' | 'qualification' | 'group' | 'practiceType' | 'agreementType';

/** The editable lists: a value is found by its code or its words, and added when the file brings a new one. */
export class Dictionaries {
  readonly #ledger: Ledger;
  readonly #existing: ExistingRecords;
  readonly #byKey = new Map<DictionaryEntity, Map<string, LedgerRecord>>();

  constructor(ledger: Ledger, existing: ExistingRecords) {
    this.#ledger = ledger;
    this.#existing = existing;
  }

  /** The specialty of a code; by its name alone it is found, never made up. */
  specialty({ code, name }: Coded): string | null {
    const known = this.#known('specialty', this.#existing.specialties);
    if (code === null) {
      if (name === null) return null;
      return [...known.values()].find(record => fold(textOf(record.values, 'nameRu')) === fold(name))?.id ?? null;
    }
    const found = known.get(code);
    if (found === undefined) {
      return this.#add('specialty', code, {
        code,
        nameRu: name ?? code,
        nameKk: null,
        practiceHours: null,
        validFrom: null,
        validTo: null,
      }).id;
    }
    // Entered by its code alone before; now its name is known.
    if (name !== null && found.values['nameRu'] === code) found.values['nameRu'] = name;
    return found.id;
  }

  qualification({ code, name }: Coded, specialtyId: string | null): string | null {
    const known = this.#known('qualification', this.#existing.qualifications);
    if (code === null) {
      if (name === null) return null;
      return [...known.values()].find(record => fold(textOf(record.values, 'nameRu')) === fold(name))?.id ?? null;
    }
    const found = known.get(code);
    if (found === undefined) {
      return this.#add('qualification', code, {
        code,
        specialtyId,
        nameRu: name,
        nameKk: null,
        validFrom: null,
        validTo: null,
      }).id;
    }
    applyValues(found, { nameRu: name, specialtyId }, { nameRu: 'fill', specialtyId: 'fill' });
    return found.id;
  }

  /** The group of a code, with what its first student in the file says about it. */
  group(
    code: string | null,
    about: {
      specialtyId: string | null;
      qualificationId: string | null;
      course: number | null;
      language: string | null;
    },
  ): string | null {
    if (code === null) return null;
    const known = this.#known('group', this.#existing.groups);
    const found = known.get(codeKey(code));
    if (found === undefined) {
      return this.#add('group', codeKey(code), { code, ...about, curator: null, active: true }).id;
    }
    // The first row of a file moves the group to its new course; the others only repeat it.
    const rules = { specialtyId: 'fill', qualificationId: 'fill', language: 'fill' } as const;
    applyValues(found, about, found.isNew ? { ...rules, course: 'fill' } : rules);
    return found.id;
  }

  /** The group of a code if it is known; nothing is added. */
  knownGroup(code: string | null): string | null {
    if (code === null) return null;
    return this.#known('group', this.#existing.groups).get(codeKey(code))?.id ?? null;
  }

  practiceType(choice: Choice): string | null {
    const known = this.#known('practiceType', this.#existing.practiceTypes);
    return this.#choose('practiceType', known, choice, { dual: false });
  }

  agreementType(choice: Choice): string | null {
    const known = this.#known('agreementType', this.#existing.agreementTypes);
    return this.#choose('agreementType', known, choice, {});
  }

  #choose(
    entity: 'practiceType' | 'agreementType',
    known: Map<string, LedgerRecord>,
    { code, name }: Choice,
    further: Readonly<Record<string, unknown>>,
  ): string | null {
    const byWords =
      name === null ? undefined : [...known.values()].find(record => namesOf(record).includes(fold(name)));
    if (byWords !== undefined) return byWords.id;
    if (code !== null) {
      const byCode = known.get(code);
      if (byCode !== undefined) return byCode.id;
    }
    if (code === null && name === null) return null;
    const words = name ?? code ?? '';
    return this.#add(entity, code ?? fold(words), {
      code: code ?? customCode(words),
      nameRu: words,
      nameKk: words,
      nameEn: null,
      position: known.size + 1,
      active: true,
      ...further,
    }).id;
  }

  #known(entity: DictionaryEntity, load: () => readonly StoredRecord[]): Map<string, LedgerRecord> {
    const known = this.#byKey.get(entity);
    if (known !== undefined) return known;
    const records = new Map<string, LedgerRecord>();
    for (const stored of load()) {
      const code = textOf(stored.values, 'code');
      records.set(entity === 'group' ? codeKey(code) : code, this.#ledger.take(entity, stored));
    }
    this.#byKey.set(entity, records);
    return records;
  }

  #add(entity: DictionaryEntity, key: string, values: Readonly<Record<string, unknown>>): LedgerRecord {
    const record = this.#ledger.create(entity, values);
    this.#byKey.get(entity)?.set(key, record);
    return record;
  }
}

function namesOf(record: LedgerRecord): readonly string[] {
  return ['nameRu', 'nameKk', 'nameEn'].flatMap(field => {
    const name = record.values[field];
    return typeof name === 'string' ? [fold(name)] : [];
  });
}

/** A code for a value the officer's own file has brought: stable for the same words. */
function customCode(words: string): string {
  let sum = 7;
  for (const letter of fold(words)) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_647;
  return `own-${sum.toString(36)}`;
}
