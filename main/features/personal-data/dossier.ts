import type { Label } from '#shared/contract/history.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import { createMentionFinder } from '#shared/domain/person-mentions.ts';
import type { Translator } from '#shared/text/index.ts';
import { entities, records } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { localizedTexts } from '../../database/localized-title.ts';
import { readRecord, requireRecord } from '../../database/records.ts';
import type { HandoverPack, HandoverTable } from '../../documents/handover-docx.ts';
import { readNameForms } from '../letters/queries.ts';
import { titleOf as recordTitle } from '../shared/record-feature.ts';
import { filledTexts } from './free-texts.ts';
import { identityOf, ownRecords, type Person, type RecordKey, tracesOf } from './person.ts';
import { lettersNaming, recordsNaming } from './plan.ts';

type Values = Readonly<Record<string, unknown>>;

/** Names under `states` of the values of a field, where they are not those of the field itself. */
const stateWords: Readonly<Record<string, string>> = {
  'student.status': 'student',
  'placement.state': 'placement',
  'placement.followUp6': 'followUp',
  'placement.followUp12': 'followUp',
  'agreement.stage': 'agreementStage',
  'visit.purpose': 'visitPurpose',
  'evaluation.side': 'evaluationSide',
  'signing.party': 'party',
  'task.kind': 'taskKind',
  'task.state': 'task',
  'letter.kind': 'letterKind',
  'letter.language': 'letterLanguage',
  'contact.roles': 'role',
  'interaction.kind': 'interactionKind',
};

/** What serves the program only, or is told elsewhere. */
const unsaid: ReadonlySet<string> = new Set([
  'id',
  'revision',
  'createdAt',
  'updatedAt',
  'hash',
  'mime',
  'cause',
  'entity',
  'entityId',
  'studentId',
  'recordId',
  'wordsKey',
  'placementIds',
  'template',
  'templateHash',
  'fileHash',
  'sequence',
  'changes',
]);

/** Says what is kept of records in the words of a language. */
export function createTeller(db: ReadDb, t: Translator) {
  const titleOf = (entity: EntityName, id: string): string => {
    const record = readRecord(db, entity, id);
    if (record === undefined) return '';
    const title = recordTitle(db, entity, record);
    const own = localizedTexts(db, entity, id, [title])[0] ?? title;
    return own.replaceAll(/\d{4}-\d{2}-\d{2}/gu, day => t.locale.date(day) || day);
  };
  const word = (kind: string, value: unknown): string =>
    t.has(`states.${kind}.${String(value)}`) ? t.dynamic(`states.${kind}.${String(value)}`) : String(value);
  const say = (entity: EntityName, field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '';
    const target = entities[entity].references[field];
    if (target !== undefined && typeof value === 'string') return titleOf(target, value);
    const kind = stateWords[`${entity}.${field}`] ?? field;
    if (Array.isArray(value)) return value.map(one => word(kind, one)).join(', ');
    if (typeof value === 'boolean') return word('yesNo', value ? 'yes' : 'no');
    if (typeof value === 'object')
      return Object.entries(value)
        .map(([name, part]) => `${titleOf('evaluationCriterion', name) || name}: ${String(part)}`)
        .join(', ');
    if (typeof value === 'number') return field.endsWith('Minor') ? t.locale.money(value) : t.locale.number(value);
    const text = String(value);
    return /(?:On|From|Until|Date)$/u.test(field) ? t.locale.date(text) || text : word(kind, text);
  };
  const label = (entity: EntityName, field: string): string =>
    t.has(`fields.${entity}.${field}`) ? t.dynamic(`fields.${entity}.${field}`) : field;
  return {
    titleOf,
    say,
    label,
    /** Every filled field of a record, «what: which». */
    facts: (entity: EntityName, record: Values): readonly (readonly [string, string])[] =>
      Object.keys(records[entity].shape)
        .filter(field => !unsaid.has(field))
        .flatMap(field => {
          const said = say(entity, field, record[field]);
          return said === '' ? [] : [[label(entity, field), said] as const];
        }),
  };
}

type Teller = ReturnType<typeof createTeller>;

const sentence = (facts: readonly (readonly [string, string])[]): string =>
  facts.map(([label, value]) => `${label}: ${value}`).join('; ');

/** The order in which kinds of records are told. */
const order: readonly EntityName[] = [
  'placement',
  'evaluation',
  'monthAttendance',
  'visit',
  'interruption',
  'dayOverride',
  'irregularWeek',
  'agreement',
  'amendment',
  'signing',
  'letter',
  'attachment',
  'task',
  'importAnswer',
  'nameForm',
];

