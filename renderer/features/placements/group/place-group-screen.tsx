import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useCommand, warningsOf } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { go } from '#renderer/state/navigation.ts';
import { showDone } from '#renderer/state/notices.ts';
import type { Output } from '#shared/contract/index.ts';
import { fieldProblemText } from '#shared/text/translator.ts';
import type { Tools } from '../../record-area/descriptor.ts';
import { warningMessage } from '../../record-area/field-problem.ts';
import { useTools } from '../../record-area/tools.ts';
import { Choices, FillButton } from './choices.tsx';
import styles from './group.module.css';
import { columns, type GroupDraft, useGroupDraft } from './group-draft.ts';
import { MatchDialog, type Suggestion } from './match-dialog.tsx';
import { type CheckedRow, checkRow } from './row-check.ts';
import { type Block, nameKey, paste, pasteByName, type Range, readBlock } from './sheet.ts';
import { SheetGrid, type SheetHandle } from './sheet-grid.tsx';
import type { RowNote, SheetColumn } from './sheet-row.tsx';

type Checks = Output<'placements.check'>;

const writable = (column: number): boolean => column > 0;
/** Places whole groups in one step: a grid to type into or to paste into from a workbook. */
export function PlaceGroupScreen() {
  const tools = useTools();
  const { t, locale } = tools;
  const draft = useGroupDraft(store => store.draft);
  const { change, reset } = useGroupDraft.getState();
  const past = useRef<readonly Block[]>([]);
  const write = (sheet: Block): void => {
    if (sheet === draft.sheet) return;
    past.current = [...past.current, draft.sheet].slice(-50);
    change({ sheet });
  };
  const undo = (): void => {
    const sheet = past.current.at(-1);
    past.current = past.current.slice(0, -1);
    if (sheet) change({ sheet });
  };
  const pasteText = (range: Range, text: string): void => {
    const block = readBlock(text);
    const column = Math.min(range.from.column, range.to.column);
    if (column === 0) {
      const { sheet, unknown } = pasteByName(draft.sheet, block, { column: 0, key: nameKey, writable });
      write(sheet);
      if (unknown.length > 0) showDone(t('placements.group.unknownStudent', { text: unknown.join(', ') }));
    } else write(paste(draft.sheet, range, block, writable).sheet);
  };

  const [matching, setMatching] = useState(false);
  const unplaced = draft.students.filter((_, index) => (draft.sheet[index]?.[firmCell] ?? '').trim() === '');
  const take = (chosen: ReadonlyMap<string, Suggestion>): void => {
    write(draft.sheet.map((line, index) => withPlace(line, chosen.get(draft.students[index]?.id ?? ''))));
    setMatching(false);
  };

  const sheetColumns = useSheetColumns(tools);
  const { rows, checks, resolved } = useChecked(draft);
  const shown = useMemo(
    () => draft.sheet.map((cells, index) => withNames(cells, resolved?.[index])),
    [draft.sheet, resolved],
  );
  const handle = useRef<SheetHandle>(null);
  const [filled, setFilled] = useState(0);
  useEffect(() => {
    // A list that has just been filled waits to be written or pasted into.
    if (filled > 0) handle.current?.focusRow(0);
  }, [filled]);
  const notes = useMemo(() => notesOf(rows, checks, tools), [rows, checks, tools]);
  const problems = notes.filter(row => row.some(note => note.tone === 'problem')).length;
  const doubtful = notes.filter(row => row.some(note => note.tone === 'warning')).length;
  const noted = notes.filter(row => row.some(note => note.tone === 'remark')).length;
  const ready = rows.flatMap(row => (row.placement === null ? [] : [row.placement]));
  const save = useCommand('placements.createMany');
  const store = async (): Promise<void> => {
    const accepted = [...new Set((checks ?? []).flatMap(check => check.warnings))];
    const result = await save.run(
      { rows: ready, ...(accepted.length > 0 ? { accepted } : {}) },
      { handled: failure => warningsOf(failure).length > 0 },
    );
    if (!result.ok) return;
    const { groupIds, startsOn, endsOn } = draft;
    reset();
    past.current = [];
    const title = [...new Set(draft.students.map(student => student.groupCode))].join(', ');
    go({
      area: 'placements',
      filter: { groupId: groupIds, activeFrom: startsOn, activeTo: endsOn },
      title,
      from: 'record',
    });
    showDone(t('placements.group.done', { count: result.value.ids.length }), true);
  };

  const defaults = useMemo(
    () => [
      '',
      '',
      '',
      '',
      draft.hours === null ? '' : locale.number(draft.hours),
      locale.date(draft.startsOn),
      locale.date(draft.endsOn),
      '',
    ],
    [draft.hours, draft.startsOn, draft.endsOn, locale],
  );
  return (
    <section className={styles['page']} data-keys="inSheet" aria-label={t('placements.group.title')}>
      <header className={styles['header']}>
        <h1>{t('placements.group.title')}</h1>
        <span className={styles['quiet']}>{t('placements.group.draftKept')}</span>
      </header>
      <Choices draft={draft} tools={tools} onFilled={() => setFilled(times => times + 1)} />
      <FillButton draft={draft} tools={tools}>
        {draft.sheet.length === 0
          ? `${t('placements.group.noGroup')} ${t('placements.group.fillHelp')}`
          : t('placements.group.gridHelp')}
      </FillButton>
      {draft.sheet.length > 0 && (
        <>
          <SheetGrid
            label={t('placements.group.grid')}
            columns={sheetColumns}
            sheet={draft.sheet}
            shown={shown}
            defaults={defaults}
            notes={notes}
            notesLabel={t('placements.group.remarks')}
            onChange={write}
            onPaste={pasteText}
            onUndo={undo}
            handle={handle}
            withinOf={row => resolved?.[row]?.firm.id ?? undefined}
          />
          <footer className={styles['footer']} aria-live="polite">
            <span>{t('placements.group.ready', { count: ready.length })}</span>
            {problems > 0 && (
              <Button
                variant="subtle"
                data-tone="danger"
                size="compact-sm"
                onClick={() =>
                  handle.current?.focusRow(notes.findIndex(row => row.some(note => note.tone === 'problem')))
                }
              >
                {t('placements.group.problems', { count: problems })}
              </Button>
            )}
            {doubtful > 0 && <span data-tone="warning">{t('placements.group.warnings', { count: doubtful })}</span>}
            {noted > 0 && <span>{t('placements.group.remark', { count: noted })}</span>}
            <span className={styles['space']} />
            <Button
              variant="default"
              disabled={unplaced.length === 0 || draft.startsOn === null || draft.endsOn === null}
              title={unplaced.length === 0 ? t('placements.match.unplaced') : undefined}
              onClick={() => setMatching(true)}
            >
              {t('placements.match.open')}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              onClick={() => {
                past.current = [];
                change({ students: [], sheet: [] });
              }}
            >
              {t('placements.group.clear')}
            </Button>
            <Button
              loading={save.running}
              disabled={ready.length === 0 || problems > 0 || checks === undefined}
              onClick={() => void store()}
            >
              {t(doubtful > 0 ? 'placements.group.saveAnyway' : 'placements.group.save')}
            </Button>
          </footer>
          {matching && draft.startsOn !== null && draft.endsOn !== null && (
            <MatchDialog
              studentIds={unplaced.map(student => student.id)}
              startsOn={draft.startsOn}
              endsOn={draft.endsOn}
              tools={tools}
              onTake={take}
              onClose={() => setMatching(false)}
            />
          )}
        </>
      )}
    </section>
  );
}

