import { Button } from '@mantine/core';
import { IconFileTypePdf, IconFileWord } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { showProblem, useNotices } from '#renderer/state/notices.ts';
import type { LetterFormat } from '#shared/contract/letters.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { letterProblemText } from './letter-problem.ts';

type Props = { readonly ids: readonly string[]; readonly tools: Tools };

const nameOf = (path: string): string => path.split(/[\\/]/u).at(-1) ?? path;

async function show(channel: 'files.open' | 'files.reveal', path: string): Promise<void> {
  const result = await api(channel, { path });
  if (!result.ok) showProblem(result.error);
}

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
    useNotices.getState().show({
      text:
        files.length === 1
          ? t('letters.saved', { file: nameOf(only) })
          : t('letters.savedMany', { count: files.length }),
      action: { label: t('letters.openFolder'), run: () => void show('files.reveal', only) },
    });
    await show(files.length === 1 ? 'files.open' : 'files.reveal', only);
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
