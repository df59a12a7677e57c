import { Button } from '@mantine/core';
import { IconCopyCheck } from '@tabler/icons-react';
import { type ComponentType, useState } from 'react';
import { useQuery } from '#renderer/api/use-query.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { readablePhone } from '#shared/domain/phone-text.ts';
import type { Tools } from '../record-area/descriptor.ts';
import type { AreaToolsProps } from '../record-area/record-actions.tsx';
import styles from './firms.module.css';
import { MergeDialog } from './merge-dialog.tsx';
import { MergePeopleDialog } from './merge-people-dialog.tsx';
import type { MergeProps, Pair } from './merge-sides.tsx';

type Member = { readonly id: string; readonly name: string; readonly facts: string; readonly references: number };
type Group = { readonly key: string; readonly members: readonly Member[] };

const facts = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join(' · ');

/** Shown above the list of firms while some of them may be the same. */
export function DuplicateFirmsButton({ tools }: AreaToolsProps) {
  const groups = (useQuery('firms.duplicates', {}).data ?? []).map(({ why, firms }) => ({
    key: `${why} ${firms[0]?.id ?? ''}`,
    members: firms.map(firm => ({ ...firm, facts: facts(firm.bin, firm.city) })),
  }));
  const help = tools.t('relations.duplicatesHelp');
  return <DuplicatesButton groups={groups} help={help} MergeDialog={MergeDialog} tools={tools} />;
}

/** The same above the list of people. */
export function DuplicatePeopleButton({ tools }: AreaToolsProps) {
  const groups = (useQuery('contacts.duplicates', {}).data ?? []).map(({ why, contacts }) => ({
    key: `${why} ${contacts[0]?.id ?? ''}`,
    members: contacts.map(person => ({
      ...person,
      facts: facts(person.position, readablePhone(person.phone ?? ''), person.firmName),
    })),
  }));
  const help = tools.t('relations.peopleDuplicatesHelp');
  return <DuplicatesButton groups={groups} help={help} MergeDialog={MergePeopleDialog} tools={tools} />;
}

type Props = {
  readonly groups: readonly Group[];
  readonly help: string;
  readonly MergeDialog: ComponentType<MergeProps>;
  readonly tools: Tools;
};

function DuplicatesButton(props: Props) {
  const { groups, tools } = props;
  const [open, setOpen] = useState(false);
  if (groups.length === 0 && !open) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCopyCheck size={16} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {`${tools.t('relations.duplicates')}: ${tools.locale.number(groups.length)}`}
      </Button>
      {open && <DuplicatesDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function DuplicatesDialog({ groups, help, MergeDialog: Merge, tools, onClose }: Props & { onClose: () => void }) {
  const { t, locale } = tools;
  const [pair, setPair] = useState<Pair | null>(null);
  if (pair) return <Merge {...pair} tools={tools} onClose={() => setPair(null)} />;
  return (
    <Dialog title={t('relations.duplicates')} size={760} onClose={onClose}>
      <p className={styles['quiet']}>{help}</p>
      <ul className={styles['groups']}>
        {groups.map(({ key, members: [first, ...others] }) =>
          first === undefined ? null : (
            <li key={key}>
              {[first, ...others].map((member, index) => (
                <div key={member.id} className={styles['firm']}>
                  <span>{member.name}</span>
                  <span className={styles['quiet']}>{member.facts}</span>
                  <span className={styles['space']} />
                  <span className={styles['quiet']}>
                    {t('relations.mergeRecords', { count: locale.number(member.references) })}
                  </span>
                  {index > 0 && (
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={t('relations.compareOf', { name: member.name })}
                      onClick={() => setPair({ keepId: first.id, otherId: member.id })}
                    >
                      {t('relations.compare')}
                    </Button>
                  )}
                </div>
              ))}
            </li>
          ),
        )}
      </ul>
    </Dialog>
  );
}
