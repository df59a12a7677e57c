import { Button, Radio } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { AnyRecord } from '#renderer/api/records.ts';
import type { QueryState } from '#renderer/api/use-query.ts';
import { useMasking } from '#renderer/app/use-masking.ts';
import { showDone, showProblem } from '#renderer/state/notices.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { Result } from '#shared/result.ts';
import { type AreaDescriptor, fieldsOf, type Tools } from '../record-area/descriptor.ts';
import { formatValue } from '../record-area/format-value.ts';
import styles from './firms.module.css';

export type Pair = { readonly keepId: string; readonly otherId: string };

/** What the two dialogs of merging are given. */
export type MergeProps = Pair & { readonly tools: Tools; readonly onClose: () => void };

type Side = 'keep' | 'other';
type Values = Readonly<Record<string, unknown>>;
type Compared = {
  readonly keep: AnyRecord;
  readonly other: AnyRecord;
  readonly references: readonly { readonly entity: string; readonly keep: number; readonly other: number }[];
};

type Words = { readonly merge: string; readonly help: string; readonly done: (count: number) => string };

type Props = {
  readonly area: AreaDescriptor;
  readonly fields: readonly string[];
  readonly words: Words;
  readonly compared: Compared;
  readonly tools: Tools;
  readonly merge: (fields: Values) => Promise<Result<{ readonly moved: number }>>;
  readonly onSwap: () => void;
  /** Leads to the record that stays. */
  readonly onMerged: () => void;
  readonly onClose: () => void;
};

const valueOf = (record: AnyRecord, field: string): unknown => (record as unknown as Values)[field];
const same = (record: AnyRecord, field: string): string => JSON.stringify(valueOf(record, field));

type ComparingProps<C> = {
  readonly title: string;
  readonly query: QueryState<C>;
  readonly onClose: () => void;
  readonly children: (compared: C) => ReactNode;
};

/** The dialog around two records while they are read, when they cannot be, and once they stand side by side. */
export function Comparing<C>({ title, query, onClose, children }: ComparingProps<C>) {
  return (
    <Dialog title={title} size={900} onClose={onClose}>
      {query.problem && <ErrorNotice problem={query.problem} onRetry={query.refresh} />}
      {!query.problem && (query.data === undefined || query.previous) && <Skeleton rows={6} />}
      {query.data !== undefined && !query.previous && children(query.data)}
    </Dialog>
  );
}

/** Two records side by side: the right value of each line is marked, then everything of one goes over to the other. */
export function MergeSides(props: Props) {
  const { area, fields, words, compared, tools, onSwap, onMerged, onClose } = props;
  const { t, word, locale } = tools;
  const { keep, other, references } = compared;
  const lines = fields.filter(field => same(keep, field) !== same(other, field));
  // What the record that stays lacks is taken from the other one unless the officer says otherwise.
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>(() =>
    Object.fromEntries(lines.map(field => [field, valueOf(keep, field) === null ? 'other' : 'keep'])),
  );
  const [running, setRunning] = useState(false);
  const mask = useMasking();
  const kinds = new Map(fieldsOf(area).map(({ name, field }) => [name, field]));
  const show = (field: string, value: unknown): string => {
    const kind = kinds.get(field);
    return mask(kind ? formatValue(kind, value, tools) : String(value ?? ''), field) || '–';
  };
  const merge = async (): Promise<void> => {
    setRunning(true);
    const taken = lines.filter(field => chosen[field] === 'other').map(field => [field, valueOf(other, field)]);
    const result = await props.merge(Object.fromEntries(taken));
    setRunning(false);
    if (!result.ok) return showProblem(result.error);
    showDone(words.done(result.value.moved), true);
    onClose();
    onMerged();
  };
  const total = (side: Side): number => references.reduce((sum, row) => sum + row[side], 0);
  return (
    <>
      <p className={styles['quiet']}>{words.help}</p>
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
                <th scope="row">{word(`fields.${area.entity}.${field}`)}</th>
                {(['keep', 'other'] as const).map(side => (
                  <td key={side}>
                    <Radio
                      name={field}
                      checked={chosen[field] === side}
                      label={show(field, valueOf(side === 'keep' ? keep : other, field))}
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
        <Button variant="default" leftSection={<IconArrowsExchange size={16} aria-hidden="true" />} onClick={onSwap}>
          {t('relations.mergeSwap')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('records.cancel')}
        </Button>
        <Button loading={running} onClick={() => void merge()}>
          {words.merge}
        </Button>
      </div>
    </>
  );
}
