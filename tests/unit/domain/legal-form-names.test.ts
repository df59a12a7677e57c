import { expect, test } from 'vitest';
import { legalForms, longLegalForm } from '#shared/domain/legal-forms.ts';

test('the long name of a legal form is in the language asked for, and left out where none is known in it', () => {
  const names = legalForms.map(form => [form.code, longLegalForm(form, 'ru'), longLegalForm(form, 'kk')] as const);
  expect(names.filter(([, ru, kk]) => ru === '' || kk === '').map(([code]) => code)).toEqual(['llc']);
});

test('the communal enterprise is КМК in Kazakh and КГП in Russian, with the words behind both', () => {
  const form = legalForms.find(({ code }) => code === 'communalEnterprise');
  if (form === undefined) throw new Error('the form is in the list');
  expect([form.kk, longLegalForm(form, 'kk'), form.ru, longLegalForm(form, 'ru')]).toEqual([
    'КМК',
    'коммуналдық мемлекеттік кәсіпорын',
    'КГП',
    'коммунальное государственное предприятие',
  ]);
});
