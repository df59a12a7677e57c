import { NativeSelect } from '@mantine/core';
import type { ImportPreview } from '#renderer/state/importing.ts';
import { type ImportEntity, importEntities } from '#shared/domain/importing/fields.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { actionTones, rowActions } from './actions.ts';
import styles from './importing.module.css';

type Props = {
  readonly sheets: ImportPreview['sheets'];
  readonly chosen: string;
  readonly tools: Tools;
  readonly onChoose: (name: string) => void;
  readonly onEntity: (name: string, entity: ImportEntity | null) => void;
};

/** The sheets of the file: what each holds and what will happen to its rows. */
export function SheetList({ sheets, chosen, tools, onChoose, onEntity }: Props) {
  const { t, word } = tools;
  const options = [
    { value: '', label: t('importing.leaveSheet') },
    ...importEntities.map(entity => ({ value: entity, label: word(`importing.entities.${entity}`) })),
  ];
  return (
    <nav className={styles['sheets']} aria-label={t('importing.sheets')}>
      <ul>
        {sheets.map(sheet => (
          <li key={sheet.name} data-chosen={sheet.name === chosen || undefined}>
            <button
              type="button"
              className={styles['sheetName']}
              aria-current={sheet.name === chosen ? 'true' : undefined}
              onClick={() => onChoose(sheet.name)}
            >
              {sheet.name}
            </button>
            {sheet.reason && <span className={styles['small']}>{word(`importReasons.${sheet.reason}`)}</span>}
            <NativeSelect
              size="xs"
              aria-label={`${t('importing.isWhat')}: ${sheet.name}`}
              data={options}
              value={sheet.entity ?? ''}
              onChange={event => onEntity(sheet.name, (event.currentTarget.value || null) as ImportEntity | null)}
            />
            <dl className={styles['tally']}>
              {rowActions
                .filter(action => sheet.counts[action] > 0)
                .map(action => (
                  <div key={action} data-tone={actionTones[action]}>
                    <dt>{word(`importing.actions.${action}`)}</dt>
                    <dd>{tools.locale.number(sheet.counts[action])}</dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
      </ul>
    </nav>
  );
}
