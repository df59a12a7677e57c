import { api } from '#renderer/api/client.ts';
import { showDone } from '#renderer/state/notices.ts';
import { today } from '#renderer/ui/today.ts';
import { addDays } from '#shared/domain/dates.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { FormDialog } from '../record-area/form-dialog.tsx';

export type TaskItem = { readonly id: string; readonly revision: number };

type Props = {
  readonly title: string;
  readonly items: readonly TaskItem[];
  readonly note?: string | null;
  readonly tools: Tools;
  readonly onClose: () => void;
  readonly onDone?: () => void;
};

/** Puts one or many tasks off to a day, with a note; one step of undo. */
export function SnoozeDialog({ title, items, note = null, tools, onClose, onDone }: Props) {
  const { t } = tools;
  return (
    <FormDialog
      title={title}
      tools={tools}
      fields={[
        { name: 'until', label: 'tasks.until', field: { kind: 'date' }, required: true },
        { name: 'note', label: 'tasks.note', field: { kind: 'text' } },
      ]}
      start={{ until: addDays(today(), 7), note }}
      action={t('tasks.snooze')}
      submit={async values => {
        const words = values['note'];
        const result = await api('tasks.snooze', {
          items: [...items],
          until: String(values['until']),
          note: typeof words === 'string' ? words : null,
        });
        if (result.ok) {
          showDone(t('actions.tasksSnoozed', { count: items.length }), true);
          onDone?.();
        }
        return result;
      }}
      onClose={onClose}
    />
  );
}