const firmCell = columns.indexOf('firmColumn');

/** A line with the place that was chosen for its student. */
const withPlace = (line: readonly string[], place: Suggestion | undefined): readonly string[] =>
  place === undefined
    ? line
    : line
        .with(firmCell, place.firmName)
        .with(columns.indexOf('site'), place.siteName ?? '')
        .with(columns.indexOf('agreement'), place.agreementNumber ?? '');

/** What the lines mean and what saving would say to them. */
function useChecked(draft: GroupDraft): {
  readonly rows: readonly CheckedRow[];
  readonly checks: Checks | undefined;
  readonly resolved: Output<'placements.resolve'> | undefined;
} {
  const typed = useMemo(
    () =>
      draft.sheet.map(([, firm = '', site = '', mentor = '', , , , agreement = '']) => ({
        firm,
        site,
        mentor,
        agreement,
      })),
    [draft.sheet],
  );
  const resolve = useQuery('placements.resolve', typed.length === 0 ? null : { rows: typed });
  const resolved = resolve.previous || resolve.data?.length !== typed.length ? undefined : resolve.data;
  const rows = useMemo(
    () => draft.students.map((student, index) => checkRow(student, draft.sheet[index] ?? [], resolved?.[index], draft)),
    [draft, resolved],
  );
  const placements = useMemo(() => rows.flatMap(row => (row.placement === null ? [] : [row.placement])), [rows]);
  const check = useQuery('placements.check', placements.length === 0 ? null : { rows: placements });
  return { rows, checks: check.previous ? undefined : check.data, resolved };
}

