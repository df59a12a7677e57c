import { Button, SegmentedControl } from '@mantine/core';
import type { DetailOf } from '#renderer/api/records.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import type { RecordActionsProps } from '../record-area/record-actions.tsx';
import { RecordLink } from '../record-area/record-link.tsx';
import styles from './curriculum.module.css';

type Meeting = DetailOf<'meetings'>;

/** Who was there: the members whose mandate holds on the day of the meeting. */
export function AttendancePanel({ detail, tools }: RecordActionsProps) {
  const meeting = detail as unknown as Meeting;
  const { t, word } = tools;
  const attend = useCommand('meetings.attend');
  const { attendance } = meeting;
  const mark = (memberId: string, present: boolean | null): void => {
    void attend.run({ id: meeting.id, members: [{ memberId, present }] });
  };
  const present = attendance.filter(member => member.present === true).length;
  if (attendance.length === 0) return <p className={styles['quiet']}>{t('curriculum.noMembers')}</p>;
  return (
    <div className={styles['panel']}>
      <div className={styles['tools']}>
        <span>{t('curriculum.presentCount', { present, total: attendance.length })}</span>
        <span className={styles['space']} />
        <Button
          variant="default"
          loading={attend.running}
          disabled={present === attendance.length}
          onClick={() =>
            void attend.run({
              id: meeting.id,
              members: attendance.map(({ memberId }) => ({ memberId, present: true })),
            })
          }
        >
          {t('curriculum.allPresent')}
        </Button>
      </div>
      <ul className={styles['members']}>
        {attendance.map(member => (
          <li key={member.memberId}>
            <div className={styles['person']}>
              <RecordLink name="councilMembers" id={member.memberId}>
                {member.name}
              </RecordLink>
              <p className={styles['quiet']}>
                {[word(`states.memberRole.${member.role}`), member.position, member.firmName]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <SegmentedControl
              aria-label={member.name}
              transitionDuration={0}
              value={member.present === null ? 'unknown' : member.present ? 'present' : 'absent'}
              data={[
                { value: 'present', label: t('curriculum.present') },
                { value: 'absent', label: t('curriculum.absent') },
                { value: 'unknown', label: t('curriculum.unknown') },
              ]}
              onChange={value => mark(member.memberId, value === 'unknown' ? null : value === 'present')}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
