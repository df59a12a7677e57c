import { useLanguage } from '#renderer/app/language.tsx';
import styles from './status-badge.module.css';
import { type Shape, StatusShape } from './status-shape.tsx';

export type BadgeKind =
  | 'agreement'
  | 'agreementStage'
  | 'placement'
  | 'request'
  | 'firm'
  | 'student'
  | 'letter'
  | 'active'
  | 'mandate'
  | 'promise'
  | 'visit'
  | 'milestone'
  | 'challenge';

type Tone = 'neutral' | 'info' | 'positive' | 'warning' | 'danger';
type Look = { readonly shape: Shape; readonly tone: Tone };

const look = (shape: Shape, tone: Tone): Look => ({ shape, tone });

/** Shape and colour of each state; the word comes from `states`. */
const looks: Readonly<Record<BadgeKind, Readonly<Record<string, Look>>>> = {
  agreement: {
    draft: look('empty', 'neutral'),
    sent: look('quarter', 'info'),
    partlySigned: look('half', 'info'),
    notStarted: look('threeQuarters', 'info'),
    inForce: look('full', 'positive'),
    expiring: look('triangle', 'warning'),
    expired: look('square', 'neutral'),
    terminated: look('cross', 'danger'),
    renewed: look('loop', 'neutral'),
    cancelled: look('dash', 'neutral'),
  },
  agreementStage: {
    draft: look('empty', 'neutral'),
    sent: look('quarter', 'info'),
    partlySigned: look('half', 'info'),
    signed: look('full', 'positive'),
    terminated: look('cross', 'danger'),
    cancelled: look('dash', 'neutral'),
  },
  placement: {
    planned: look('empty', 'neutral'),
    offered: look('quarter', 'info'),
    confirmed: look('half', 'info'),
    ordered: look('threeQuarters', 'info'),
    started: look('full', 'positive'),
    interrupted: look('pause', 'warning'),
    completed: look('check', 'positive'),
    endedEarly: look('cross', 'danger'),
    didNotStart: look('dash', 'neutral'),
  },
  request: {
    submitted: look('empty', 'neutral'),
    underReview: look('quarter', 'info'),
    approved: look('full', 'positive'),
    approvedWithChanges: look('threeQuarters', 'positive'),
    rejected: look('cross', 'danger'),
    deferred: look('pause', 'warning'),
    implemented: look('check', 'positive'),
    effectChecked: look('doubleCheck', 'positive'),
  },
  firm: {
    prospect: look('empty', 'info'),
    active: look('full', 'positive'),
    dormant: look('pause', 'warning'),
    former: look('dash', 'neutral'),
  },
  student: {
    active: look('full', 'positive'),
    leave: look('pause', 'warning'),
    left: look('dash', 'neutral'),
    graduated: look('check', 'info'),
  },
  letter: { inForce: look('full', 'positive'), void: look('cross', 'danger') },
  active: { yes: look('full', 'positive'), no: look('dash', 'neutral') },
  promise: {
    open: look('empty', 'info'),
    late: look('triangle', 'danger'),
    kept: look('check', 'positive'),
    keptLate: look('check', 'warning'),
  },
  milestone: {
    open: look('empty', 'info'),
    late: look('triangle', 'danger'),
    done: look('check', 'positive'),
    doneLate: look('check', 'warning'),
  },
  visit: {
    planned: look('empty', 'info'),
    late: look('triangle', 'danger'),
    done: look('check', 'positive'),
  },
  challenge: {
    open: look('empty', 'warning'),
    inProgress: look('half', 'info'),
    resolved: look('check', 'positive'),
    accepted: look('dash', 'neutral'),
  },
  mandate: { yes: look('full', 'positive'), no: look('dash', 'neutral') },
};

type Props = { readonly kind: BadgeKind; readonly value: string; readonly plain?: boolean };

/** A state as shape, word and colour; `plain` leaves out the background for use in grids. */
export function StatusBadge({ kind, value, plain = false }: Props) {
  const { word } = useLanguage();
  const { shape, tone } = looks[kind][value] ?? look('empty', 'neutral');
  return (
    <span className={styles['badge']} data-tone={tone} data-plain={plain || undefined}>
      <span className={styles['shape']}>
        <StatusShape shape={shape} />
      </span>
      <span className={styles['word']}>{word(`states.${kind}.${value}`)}</span>
    </span>
  );
}
