import { Button, Radio } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { go } from '#renderer/state/navigation.ts';
import { showDone, showProblem } from '#renderer/state/notices.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import { firmFields } from '#shared/contract/firms.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { formatValue } from '../record-area/format-value.ts';
import { firmFieldKinds } from './firm-field-kinds.ts';
import styles from './firms.module.css';

type Pair = { readonly keepId: string; readonly otherId: string };
type Props = Pair & { readonly tools: Tools; readonly onClose: () => void };
type Compared = Output<'firms.compare'>;
type Field = keyof typeof firmFields.shape;
type Side = 'keep' | 'other';

const fields = Object.keys(firmFields.shape) as Field[];
const differing = ({ keep, other }: Compared): readonly Field[] => fields.filter(field => keep[field] !== other[field]);

/** Two firms side by side: the right value of each line is marked, then everything of one goes over to the other. */
export function MergeDialog({ keepId, otherId, tools, onClose }: Props) {
  const [pair, setPair] = useState<Pair>({ keepId, otherId });
  const compared = useQuery('firms.compare', pair);
  const { t } = tools;
  return (
    <Dialog title={t('relations.merge')} size={900} onClose={onClose}>
      {compared.problem && <ErrorNotice problem={compared.problem} onRetry={compared.refresh} />}
      {!compared.problem && (compared.data === undefined || compared.previous) && <Skeleton rows={6} />}
      {compared.data && !compared.previous && (
        <Sides
          key={pair.keepId}
          compared={compared.data}
          tools={tools}
          onSwap={() => setPair({ keepId: pair.otherId, otherId: pair.keepId })}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

type SidesProps = {
  readonly compared: Compared;
  readonly tools: Tools;
  readonly onSwap: () => void;
  readonly onClose: () => void;
};

function Sides({ compared, tools, onSwap, onClose }: SidesProps) {
  const { t, word, locale } = tools;
  const { keep, other, references } = compared;
  const lines = differing(compared);
  // What the firm that stays lacks is taken from the other one unless the officer says otherwise.
  const [chosen, setChosen] = useState<Readonly<Partial<Record<Field, Side>>>>(() =>
    Object.fromEntries(lines.map(field => [field, keep[field] === null ? 'other' : 'keep'])),
  );
  const [running, setRunning] = useState(false);
  const show = (field: Field, value: unknown): string => {
    const kind = firmFieldKinds[field];
    return (kind ? formatValue(kind, value, tools) : String(value ?? '')) || '–';
  };
  const merge = async (): Promise<void> => {
    setRunning(true);
    const taken = lines.filter(field => chosen[field] === 'other').map(field => [field, other[field]]);
    const result = await api('firms.merge', {
      keepId: keep.id,
      otherId: other.id,
      fields: Object.fromEntries(taken) as Partial<Compared['other']>,
    });
    setRunning(false);
    if (!result.ok) return showProblem(result.error);
    showDone(t('relations.mergeDone', { count: result.value.moved }), true);
    onClose();
    go({ area: 'firms', id: keep.id });
  };
  const total = (side: Side): number => references.reduce((sum, row) => sum + row[side], 0);
  return (
    <>
      <p className={styles['quiet']}>{t('relations.mergeHelp')}</p>
      <div className={styles['scroll']}>
        <table className={styles['compare']}>
          <thead>
            <tr>
              <th scope="col">{t('relations.field')}</th>
              {(['keep', 'other'] as const).map(side => (
                <th key={side} scope="col">
                  {t(side === 'keep' ? 'relations.mergeKeep' : 'relations.mergeOther')}
                  <div className={styles['quiet']}>
                    {t('relations.mergeRecords', { count: locale.number(total(side)) })}
                  </div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(field => (
              <tr key={field}>
                <th scope="row">{word(`fields.firm.${field}`)}</th>
                {(['keep', 'other'] as const).map(side => (
                  <td key={side}>
                    <Radio
                      name={field}
                      checked={chosen[field] === side}
                      label={show(field, (side === 'keep' ? keep : other)[field])}
                      onChange={() => setChosen(present => ({ ...present, [field]: side }))}
                    />
                  </td>
                ))}
              </tr>
            ))}
            {references.map(row => (
              <tr key={row.entity}>
                <th scope="row">{locale.capitalize(word(`entities.${row.entity}`))}</th>
                <td>{locale.number(row.keep)}</td>
                <td>{locale.number(row.other)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles['actions']}>
        <Button loading={running} onClick={() => void merge()}>
          {t('relations.merge')}
        </Button>
        <Button variant="default" leftSection={<IconArrowsExchange size={16} aria-hidden="true" />} onClick={onSwap}>
          {t('relations.mergeSwap')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('records.cancel')}
        </Button>
      </div>
    </>
  );
}
