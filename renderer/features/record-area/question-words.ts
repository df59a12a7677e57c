import { callProcedure } from '#renderer/api/client.ts';
import type { GridColumn } from '#renderer/ui/column-layout.ts';
import type { ListQuestion } from '#renderer/ui/use-row-windows.ts';
import type { Reference } from '#shared/contract/records.ts';
import { schoolYearOf } from '#shared/domain/iso-date.ts';
import type { AreaDescriptor, FilterDescriptor, Tools, Values } from './descriptor.ts';

/** Names of records told one by one; of more only their number is said. */
const mostNamed = 8;

const listOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter(one => one !== undefined).map(String);

async function titlesOf(name: string, ids: readonly string[]): Promise<readonly string[]> {
  const found = await callProcedure(`${name}.pick`, { search: '', ids: ids.slice(0, mostNamed) });
  const titles = found.ok ? (found.value as readonly Reference[]).map(({ title }) => title) : [];
  return ids.length > titles.length ? [...titles, `+${ids.length - titles.length}`] : titles;
}

/** What a filter lets through, in the words of its options; nothing when it lets everything through. */
async function filterWords(descriptor: FilterDescriptor, filter: Values, tools: Tools): Promise<string> {
  const { t, word, locale, nameOf } = tools;
  const key = typeof descriptor.key === 'string' ? descriptor.key : descriptor.key[0];
  const chosen = listOf(filter[key]);
  if (chosen.length === 0) return '';
  const label = word(descriptor.label);
  const said = (values: readonly string[]): string =>
    t('lists.aboutFilter', { field: label, values: values.join(', ') });
  switch (descriptor.kind) {
    case 'flag':
      return label;
    case 'choices':
      return said(chosen.map(value => word(`states.${descriptor.text}.${value}`)));
    case 'dictionary':
      return said(chosen.map(value => nameOf(descriptor.name, value)));
    case 'references':
      return said(await titlesOf(descriptor.name, chosen));
    case 'days':
      return said(chosen.map(value => locale.days(Number(value))));
    case 'schoolYear':
      return said(chosen.map(value => locale.schoolYear(schoolYearOf(value))));
    case 'numbers':
      return said(chosen);
  }
}

type Shown = {
  readonly area: AreaDescriptor;
  readonly tools: Tools;
  readonly question: ListQuestion;
  readonly columns: readonly Pick<GridColumn<never>, 'key' | 'label'>[];
  /** A filter that came with a link, in the words of where it came from. */
  readonly handed?: string | undefined;
  /** How many rows are chosen when only they are meant. */
  readonly chosen?: number | undefined;
};

/** What a list shows and in which order, a line for each condition, as it stands above the list on paper. */
export async function questionWords({ area, tools, question, columns, handed, chosen }: Shown): Promise<string[]> {
  const { t } = tools;
  const { search, filter, sort } = question;
  const filters = await Promise.all(area.filters.map(one => filterWords(one, filter, tools)));
  const by = columns.find(({ key }) => key === sort?.field)?.label;
  return [
    search.trim() === '' ? '' : t('lists.aboutSearch', { text: search.trim() }),
    handed ?? '',
    ...filters,
    chosen === undefined ? '' : t('lists.exportSelected', { count: chosen }),
    by === undefined ? '' : t(sort?.direction === 'desc' ? 'lists.aboutSortDown' : 'lists.aboutSort', { column: by }),
  ].filter(line => line !== '');
}
