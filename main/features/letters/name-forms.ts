import type { Input, Output } from '#shared/contract/index.ts';
import { type NameCase, nameCases } from '#shared/contract/name-forms.ts';
import { splitFullName } from '#shared/domain/people.ts';
import { nameFormKey } from '#shared/domain/words/name-form-key.ts';
import type { ReadDb } from '../../database/handles.ts';
import type { Transaction } from '../../database/records.ts';
import { sexFromName } from './addressee.ts';
import { type LetterCase, type NameForms, nameInCase, readNameForms } from './name-cases.ts';

const none: NameForms = new Map();

/** «dativeKk» → the dative in Kazakh. */
const partsOf = (name: NameCase): { readonly grammaticalCase: LetterCase; readonly language: 'kk' | 'ru' } => ({
  grammaticalCase: name.slice(0, -2) as LetterCase,
  language: name.endsWith('Kk') ? 'kk' : 'ru',
});

/** The forms of a name as the rules make them, and those the officer has set. */
export function getNameForms(db: ReadDb, { name, sex }: Input<'nameForms.get'>): Output<'nameForms.get'> {
  const own = readNameForms(db).get(nameFormKey(name));
  const known = own?.sex ?? sex ?? sexFromName(splitFullName(name));
  const made = Object.fromEntries(
    nameCases.map(form => {
      const { grammaticalCase, language } = partsOf(form);
      return [form, nameInCase({ name, sex: known, language, names: none }, grammaticalCase)];
    }),
  ) as Record<NameCase, string>;
  return { sex: known, made, own: { ...own?.forms } };
}

/** Remembers forms of a name; what is empty or as the rules make it is not kept. */
export function setNameForms(tx: Transaction, input: Input<'nameForms.set'>): Output<'nameForms.set'> {
  const { made } = getNameForms(tx.db, { name: input.name, sex: input.sex });
  const forms = Object.fromEntries(
    nameCases.flatMap(form => {
      const wanted = input.forms[form]?.trim() ?? '';
      return wanted === '' || wanted === made[form] ? [] : [[form, wanted] as const];
    }),
  );
  const id = tx.db.value<string>('SELECT id FROM name_form WHERE name_key = ?', nameFormKey(input.name)) ?? null;
  const empty = input.sex === null && Object.keys(forms).length === 0;
  tx.label('updated', { entity: 'nameForm', title: input.name });
  if (id === null) {
    if (empty) return { id: null };
    return { id: tx.insert('nameForm', { name: input.name, sex: input.sex, forms }).id };
  }
  if (empty) {
    tx.remove('nameForm', id);
    return { id: null };
  }
  tx.update('nameForm', id, { sex: input.sex, forms });
  return { id };
}
