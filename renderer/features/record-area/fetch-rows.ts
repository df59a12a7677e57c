import { callProcedure } from '#renderer/api/client.ts';
import type { AnyRecord, RecordName } from '#renderer/api/records.ts';
import { showProblem } from '#renderer/state/notices.ts';
import type { ListQuestion } from '#renderer/ui/use-row-windows.ts';

const most = 500;

/** The rows with the given ids, in the order of the list; null when they could not be read. */
export async function fetchRows(
  name: RecordName,
  ids: readonly string[],
  question: ListQuestion,
): Promise<readonly AnyRecord[] | null> {
  const wanted = new Set(ids);
  const rows: AnyRecord[] = [];
  for (let offset = 0; rows.length < wanted.size; offset += most) {
    const { search, filter, sort, group } = question;
    // One window after the other: each decides whether another is needed.
    // oxlint-disable-next-line no-await-in-loop
    const result = await callProcedure(`${name}.list`, { search, filter, sort, group, offset, limit: most });
    if (!result.ok) {
      showProblem(result.error);
      return null;
    }
    const page = result.value as { readonly rows: readonly AnyRecord[]; readonly total: number };
    rows.push(...page.rows.filter(row => wanted.has(row.id)));
    if (offset + most >= page.total) break;
  }
  return rows;
}
