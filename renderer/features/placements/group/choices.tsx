import { Button, MultiSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { api } from '#renderer/api/client.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { showProblem } from '#renderer/state/notices.ts';
import { ChoiceField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { NumberField } from '#renderer/ui/fields/number-field.tsx';
import { ReferencePicker } from '#renderer/ui/fields/reference-picker.tsx';
import type { Tools } from '../../record-area/descriptor.ts';
import styles from './group.module.css';
import { columns, type DraftStudent, emptyLine, type GroupDraft, useGroupDraft } from './group-draft.ts';

/** As many students as one step places. */
const most = 500;
const firmCell = columns.indexOf('firmColumn');

const formId = 'group-choices';

type Common = { readonly draft: GroupDraft; readonly tools: Tools };

const isComplete = (draft: GroupDraft): boolean =>
  draft.groupIds.length > 0 && draft.practiceTypeId !== null && draft.startsOn !== null && draft.endsOn !== null;

/** The choices that hold for every line; sent, they fill the list. */
export function Choices({ draft, tools, onFilled }: Common & { readonly onFilled: () => void }) {
  const { t } = tools;
  const { change } = useGroupDraft.getState();
  const groups = useQuery('groups.list', { filter: { active: true }, limit: 500 });
  const firm = useQuery('firms.pick', draft.firmId === null ? null : { search: '', ids: [draft.firmId] });
  const fill = async (): Promise<void> => {
    const result = await api('students.list', {
      filter: { groupId: [...draft.groupIds], status: ['active'] },
      sort: { field: 'groupCode', direction: 'asc' },
      limit: most,
    });
    if (!result.ok) return showProblem(result.error);
    const firmName = firm.data?.[0]?.title ?? '';
    const written = new Map(draft.students.map((student, index) => [student.id, draft.sheet[index]]));
    const students = result.value.rows.map(
      (row): DraftStudent => ({ id: row.id, name: row.name, groupCode: row.groupCode ?? '' }),
    );
    change({
      students,
      sheet: students.map(student => {
        const line = written.get(student.id) ?? emptyLine(student.name);
        return line[firmCell] === '' ? line.with(firmCell, firmName) : line;
      }),
    });
    if (students.length > 0) onFilled();
  };
  return (
    <form
      id={formId}
      className={styles['choices']}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        if (isComplete(draft)) void fill();
      }}
    >
      <MultiSelect
        className={styles['wide'] ?? ''}
        label={t('placements.group.groups')}
        data={(groups.data?.rows ?? []).map(group => ({ value: group.id, label: group.code }))}
        value={[...draft.groupIds]}
        searchable
        required
        comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: true }}
        onChange={groupIds => change({ groupIds })}
      />
      <ChoiceField
        label={t('placements.group.practice')}
        value={draft.practiceTypeId}
        options={tools.optionsOf('practiceTypes')}
        required
        onChange={practiceTypeId => change({ practiceTypeId })}
      />
      <DateField
        label={t('fields.placement.startsOn')}
        value={draft.startsOn}
        required
        onChange={(startsOn, problem) => {
          if (problem === null) change({ startsOn });
        }}
      />
      <DateField
        label={t('fields.placement.endsOn')}
        value={draft.endsOn}
        required
        error={
          draft.startsOn !== null && draft.endsOn !== null && draft.endsOn < draft.startsOn
            ? t('validation.endBeforeStart')
            : undefined
        }
        onChange={(endsOn, problem) => {
          if (problem === null) change({ endsOn });
        }}
      />
      <ReferencePicker
        name="firms"
        label={t('placements.group.firm')}
        value={draft.firmId}
        onChange={firmId => change({ firmId })}
      />
      <NumberField
        label={t('placements.group.hours')}
        value={draft.hours}
        min={0}
        max={5000}
        onChange={(hours, problem) => {
          if (problem === null) change({ hours });
        }}
      />
      <TextInput
        label={t('placements.group.supervisor')}
        value={draft.supervisor}
        onChange={event => change({ supervisor: event.currentTarget.value })}
      />
    </form>
  );
}

/** The button below the choices; what it does and how to go on stands beside it. */
export function FillButton({ draft, tools, children }: Common & { readonly children: ReactNode }) {
  return (
    <div className={styles['fill']}>
      <Button
        type="submit"
        form={formId}
        variant={draft.sheet.length === 0 ? 'filled' : 'default'}
        disabled={!isComplete(draft)}
      >
        {tools.t('placements.group.fill')}
      </Button>
      <p className={styles['quiet']}>{children}</p>
    </div>
  );
}
