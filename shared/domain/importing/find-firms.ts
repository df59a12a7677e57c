import { compareKey, firmNameKey, splitLegalForm } from '../folding.ts';
import type { FirmReference } from './drafts.ts';
import { applyValues, type Ledger, type LedgerRecord, sameMeaning, textOf } from './ledger.ts';
import { type ExistingRecords, newRecord, type PlanRemark } from './plan-types.ts';
import { isDamaged } from './row-reader.ts';

export type Found =
  | { readonly kind: 'found'; readonly record: LedgerRecord; readonly remarks: readonly PlanRemark[] }
  | { readonly kind: 'none'; readonly remarks: readonly PlanRemark[] }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly LedgerRecord[] };

const lostLetter = 'ѫ';

/** Under which an answer about words is remembered. */
export const answerKey = (words: string): string => compareKey(words);

/** Finds the firm a row means: by BIN first, then by its name without legal form, quotes and case. */
export class FirmFinder {
  readonly #ledger: Ledger;
  readonly #existing: ExistingRecords;
  readonly #byBin = new Map<string, LedgerRecord>();
  readonly #byKey = new Map<string, LedgerRecord[]>();
  /** Firms with an addition in their name, by what is left without it. */
  readonly #byBareKey = new Map<string, LedgerRecord[]>();
  readonly #byId = new Map<string, LedgerRecord>();
  readonly #aliases: Readonly<Record<string, string>>;
  #loaded = false;

  constructor(ledger: Ledger, existing: ExistingRecords, aliases: Readonly<Record<string, string>> = {}) {
    this.#ledger = ledger;
    this.#existing = existing;
    this.#aliases = aliases;
  }