function tablesOf(db: ReadDb, t: Translator, teller: Teller, keys: readonly RecordKey[]): readonly HandoverTable[] {
  return order.map(entity => ({
    title: t.dynamic(`personalData.kinds.${entity}`),
    heads: [t('personalData.dossier.record'), t('personalData.dossier.kept')],
    widths: [28, 72],
    rows: keys
      .filter(key => key.entity === entity)
      .map(({ id }) => [
        teller.titleOf(entity, id),
        sentence(teller.facts(entity, requireRecord(db, entity, id) as Values)),
      ]),
  }));
}

type AuditRow = {
  readonly at: string;
  readonly actor: string;
  readonly label: string;
  readonly entity: EntityName;
  readonly title: string;
  readonly action: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** Who wrote what about the person and when, newest first. */
function historyTable(db: ReadDb, t: Translator, teller: Teller, ids: readonly string[]): HandoverTable {
  const rows = db.all<AuditRow>(
    `SELECT b.at, b.actor, b.label, a.entity, a.title, a.action, a.before, a.after FROM audit a JOIN batch b ON b.id = a.batch_id
      WHERE a.entity_id IN (SELECT value FROM json_each(?)) AND a.erased_at IS NULL ORDER BY a.seq DESC`,
    JSON.stringify(ids),
  );
  const said = ({ entity, before, after, action }: AuditRow): string => {
    if (action === 'insert') return t('history.inserted');
    if (action === 'delete') return t('history.deleted');
    const [from, to] = [before, after].map(json => JSON.parse(json ?? '{}') as Values);
    return Object.keys(to ?? {})
      .filter(field => !unsaid.has(field))
      .map(field => {
        const value = (of: Values | undefined): string => teller.say(entity, field, of?.[field]) || '—';
        return `${teller.label(entity, field)}: ${value(from)} → ${value(to)}`;
      })
      .join('; ');
  };
  return {
    title: t('personalData.dossier.history'),
    heads: [t('personalData.dossier.when'), t('personalData.dossier.record'), t('personalData.dossier.what')],
    widths: [24, 30, 46],
    rows: rows.map(row => [
      `${t.locale.dateTime(row.at)}, ${row.actor}`,
      row.title,
      said(row) || ((JSON.parse(row.label) as Label).key === 'erased' ? t('actions.erased') : t('history.updated')),
    ]),
  };
}

/** Everything the program holds about a person, as pages to read. Errors: notFound. */
export function personDossier(
  db: ReadDb,
  person: Person,
  {
    t,
    today,
    college,
  }: {
    readonly t: Translator;
    readonly today: string;
    readonly college: string;
  },
): HandoverPack {
  const record = requireRecord(db, person.entity, person.id) as Values;
  const finder = createMentionFinder([tracesOf(identityOf(person.entity, record), readNameForms(db))]);
  const { letters, sharedLetters } = lettersNaming(db, [person], finder);
  const own = [
    ...ownRecords(db, person),
    ...[...letters, ...sharedLetters].map(id => ({ entity: 'letter', id }) as const),
  ];
  const teller = createTeller(db, t);
  const ids = new Set(own.map(({ id }) => id));
  const mentions = recordsNaming(db, finder, '').filter(({ id }) => !ids.has(id));
  const name = teller.titleOf(person.entity, person.id);
  const kept = own.filter(({ entity, id }) => readRecord(db, entity, id) !== undefined);
  return {
    title: t('personalData.dossier.title', { name }),
    subtitle: t('personalData.dossier.subtitle', { college, date: t.locale.date(today) }),
    summary: [],
    nothingOpen: '',
    parts: [
      {
        title: t('personalData.dossier.person'),
        facts: teller.facts(person.entity, record),
        tables: [
          ...tablesOf(db, t, teller, kept),
          {
            title: t('personalData.dossier.mentions'),
            heads: [t('personalData.dossier.record'), t('personalData.dossier.kept')],
            widths: [28, 72],
            rows: mentions.map(({ entity, id, patch }) => [
              `${t.dynamic(`entities.${entity}`)}: ${teller.titleOf(entity, id)}`,
              filledTexts(requireRecord(db, entity, id) as Values, Object.keys(patch))
                .map(([field, text]) => `${teller.label(entity, field)}: ${text}`)
                .join('; '),
            ]),
          },
          historyTable(db, t, teller, [...ids]),
        ],
      },
    ],
  };
}
