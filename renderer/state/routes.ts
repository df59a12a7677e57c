/** Every screen that can be opened from anywhere; record areas carry the name of their procedures. */
export const screenNames = [
  'start',
  'today',
  'firms',
  'agreements',
  'placements',
  'placeGroup',
  'visits',
  'evaluations',
  'practiceSheet',
  'students',
  'groups',
  'specialties',
  'qualifications',
  'contacts',
  'sites',
  'requests',
  'board',
  'meetings',
  'councils',
  'councilMembers',
  'engagements',
  'milestones',
  'promises',
  'challenges',
  'calendar',
  'letters',
  'reports',
  'importing',
  'history',
  'settings',
  'help',
] as const;

export type ScreenName = (typeof screenNames)[number];

/** A place in the application: a screen, and in record areas a record, its tab and a filter that was handed over. */
export type Route = {
  readonly area: ScreenName;
  readonly id?: string;
  readonly tab?: string;
  /** The record takes the whole width. */
  readonly full?: boolean;
  /** A filter of the contract that came with the link, shown as one chip. */
  readonly filter?: Readonly<Record<string, unknown>>;
  /** What the filter is called, in the words of the place it came from. */
  readonly title?: string;
  readonly from?: 'report' | 'record';
};

/** The place as the part of the address behind «#». */
export function hashOf(route: Route): string {
  const parameters = new URLSearchParams();
  if (route.tab) parameters.set('tab', route.tab);
  if (route.full) parameters.set('full', '1');
  if (route.filter) parameters.set('filter', JSON.stringify(route.filter));
  if (route.title) parameters.set('title', route.title);
  if (route.from) parameters.set('from', route.from);
  const query = parameters.toString();
  return `#/${route.area}${route.id ? `/${encodeURIComponent(route.id)}` : ''}${query ? `?${query}` : ''}`;
}

function filterOf(text: string | null): Readonly<Record<string, unknown>> | undefined {
  if (!text) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    // A damaged address opens the list without its filter.
    return undefined;
  }
}

/** The place an address means; null when it means none. */
export function routeOf(hash: string): Route | null {
  const [path = '', query = ''] = hash.replace(/^#\/?/u, '').split('?');
  const [area, id] = path.split('/');
  if (!(screenNames as readonly string[]).includes(area ?? '')) return null;
  const parameters = new URLSearchParams(query);
  const filter = filterOf(parameters.get('filter'));
  const tab = parameters.get('tab');
  const title = parameters.get('title');
  const from = parameters.get('from');
  return {
    area: area as ScreenName,
    ...(id ? { id: decodeURIComponent(id) } : {}),
    ...(tab ? { tab } : {}),
    ...(parameters.get('full') ? { full: true } : {}),
    ...(filter ? { filter } : {}),
    ...(title ? { title } : {}),
    ...(from === 'report' || from === 'record' ? { from } : {}),
  };
}
