import { api } from '#renderer/api/client.ts';
import { today } from '#renderer/ui/today.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { FormDialog } from '../record-area/form-dialog.tsx';

type Props = {
  readonly tools: Tools;
  readonly title?: string;
  readonly day?: string;
  readonly onClose: () => void;
};

/** A task of the officer's own, due today or on the day it is added from. */
export function AddTaskDialog({ tools, title: words = '', day = today(), onClose }: Props) {
  const { t } = tools;
  return (
    <FormDialog
      title={t('tasks.add')}
      tools={tools}
      fields={[
        { name: 'title', label: 'fields.task.title', field: { kind: 'text' }, required: true, wide: true },
        { name: 'dueOn', label: 'fields.task.dueOn', field: { kind: 'date' }, required: true },
        { name: 'note', label: 'tasks.note', field: { kind: 'text' } },
      ]}
      start={{ title: words, dueOn: day, note: null }}
      action={t('common.save')}
      submit={({ title, dueOn, note }) =>
        api('tasks.add', {
          title: String(title),
          dueOn: String(dueOn),
          note: typeof note === 'string' ? note : null,
        })
      }
      onClose={onClose}
    />
  );
}
