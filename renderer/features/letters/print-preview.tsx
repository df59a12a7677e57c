import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useLanguage } from '#renderer/app/language.tsx';
import { Skeleton } from '#renderer/ui/messages.tsx';
import type { LetterKind } from '#shared/contract/letter-kinds.ts';
import { letterProblemText } from './letter-problem.ts';
import styles from './letters.module.css';
import { Paper } from './paper.tsx';
import type { useFresh } from './use-fresh.ts';
import { wordsFor } from './words-for.ts';

type Props = {
  readonly kind: LetterKind;
  readonly preview: ReturnType<typeof useFresh<'letters.preview'>>;
  readonly show: number;
  readonly onShow: (index: number) => void;
};

/** One of the letters as it would be printed now, with a way to the others. */
export function PrintPreview({ preview, kind, show, onShow }: Props) {
  const tools = useLanguage();
  const { t } = tools;
  const total = preview.data?.letters ?? 0;
  const current = Math.min(show, Math.max(0, total - 1));
  return (
    <section className={styles['preview']} aria-label={t('letters.preview')}>
      {preview.problem ? (
        <p className={styles['problem']} role="alert">
          {letterProblemText(tools, preview.problem)}
        </p>
      ) : preview.data ? (
        <>
          <div className={styles['pager']}>
            <ActionIcon
              aria-label={t('letters.previewBefore')}
              disabled={current === 0}
              onClick={() => onShow(current - 1)}
            >
              <IconChevronLeft size={16} />
            </ActionIcon>
            <span aria-live="polite">{t(wordsFor(kind).previewOf, { current: current + 1, total })}</span>
            <ActionIcon
              aria-label={t('letters.previewNext')}
              disabled={current >= total - 1}
              onClick={() => onShow(current + 1)}
            >
              <IconChevronRight size={16} />
            </ActionIcon>
          </div>
          <Paper page={preview.data} title={t('letters.preview')} />
        </>
      ) : (
        <Skeleton rows={12} />
      )}
    </section>
  );
}
