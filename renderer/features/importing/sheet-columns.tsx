import { NativeSelect, NumberInput } from '@mantine/core';
import { useMasking } from '#renderer/app/use-masking.ts';
import type { ImportPreview } from '#renderer/state/importing.ts';
import { fieldsOf } from '#shared/domain/importing/fields.ts';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './importing.module.css';

type Props = {
  readonly sheet: ImportPreview['sheets'][number];
  readonly tools: Tools;
  readonly onField: (column: number, field: string | null) => void;
  readonly onHeaderRow: (row: number) => void;
};

/** The name of a field of an import: its own word, or that of the record it belongs to. */
export function fieldLabel(tools: Tools, entity: string, field: string): string {
  for (const key of [`fields.${entity}.${field}`, `importing.fields.${field}`])
    if (tools.hasWord(key)) return tools.word(key);
  return field;
}

const namesColumn = ({ heading, column }: Props['sheet']['columns'][number]): string =>
  heading === '' ? columnLetters(column) : heading;

/** The letters of a column as Excel shows them: 0 is A, 26 is AA. */
function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return `${rest < 0 ? '' : columnLetters(rest)}${String.fromCharCode(65 + (column % 26))}`;
}

/** Which column goes to which field, with samples; every guess can be corrected. */
export function SheetColumns({ sheet, tools, onField, onHeaderRow }: Props) {
  const { t } = tools;
  const mask = useMasking();
  const { entity } = sheet;
  if (entity === null) return null;
  const fields = Object.keys(fieldsOf(entity))
    .filter(field => field !== 'rowNumber')
    .map(field => ({ value: field, label: fieldLabel(tools, entity, field) }));
  const filled = sheet.columns.filter(({ heading, samples }) => heading !== '' || samples.length > 0);
  const left = filled.filter(({ field }) => field === null);
  const options = [{ value: '', label: t('importing.noField') }, ...fields];
  return (
    <details className={styles['columns']}>
      <summary>
        {t('importing.columnsUsed', { used: filled.length - left.length, total: filled.length })}
        {left.length > 0 && (
          <span className={styles['small']}>
            {' '}
            {t('importing.columnsLeft', { columns: left.map(namesColumn).join(' · ') })}
          </span>
        )}
      </summary>
      <p className={styles['small']}>
        {t('importing.columnsHelp')} {sheet.remembered && t('importing.remembered')}
      </p>
      <NumberInput
        size="xs"
        w={160}
        mb="sm"
        label={t('importing.headerRow')}
        min={1}
        allowDecimal={false}
        value={sheet.headerRows[0] ?? 1}
        onBlur={event => {
          const row = Number(event.currentTarget.value);
          if (Number.isInteger(row) && row >= 1 && row !== sheet.headerRows[0]) onHeaderRow(row);
        }}
      />
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('importing.column')}</th>
            <th scope="col">{t('importing.samples')}</th>
            <th scope="col">{t('importing.field')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.columns.map(column => (
            <tr key={column.column}>
              <th scope="row">{column.heading || '–'}</th>
              <td className={styles['muted']}>
                {column.samples
                  .slice(0, 3)
                  .map(sample => mask(sample, column.field ?? ''))
                  .join(' · ')}
              </td>
              <td>
                <NativeSelect
                  size="xs"
                  aria-label={`${t('importing.field')}: ${column.heading}`}
                  data={options}
                  value={column.field === 'rowNumber' ? '' : (column.field ?? '')}
                  onChange={event => onField(column.column, event.currentTarget.value || null)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
