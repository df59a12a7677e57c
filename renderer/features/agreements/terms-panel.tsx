import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import type { DetailOf } from '#renderer/api/records.ts';
import { runCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { today } from '#renderer/ui/today.ts';
import type { Output } from '#shared/contract/index.ts';
import type { TermPart } from '#shared/domain/effective.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { FormDialog } from '../record-area/form-dialog.tsx';
import type { RecordActionsProps } from '../record-area/record-actions.tsx';
import { RecordLink } from '../record-area/record-link.tsx';
import styles from './agreements.module.css';
import { AmendmentEditDialog } from './amendment-dialog.tsx';
import { specialtyText, termText } from './term-text.ts';

type Agreement = DetailOf<'agreements'>;
type Amendment = Output<'agreements.chain'>['amendments'][number];

/** What holds today, every amendment with before and after, and the agreements around this one. */
export function TermsPanel({ detail, tools }: RecordActionsProps) {
  const agreement = detail as unknown as Agreement;
  const { t, word, locale } = tools;
  const chain = useQuery('agreements.chain', { id: agreement.id }).data;
  const around = chain?.links.filter(link => link.relation !== 'self') ?? [];
  return (
    <div className={styles['panel']}>
      <TermsToday agreement={agreement} tools={tools} />
      <Specialties agreement={agreement} tools={tools} />
      <section>
        <h2>{t('relations.amendments')}</h2>
        {chain && chain.amendments.length === 0 && <p className={styles['quiet']}>{t('relations.amendmentsNone')}</p>}
        <ol className={styles['amendments']}>
          {chain?.amendments.map(amendment => (
            <AmendmentCard key={amendment.id} amendment={amendment} tools={tools} />
          ))}
        </ol>
      </section>
      {around.length > 0 && (
        <section>
          <h2>{t('relations.chain')}</h2>
          <ul className={styles['amendments']}>
            {around.map(link => (
              <li key={link.id}>
                <div className={styles['head']}>
                  <RecordLink name="agreements" id={link.id}>{`№ ${link.number}`}</RecordLink>
                  <span>{word(`states.agreement.${link.state}`)}</span>
                  {link.studentName && <span>{link.studentName}</span>}
                  <span className={styles['quiet']}>{locale.date(link.signedOn)}</span>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function TermsToday({ agreement, tools }: { readonly agreement: Agreement; readonly tools: Tools }) {
  const { t } = tools;
  const { effective } = agreement;
  const lines: readonly (readonly [part: TermPart, now: unknown, first: unknown])[] = [
    ['startsOn', effective.startsOn, agreement.startsOn],
    ['endsOn', effective.endsOn, agreement.endsOn],
    ['places', effective.places, agreement.places],
    ['signatoryId', effective.signatoryName, agreement.signatoryName],
    ['place', effective.place, agreement.place],
    ['mentorId', effective.mentorName, null],
    ['payMinor', effective.payMinor, null],
    ['terminatedOn', effective.terminatedOn, agreement.stage === 'terminated' ? agreement.terminatedOn : null],
  ];
  const shown = lines.filter(
    ([part, now, first]) => now !== null || first !== null || ['startsOn', 'endsOn', 'places'].includes(part),
  );
  return (
    <section>
      <h2>{t('relations.termsToday')}</h2>
      <dl className={styles['terms']}>
        {shown.map(([part, now, first]) => (
          <div key={part}>
            <dt>{t(`fields.amendment.${part}`)}</dt>
            <dd>
              {termText(tools, part, now)}
              {now !== first && (
                <div className={styles['quiet']}>
                  {t('relations.termsWere', { value: termText(tools, part, first) })}
                </div>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The same for two lists that say the same in another order. */
const signature = (
  rows: readonly { readonly code: string; readonly year: number | null; readonly places: number | null }[],
): string =>
  rows
    .map(row => `${row.code} ${row.year ?? ''} ${row.places ?? ''}`)
    .toSorted(byText)
    .join();
const byText = (a: string, b: string): number => (a < b ? -1 : 1);

function Specialties({ agreement, tools }: { readonly agreement: Agreement; readonly tools: Tools }) {
  const { t } = tools;
  const [adding, setAdding] = useState(false);
  const filter = { filter: { agreementId: agreement.id }, limit: 200 };
  const rows = useQuery('agreementSpecialties.list', filter).data?.rows ?? [];
  const amended = agreement.effective.specialties;
  // What was signed first can be corrected here; what an amendment has changed is read from the amendment.
  const changed = signature(rows) !== signature(amended);
  return (
    <section>
      <h2>{t('relations.specialties')}</h2>
      {amended.length === 0 && rows.length === 0 && <p className={styles['quiet']}>{t('relations.specialtiesNone')}</p>}
      {changed && (
        <p>
          {amended.map(row => specialtyText(tools, row)).join('; ') || t('relations.nothing')}
          <span className={styles['quiet']}> · {t('relations.termsAmended')}</span>
        </p>
      )}
      <ul className={styles['amendments']}>
        {rows.map(row => (
          <li key={row.id}>
            <div className={styles['head']}>
              <span>{`${specialtyText(tools, row)} · ${row.name}`}</span>
              <span className={styles['space']} />
              <ActionIcon
                aria-label={t('relations.specialtyRemove', { code: row.code })}
                onClick={() => void runCommand('agreementSpecialties.remove', { id: row.id, revision: row.revision })}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </div>
          </li>
        ))}
      </ul>
      <div className={styles['actions']}>
        <Button
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => setAdding(true)}
        >
          {t('relations.specialtyAdd')}
        </Button>
      </div>
      {adding && (
        <FormDialog
          title={t('relations.specialtyAdd')}
          tools={tools}
          fields={[
            {
              name: 'specialtyId',
              label: 'fields.agreementSpecialty.specialtyId',
              field: { kind: 'reference', name: 'specialties' },
              required: true,
              wide: true,
            },
            { name: 'year', label: 'fields.agreementSpecialty.year', field: { kind: 'schoolYear' } },
            {
              name: 'places',
              label: 'fields.agreementSpecialty.places',
              field: { kind: 'number', min: 0, max: 100_000 },
            },
          ]}
          start={{ specialtyId: null, year: null, places: null }}
          action={t('common.save')}
          submit={({ specialtyId, year, places }) =>
            api('agreementSpecialties.create', {
              agreementId: agreement.id,
              specialtyId: String(specialtyId),
              year: typeof year === 'number' ? year : null,
              places: typeof places === 'number' ? places : null,
            })
          }
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}

function AmendmentCard({ amendment, tools }: { readonly amendment: Amendment; readonly tools: Tools }) {
  const { t, locale } = tools;
  const [signing, setSigning] = useState(false);
  const [editing, setEditing] = useState(false);
  const { id, revision, number } = amendment;
  return (
    <li>
      <div className={styles['head']}>
        <strong>{t('relations.amendmentTitle', { number, date: locale.date(amendment.effectiveOn) })}</strong>
        <span>{t(`states.amendmentStanding.${amendment.standing}`)}</span>
        {amendment.signedOn && (
          <span className={styles['quiet']}>
            {t('relations.amendmentSigned', { date: locale.date(amendment.signedOn) })}
          </span>
        )}
        <span className={styles['space']} />
        {amendment.standing === 'unsigned' && (
          <Button variant="default" size="compact-sm" onClick={() => setSigning(true)}>
            {t('relations.amendmentSign')}
          </Button>
        )}
        <ActionIcon aria-label={t('relations.amendmentEdit', { number })} onClick={() => setEditing(true)}>
          <IconPencil size={16} />
        </ActionIcon>
        <ActionIcon
          aria-label={t('relations.amendmentRemove', { number })}
          onClick={() => void runCommand('amendments.remove', { id, revision })}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </div>
      {amendment.reason && <p className={styles['quiet']}>{amendment.reason}</p>}
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('relations.part')}</th>
              <th scope="col">{t('relations.before')}</th>
              <th scope="col">{t('relations.after')}</th>
            </tr>
          </thead>
          <tbody>
            {amendment.changes.map(({ part, before, after }) => (
              <tr key={part}>
                <th scope="row">{t(`fields.amendment.${part}`)}</th>
                <td>{termText(tools, part, before)}</td>
                <td>{termText(tools, part, after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {editing && <AmendmentEditDialog id={id} tools={tools} onClose={() => setEditing(false)} />}
      {signing && (
        <FormDialog
          title={t('relations.amendmentSign')}
          tools={tools}
          fields={[{ name: 'signedOn', label: 'relations.signedOn', field: { kind: 'date' }, required: true }]}
          start={{ signedOn: today() }}
          action={t('common.save')}
          size={420}
          submit={({ signedOn }) => api('amendments.update', { id, revision, patch: { signedOn: String(signedOn) } })}
          onClose={() => setSigning(false)}
        />
      )}
    </li>
  );
}
