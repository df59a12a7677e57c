import {
  IconArrowBigRight,
  IconBuildingCommunity,
  IconCheckbox,
  IconFileOff,
  IconHeartHandshake,
  IconMapPin,
  IconMessages,
  IconRoute,
  IconSparkles,
  IconStar,
} from '@tabler/icons-react';
import type { CalendarKind } from '#shared/contract/calendar-view.ts';

/** A shape of its own for every kind, so that colour is never the only sign. */
const icons = {
  agreementEnd: IconFileOff,
  placement: IconRoute,
  visit: IconMapPin,
  meeting: IconMessages,
  council: IconBuildingCommunity,
  engagement: IconSparkles,
  promise: IconHeartHandshake,
  nextStep: IconArrowBigRight,
  task: IconCheckbox,
  holiday: IconStar,
} as const satisfies Record<CalendarKind, unknown>;

export function KindMark({ kind, size = 14 }: { readonly kind: CalendarKind; readonly size?: number }) {
  const Icon = icons[kind];
  return <Icon size={size} stroke={1.75} aria-hidden="true" />;
}
