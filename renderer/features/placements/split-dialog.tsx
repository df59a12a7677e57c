import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { runCommand, warningsOf } from '#renderer/api/use-command.ts';
import { showDone } from '#renderer/state/notices.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ReferencePicker } from '#renderer/ui/fields/reference-picker.tsx';
import { makeWhole } from '#shared/domain/shares.ts';
import { fieldProblemText } from '#shared/text/translator.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { warningMessage } from '../record-area/field-problem.ts';
import styles from './hours/hours.module.css';

/** Where exactly at a firm, and under which agreement. */
type Places = {
  readonly siteId: string | null;
  readonly agreementId: string | null;
  readonly mentorId: string | null;
};

type Props = {
  readonly placement: Places & { readonly id: string; readonly revision: number; readonly firmId: string };
  readonly tools: Tools;
  readonly onClose: () => void;
};

type Part = Places & { readonly key: number; readonly firmId: string | null; readonly share: string };

const nowhere: Places = { siteId: null, agreementId: null, mentorId: null };
const places = [
  ['agreementId', 'agreements'],
  ['siteId', 'sites'],
  ['mentorId', 'contacts'],
] as const;

const numberOf = (text: string): number => Number(text.trim().replace(',', '.'));

/** Divides a placement among firms; the sum of the shares is shown while they are typed. */
export function SplitDialog({ placement, tools, onClose }: Props) {
  const { t, locale } = tools;
  const [parts, setParts] = useState<readonly Part[]>([
    {
      key: 0,
      firmId: placement.firmId,
      siteId: placement.siteId,
      agreementId: placement.agreementId,
      mentorId: placement.mentorId,
      share: '70',
    },
    { ...nowhere, key: 1, firmId: null, share: '30' },
  ]);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const shares = parts.map(part => numberOf(part.share));
  const known = shares.every(share => Number.isFinite(share));
  const whole = known && makeWhole(shares);
  const change = (key: number, patch: Partial<Part>): void =>
    setParts(present => present.map(part => (part.key === key ? { ...part, ...patch } : part)));

  const split = async (): Promise<void> => {
    const missing = parts.flatMap((part, index) =>
      part.firmId === null ? [[`parts.${index}.firmId`, 'required'] as const] : [],
    );
    setProblems(Object.fromEntries(missing));
    if (missing.length > 0 || !whole) return;
    const result = await runCommand(
      'placements.split',
      {
        id: placement.id,
        revision: placement.revision,
        parts: parts.map((part, index) => ({
          firmId: part.firmId,
          siteId: part.siteId,
          agreementId: part.agreementId,
          mentorId: part.mentorId,
          sharePercent: shares[index],
        })),
        ...(warnings.length > 0 ? { accepted: [...warnings] } : {}),
      },
      { handled: failure => failure.fields !== undefined || warningsOf(failure).length > 0 },
    );
    if (result.ok) {
      showDone(t('placements.split.title'), true);
      return onClose();
    }
    setWarnings(warningsOf(result.error));
    setProblems(result.error.fields ?? {});
  };
  const message = (field: string): string | undefined =>
    problems[field] === undefined || warnings.length > 0 ? undefined : fieldProblemText(t, problems[field]);
  return (
    <Dialog title={t('placements.split.title')} size={760} onClose={onClose}>
      <form
        className={styles['form']}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void split();
        }}
      >
        <p className={styles['help']}>{t('placements.split.help')}</p>
        {parts.map((part, index) => (
          <div key={part.key} className={styles['part']}>
            <ReferencePicker
              name="firms"
              label={t('placements.split.firm')}
              value={part.firmId}
              required
              error={message(`parts.${index}.firmId`)}
              onChange={firmId => change(part.key, firmId === part.firmId ? {} : { ...nowhere, firmId })}
            />
            <TextInput
              label={t('placements.split.share')}
              value={part.share}
              inputMode="decimal"
              error={message(`parts.${index}.sharePercent`)}
              onChange={event => change(part.key, { share: event.currentTarget.value })}
            />
            <ActionIcon
              aria-label={t('placements.hours.remove')}
              disabled={parts.length <= 2}
              onClick={() => setParts(present => present.filter(other => other.key !== part.key))}
            >
              <IconTrash size={16} />
            </ActionIcon>
            {part.firmId !== null && (
              <div className={styles['partPlaces']}>
                {places.map(([field, name]) => (
                  <ReferencePicker
                    key={`${field} ${part.firmId}`}
                    name={name}
                    label={t(`fields.placement.${field}`)}
                    value={part[field]}
                    within={part.firmId ?? undefined}
                    given={null}
                    error={message(`parts.${index}.${field}`)}
                    onChange={id => change(part.key, { [field]: id })}
                  />
                ))}
              </div>
            )}
          </div>
        ))}
        <p className={styles['help']} data-tone={whole ? undefined : 'warning'} aria-live="polite">
          {t('placements.split.sum', {
            sum: known ? locale.number(shares.reduce((sum, share) => sum + Math.round(share * 100), 0) / 100) : '–',
          })}
        </p>
        {warnings.length > 0 && (
          <div className={styles['doubt']} role="alert">
            {warnings.map(code => (
              <p key={code}>{warningMessage(tools, code)}</p>
            ))}
          </div>
        )}
        <div className={styles['actions']}>
          <Button
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => setParts(present => [...present, { ...nowhere, key: Date.now(), firmId: null, share: '' }])}
          >
            {t('placements.split.add')}
          </Button>
          <span className={styles['space']} />
          <Button variant="default" onClick={onClose}>
            {t('records.cancel')}
          </Button>
          <Button type="submit" disabled={!whole}>
            {warnings.length > 0 ? t('warnings.keep') : t('placements.split.apply')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