  /** Makes a firm findable under its BIN and its names. */
  remember(record: LedgerRecord): void {
    this.#byId.set(record.id, record);
    const bin = record.values['bin'];
    if (typeof bin === 'string' && !this.#byBin.has(bin)) this.#byBin.set(bin, record);
    for (const key of keysOf(record)) {
      const held = this.#byKey.get(key) ?? [];
      if (!held.includes(record)) this.#byKey.set(key, [...held, record]);
    }
    const bare = bareName(textOf(record.values, 'nameRu'));
    if (bare === null) return;
    const held = this.#byBareKey.get(firmNameKey(bare)) ?? [];
    if (!held.includes(record)) this.#byBareKey.set(firmNameKey(bare), [...held, record]);
  }

  /** The firm of a row of a firm list: a namesake with another BIN is another firm. */
  findRow(name: string, bin: string | null): Found {
    this.#load();
    const known = bin === null ? undefined : this.#byBin.get(bin);
    if (known !== undefined) return { kind: 'found', record: known, remarks: differingName(known, name) };
    const answered = this.#answered(name);
    if (answered !== undefined) return answered;
    const form = splitLegalForm(name).form;
    const namesakes = this.#byName(name);
    const fits = (record: LedgerRecord): boolean => {
      const other = formOf(record);
      const binFits = bin === null || typeof record.values['bin'] !== 'string';
      return binFits && (form === null || other === null || form === other);
    };
    const fitting = namesakes.filter(fits);
    if (namesakes.length === 0) {
      const alike = this.#apartFromAddition(name).filter(fits);
      if (alike.length > 0) return { kind: 'ambiguous', candidates: alike };
    }
    if (fitting.length === 1 && fitting[0] !== undefined) return { kind: 'found', record: fitting[0], remarks: [] };
    if (fitting.length > 1) return { kind: 'ambiguous', candidates: fitting };
    const remarks: PlanRemark[] = namesakes.length === 0 ? [] : [remark('sameNameOtherBin', name, namesakes)];
    return { kind: 'none', remarks };
  }

  /** The firm another row refers to. */
  findReference({ name, bin }: FirmReference): Found {
    this.#load();
    const answered = this.#answered(name ?? bin ?? '');
    if (answered?.kind === 'found') return answered;
    const known = bin === null ? undefined : this.#byBin.get(bin);
    if (known !== undefined) {
      return { kind: 'found', record: known, remarks: name === null ? [] : differingName(known, name) };
    }
    if (name === null) return { kind: 'none', remarks: [] };
    const candidates = narrowByForm(this.#candidates(name), name);
    const [only] = candidates;
    if (only === undefined) return { kind: 'none', remarks: [] };
    if (candidates.length > 1 || (namesPart.test(name) && this.#byName(name).length === 0))
      return { kind: 'ambiguous', candidates };
    const remarks: PlanRemark[] = [];
    if (bin !== null && typeof only.values['bin'] === 'string') remarks.push(remark('binDiffers', bin, [only]));
    const form = splitLegalForm(name).form;
    const other = formOf(only);
    if (form !== null && other !== null && form !== other) remarks.push(remark('legalFormDiffers', name, [only]));
    return { kind: 'found', record: only, remarks };
  }

  /** What the officer has said about these words, in this import or an earlier one. */
  #answered(words: string): Found | undefined {
    const answer = this.#aliases[words] ?? this.#aliases[answerKey(words)];
    if (answer === undefined) return undefined;
    const remarks = [remark('firmAnswered', words, this.#candidates(words))];
    if (answer === newRecord) return { kind: 'none', remarks };
    const record = this.#byId.get(answer);
    return record === undefined ? undefined : { kind: 'found', record, remarks };
  }

  #byName(name: string): readonly LedgerRecord[] {
    return this.#byKey.get(firmNameKey(name)) ?? [];
  }

  /** Firms whose names are the same but for an addition that one of the two lacks: «(филиал)», «(Темиртау)». */
  #apartFromAddition(name: string): readonly LedgerRecord[] {
    const bare = bareName(name);
    return bare === null ? (this.#byBareKey.get(firmNameKey(name)) ?? []) : this.#byName(bare);
  }

  /** By the name as it stands, then without what officers add to it, then with lost letters as blanks. */
  #candidates(name: string): readonly LedgerRecord[] {
    const direct = this.#byName(name);
    if (direct.length > 0) return direct;
    const bare = withoutAdditions(name).replace(/,.*$/u, '').trim();
    if (bare !== name && bare !== '') {
      const found = this.#byName(bare);
      if (found.length > 0) return found;
    }
    if (!isDamaged(name)) return [];
    const pattern = compareKey(splitLegalForm(name).name.replace(/[?\ufffd]/gu, lostLetter));
    const likeness = new RegExp(`^${pattern.replaceAll(lostLetter, '.')}$`, 'u');
    const found = new Set<LedgerRecord>();
    for (const [key, records] of this.#byKey) {
      if (key.length === pattern.length && likeness.test(key)) for (const record of records) found.add(record);
    }
    return [...found];
  }

  #load(): void {
    if (this.#loaded) return;
    this.#loaded = true;
    for (const stored of this.#existing.firms()) this.remember(this.#ledger.take('firm', stored));
  }
}

/** A part of a firm may be a firm of its own or the same one: only the officer knows. */
const namesPart =
  /\([^()]*(?:филиал|головн\p{L}+|представительств|подразделени|отделени|бас (?:кеңсе|офис)|өкілді[кг]|бөлімше|head ?office|headquarters|branch|division)[^()]*\)/iu;

function withoutAdditions(name: string): string {
  return name.replace(/\s*\([^()]*\)\s*/gu, ' ').trim();
}

/** A name without what is added to it in brackets; null when nothing is. */
function bareName(name: string): string | null {
  const bare = withoutAdditions(name);
  return bare === name.trim() || firmNameKey(bare) === '' ? null : bare;
}

/** A remark that names records. */
export function remark(reason: PlanRemark['reason'], value: string, records: readonly LedgerRecord[] = []): PlanRemark {
  return {
    reason,
    value,
    candidates: records.slice(0, 8).map(record => ({ id: record.id, title: titleAmongNamesakes(record) })),
  };
}

/** A record with what tells it from its namesakes: number and town, or IIN and day of birth. */
function titleAmongNamesakes(record: LedgerRecord): string {
  const { bin, city, iin, bornOn } = record.values;
  const facts = record.entity === 'student' ? [iin, iin ? null : bornOn] : [bin, city];
  return [titleOf(record), ...facts].filter(fact => typeof fact === 'string' && fact !== '').join(' · ');
}

/** A record as people know it. */
export function titleOf(record: LedgerRecord): string {
  const { values } = record;
  const parts =
    record.entity === 'student'
      ? [values['surname'], values['givenName'], values['patronymic']]
      : [values['nameRu'] ?? values['name'] ?? values['number'] ?? values['code']];
  return parts.filter(part => typeof part === 'string' && part !== '').join(' ');
}

/** Brings the name of a firm into its record without letting a worse spelling in. */
export function firmNameValues(record: LedgerRecord, name: string): ReturnType<typeof applyValues> {
  if (keysOf(record).includes(firmNameKey(name))) return { changes: [], conflicts: [] };
  return applyValues(record, { nameRu: name }, { nameRu: 'keepSpelling' });
}

function keysOf(record: LedgerRecord): readonly string[] {
  const names = [record.values['nameRu'], record.values['nameKk'], record.values['shortName']];
  return [...new Set(names.flatMap(name => (typeof name === 'string' && name !== '' ? [firmNameKey(name)] : [])))];
}

function formOf(record: LedgerRecord): string | null {
  const form = record.values['legalForm'];
  if (typeof form === 'string') return form;
  const name = record.values['nameRu'];
  return typeof name === 'string' ? splitLegalForm(name).form : null;
}

function narrowByForm(candidates: readonly LedgerRecord[], name: string): readonly LedgerRecord[] {
  if (candidates.length < 2) return candidates;
  const form = splitLegalForm(name).form;
  const same = form === null ? [] : candidates.filter(record => formOf(record) === form);
  return same.length > 0 ? same : candidates;
}

function differingName(record: LedgerRecord, name: string): readonly PlanRemark[] {
  if (isDamaged(name) || keysOf(record).includes(firmNameKey(name))) return [];
  return sameMeaning(record.values['nameRu'], name) ? [] : [remark('nameDiffers', name, [record])];
}
