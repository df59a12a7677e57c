import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useMasking } from '#renderer/app/use-masking.ts';
import type { ImportDecisions, ImportPreview } from '#renderer/state/importing.ts';
import { newRecord } from '#shared/domain/importing/plan-types.ts';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './importing.module.css';
import { Pager } from './pager.tsx';

type Props = {
  readonly preview: ImportPreview;
  readonly decisions: ImportDecisions;
  readonly tools: Tools;
  readonly busy: boolean;
  readonly onDecide: (decisions: ImportDecisions) => void;
};

const pageSize = 50;

/** Words of the file that may mean several records: one question for each, however many rows have them. */
export function OpenQuestions({ preview, decisions, tools, busy, onDecide }: Props) {
  const { t } = tools;
  const mask = useMasking();
  const { questions } = preview;
  const [wanted, setOffset] = useState(0);
  const offset = wanted < questions.length ? wanted : 0;
  if (questions.length === 0) return null;
  const open = questions.filter(question => question.answer === null).length;
  return (
    <details className={styles['panel']} open={open > 0}>
      <summary>{t('importing.questions', { count: questions.length })}</summary>
      <p className={styles['small']}>{t('importing.questionsHelp')}</p>
      <ul className={styles['questions']}>
        {questions.slice(offset, offset + pageSize).map(question => {
          const { kind, words, rows, candidates, answer, remembered, mayBeNew } = question;
          const known = answer === null || answer === newRecord || candidates.some(({ id }) => id === answer);
          return (
            <li key={`${kind} ${words}`}>
              <span>
                {mask(words)}{' '}
                <span className={styles['muted']}>
                  {t('importing.rowsWith', { count: rows })}
                  {remembered && ` · ${t('importing.answerRemembered')}`}
                </span>
              </span>
              <NativeSelect
                size="xs"
                aria-label={t('importing.which', { value: mask(words) })}
                disabled={busy}
                value={answer ?? ''}
                data={[
                  { value: '', label: t('importing.notAnswered') },
                  ...candidates.map(candidate => ({ value: candidate.id, label: mask(candidate.title) })),
                  ...(known ? [] : [{ value: answer, label: mask(words) }]),
                  ...(mayBeNew ? [{ value: newRecord, label: t('importing.isNew') }] : []),
                ]}
                onChange={event => {
                  const chosen = event.currentTarget.value;
                  const { [words]: _dropped, ...others } = decisions[kind];
                  onDecide({ ...decisions, [kind]: chosen === '' ? others : { ...others, [words]: chosen } });
                }}
              />
            </li>
          );
        })}
      </ul>
      <Pager offset={offset} pageSize={pageSize} total={questions.length} tools={tools} onOffset={setOffset} />
    </details>
  );
}
