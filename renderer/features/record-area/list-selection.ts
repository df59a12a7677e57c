import { callProcedure } from '#renderer/api/client.ts';
import type { RecordName } from '#renderer/api/records.ts';
import { showProblem } from '#renderer/state/notices.ts';
import type { GridSelection } from '#renderer/ui/data-table-types.ts';
import type { ListQuestion } from '#renderer/ui/use-row-windows.ts';

/** The selection of a list whose rows are not all loaded: what is not, is asked for by its place in the list. */
export function listSelection(
  name: RecordName,
  question: ListQuestion,
  ids: ReadonlySet<string>,
  set: (ids: ReadonlySet<string>) => void,
): GridSelection {
  const inOrder = async (): Promise<readonly string[]> => {
    const { search, filter, sort, group } = question;
    const result = await callProcedure(`${name}.ids`, { search, filter, sort, group });
    if (result.ok) return result.value as readonly string[];
    showProblem(result.error);
    return [];
  };
  return {
    ids,
    set,
    all: async () => {
      const all = await inOrder();
      if (all.length > 0) set(new Set(all));
    },
    at: async rows => {
      const all = await inOrder();
      return rows.flatMap(index => all[index] ?? []);
    },
  };
}
