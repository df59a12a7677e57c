import type { DetailOf } from '#renderer/api/records.ts';
import notice from '../placements/placement-notice.module.css';
import type { Tools } from '../record-area/descriptor.ts';

type Props = { readonly detail: DetailOf<'students'>; readonly tools: Tools };

/** What to know about a student at a glance: under 18 and who speaks for them, on leave, gone. */
export function StudentNotice({ detail: student, tools }: Props) {
  const { t, locale } = tools;
  const studies = student.status === 'active' || student.status === 'leave';
  const minor = student.minor && studies;
  const onLeave = student.status === 'leave' && student.leaveFrom !== null;
  const left = student.status === 'left' && student.leftOn !== null;
  if (!minor && !onLeave && !left) return null;
  return (
    <div className={notice['notice']}>
      {minor &&
        (student.representativeName === null ? (
          <p data-tone="warning">{t('contingent.minor.nobody')}</p>
        ) : (
          <p>{t('contingent.minor.title', { name: student.representativeName })}</p>
        ))}
      {minor && student.consentMissing > 0 && (
        <p data-tone="warning">{t('contingent.minor.consent', { count: student.consentMissing })}</p>
      )}
      {onLeave && (
        <p>
          {t('contingent.leaveSince', {
            from: locale.date(student.leaveFrom),
            until: locale.date(student.leaveUntil),
            reason: student.leaveReason ?? '',
          })}
        </p>
      )}
      {left && (
        <p>{t('contingent.leftSince', { on: locale.date(student.leftOn), reason: student.leftReason ?? '' })}</p>
      )}
    </div>
  );
}
