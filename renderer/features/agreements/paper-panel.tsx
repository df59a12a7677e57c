import { ActionIcon } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import type { DetailOf } from '#renderer/api/records.ts';
import { runCommand } from '#renderer/api/use-command.ts';
import type { Party } from '#shared/contract/agreement-paper.ts';
import { FilesPanel } from '../attachments/files-panel.tsx';
import { FormDialog } from '../record-area/form-dialog.tsx';
import type { RecordActionsProps } from '../record-area/record-actions.tsx';
import styles from './agreements.module.css';

type Agreement = DetailOf<'agreements'>;
type Line = Agreement['parties'][number];

const dates = ['sentOn', 'signedOn', 'returnedOn'] as const;

/** Who has to sign, what each party has done with the paper, and the scan. */
export function PaperPanel({ detail, tools }: RecordActionsProps) {
  const agreement = detail as unknown as Agreement;
  const { t, locale } = tools;
  const [editing, setEditing] = useState<Line | null>(null);
  const { id, revision, stage } = agreement;
  const over = stage === 'terminated' || stage === 'cancelled';
  const name = (party: Party): string => t(`states.party.${party}`);
  const day = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return (
    <>
      <div className={styles['panel']}>
        <section>
          <h2>{t('relations.paper')}</h2>
          <div className={styles['scroll']}>
            <table className={`${styles['table']} ${styles['paper']}`}>
              <thead>
                <tr>
                  <th scope="col">{t('fields.signing.party')}</th>
                  {dates.map(field => (
                    <th key={field} scope="col">
                      {t(`fields.signing.${field}`)}
                    </th>
                  ))}
                  <th scope="col">{t('fields.signing.signatory')}</th>
                  <th scope="col">
                    <span className="visually-hidden">{t('records.actions')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {agreement.parties.map(line => (
                  <tr key={line.party}>
                    <th scope="row">
                      {locale.capitalize(name(line.party))}
                      {!line.required && <div className={styles['quiet']}>{t('relations.paperOptional')}</div>}
                    </th>
                    {dates.map(field => (
                      <td key={field}>{locale.date(line[field]) || '–'}</td>
                    ))}
                    <td>{line.signatory ?? ''}</td>
                    <td>
                      <ActionIcon
                        aria-label={t('relations.paperNote', { party: name(line.party) })}
                        disabled={over}
                        onClick={() => setEditing(line)}
                      >
                        <IconPencil size={16} />
                      </ActionIcon>
                      {line.id !== null && !line.required && (
                        <ActionIcon
                          aria-label={t('relations.paperDrop', { party: name(line.party) })}
                          disabled={over}
                          onClick={() => void runCommand('agreements.dropSigning', { id, revision, party: line.party })}
                        >
                          <IconTrash size={16} />
                        </ActionIcon>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      </div>
      <h2 className={styles['above']}>{t('relations.scan')}</h2>
      <FilesPanel owner={{ entity: 'agreement', entityId: id }} tools={tools} />
      {editing && (
        <FormDialog
          title={locale.capitalize(name(editing.party))}
          tools={tools}
          fields={[
            ...dates.map(
              field => ({ name: field, label: `fields.signing.${field}`, field: { kind: 'date' } }) as const,
            ),
            { name: 'signatory', label: 'fields.signing.signatory', field: { kind: 'text' } },
            { name: 'notes', label: 'fields.signing.notes', field: { kind: 'text' }, wide: true },
          ]}
          start={{ ...editing }}
          action={t('common.save')}
          submit={(values, accepted) =>
            api('agreements.recordSigning', {
              id,
              revision,
              party: editing.party,
              patch: {
                sentOn: day(values['sentOn']),
                signedOn: day(values['signedOn']),
                returnedOn: day(values['returnedOn']),
                signatory: day(values['signatory']),
                notes: day(values['notes']),
              },
              accepted: [...accepted],
            })
          }
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
