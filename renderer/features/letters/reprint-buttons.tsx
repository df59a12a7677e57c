import { Button } from '@mantine/core';
import { IconFileTypePdf, IconFileWord } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { showDone, showProblem, useNotices } from '#renderer/state/notices.ts';
import type { LetterFormat } from '#shared/contract/letters.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { letterProblemText } from './letter-problem.ts';

type Props = { readonly ids: readonly string[]; readonly tools: Tools };

const nameOf = (path: string): string => path.split(/[\\/]/u).at(-1) ?? path;

/** Writes letters again from what was kept when they were issued, and shows them: one file is opened, several show their folder. */
export function ReprintButtons({ ids, tools }: Props) {
  const { t } = tools;
  const [running, setRunning] = useState<LetterFormat | null>(null);
  const save = async (format: LetterFormat): Promise<void> => {
    setRunning(format);
    const result = await api('letters.export', { ids: [...ids], format });
    setRunning(null);
    if (!result.ok) {
      if (result.error.code === 'refused') useNotices.getState().show({ text: letterProblemText(tools, result.error) });
      else showProblem(result.error, () => void save(format));
      return;
    }
    const { files } = result.value;
    const [only] = files;
    if (only === undefined) return;
    showDone(
      files.length === 1 ? t('letters.saved', { file: nameOf(only) }) : t('letters.savedMany', { count: files.length }),
    );
    const shown = await api(files.length === 1 ? 'files.open' : 'files.reveal', { path: only });
    if (!shown.ok) showProblem(shown.error);
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileWord size={16} aria-hidden="true" />}
        loading={running === 'docx'}
        disabled={running !== null}
        onClick={() => void save('docx')}
      >
        {t('letters.reprintDocx')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileTypePdf size={16} aria-hidden="true" />}
        loading={running === 'pdf' || running === 'pdfCombined'}
        disabled={running !== null}
        onClick={() => void save(ids.length === 1 ? 'pdf' : 'pdfCombined')}
      >
        {t('letters.reprintPdf')}
      </Button>
    </>
  );
}