type Named = { readonly titles: string; readonly cells: readonly string[] };

/** Lines with full names, kept by what was typed, so that a line that reads the same is not drawn again. */
const named = new WeakMap<readonly string[], Named>();

/** A line with the full names of what was found. */
function withNames(
  cells: readonly string[],
  found: Output<'placements.resolve'>[number] | undefined,
): readonly string[] {
  if (!found) return named.get(cells)?.cells ?? cells;
  const names = ['', found.firm.title, found.site.title, found.mentor.title, '', '', '', found.agreement.title];
  const titles = names.join('\n');
  const known = named.get(cells);
  if (known?.titles === titles) return known.cells;
  const next = cells.map((text, column) => names[column] || text);
  named.set(cells, { titles, cells: next });
  return next;
}

/** The remarks of each line: what cannot be read, then what saving would say. */
function notesOf(
  rows: readonly CheckedRow[],
  checks: Checks | undefined,
  tools: Tools,
): readonly (readonly RowNote[])[] {
  let place = -1;
  return rows.map(row => {
    const own = row.remarks.map(({ kind, key, params }): RowNote => ({ tone: kind, text: tools.word(key, params) }));
    if (row.placement === null) return own;
    place += 1;
    const check = checks?.[place];
    if (!check) return own;
    return [
      ...own,
      ...Object.values(check.problems).map(
        (key): RowNote => ({ tone: 'problem', text: fieldProblemText(tools.t, key) }),
      ),
      ...check.warnings.map((code): RowNote => ({ tone: 'warning', text: warningMessage(tools, code) })),
      ...check.remarks.map((code): RowNote => ({ tone: 'remark', text: warningMessage(tools, code) })),
    ];
  });
}

const widths: readonly string[] = [
  'minmax(170px, 2fr)',
  'minmax(170px, 2fr)',
  'minmax(96px, 1fr)',
  'minmax(110px, 1fr)',
  '64px',
  '100px',
  '100px',
  'minmax(90px, 1fr)',
];
const offers = { firmColumn: 'firms', site: 'sites', mentor: 'contacts', agreement: 'agreements' } as const;

function useSheetColumns({ t }: Tools): readonly SheetColumn[] {
  return useMemo(
    () =>
      columns.map((key, index) => ({
        key,
        label: t(`placements.group.${key}`),
        width: widths[index] ?? '100px',
        ...(key === 'student' ? { readOnly: true as const } : {}),
        ...(key === 'hoursColumn' ? { align: 'end' as const } : {}),
        ...(key in offers ? { offers: offers[key as keyof typeof offers] } : {}),
      })),
    [t],
  );
}
