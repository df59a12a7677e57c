import type { RecordOf } from '../../../database/entities.ts';
import type { ReadDb } from '../../../database/handles.ts';
import { requireRecord } from '../../../database/records.ts';
import { placementRows } from '../letter-data.ts';
import {
  byLanguage,
  type Envelope,
  firmNameIn,
  joined,
  letterheadText,
  locales,
  type One,
  placedIn,
} from '../letterhead.ts';
import { visitCatalogue, type visitFields } from '../monitoring-fields.ts';
import { type PlacementFacts, readPlacementFacts } from '../placement-facts.ts';
import { type KindOfLetter, noReferences, translators } from './kind.ts';

type Facts = {
  readonly visit: RecordOf<'visit'>;
  readonly firm: RecordOf<'firm'>;
  readonly site: RecordOf<'site'> | null;
  readonly placements: readonly PlacementFacts[];
};

/** The placement the visit is for, or all that run at the firm, or at the site, on its day. */
function placementsOf(db: ReadDb, visit: RecordOf<'visit'>): readonly string[] {
  if (visit.placementId !== null) return [visit.placementId];
  const on = visit.doneOn ?? visit.plannedOn;
  return db.column<string>(
    `SELECT p.id FROM placement p JOIN student s ON s.id = p.student_id
      WHERE p.firm_id = ? AND p.starts_on <= ? AND p.ends_on >= ? AND p.state IN ('ordered', 'started', 'interrupted', 'completed')
        AND (? IS NULL OR p.site_id IS NULL OR p.site_id = ?) ORDER BY s.sort_key LIMIT 200`,
    visit.firmId,
    on,
    on,
    visit.siteId,
    visit.siteId,
  );
}

function text(
  { visit, firm, site }: Facts,
  envelope: Envelope,
  language: One,
): Readonly<Record<keyof typeof visitFields, string>> {
  const locale = locales[language];
  return {
    ...letterheadText(envelope, language),
    firm: firmNameIn({ ru: firm.nameRu, kk: firm.nameKk }, language),
    firmAddress: placedIn(site?.city ?? firm.city, site?.address ?? firm.address, language),
    unit: site?.name ?? '',
    purpose: translators[language].dynamic(`states.visitPurpose.${visit.purpose}`),
    visitor: visit.visitor ?? '',
    plannedOn: locale.dateLong(visit.plannedOn),
    visitedOn: locale.dateLong(visit.doneOn),
    findings: visit.findings ?? '',
    nextStep: visit.nextStep ?? '',
    nextOn: locale.dateLong(visit.nextOn),
  };
}

/** The sheet that goes along on a visit; after it, what was found. */
export const visitSheet: KindOfLetter = {
  file: 'visit-sheet',
  catalogue: visitCatalogue,
  mayBeEmpty: new Set([
    ...['unit', 'plannedOn', 'visitedOn', 'findings', 'nextStep', 'nextOn', 'number', 'executor', 'executorPhone'],
    ...['specialty', 'qualification', 'group', 'course', 'hours', 'mentor', 'supervisor'],
  ]),
  papers: (db, ids) =>
    [...new Set(ids)].map(id => {
      const visit = requireRecord(db, 'visit', id);
      const facts: Facts = {
        visit,
        firm: requireRecord(db, 'firm', visit.firmId),
        site: visit.siteId === null ? null : requireRecord(db, 'site', visit.siteId),
        placements: readPlacementFacts(db, placementsOf(db, visit), visit.doneOn ?? visit.plannedOn),
      };
      const named = (language: One): string => firmNameIn({ ru: facts.firm.nameRu, kk: facts.firm.nameKk }, language);
      return {
        references: {
          ...noReferences,
          firmId: visit.firmId,
          placementIds: facts.placements.map(placement => placement.id),
        },
        line: language =>
          translators[language]('letters.subject.visitSheet', {
            firm: joined(', ', named(language), locales[language].date(visit.doneOn ?? visit.plannedOn)),
          }),
        about: named,
        values: (language, envelope) => ({
          text: byLanguage(language, one => text(facts, envelope, one)),
          lists: {
            students: byLanguage(language, one =>
              placementRows(facts.placements, envelope.settings, one).map(({ row }) => row),
            ),
          },
        }),
      };
    }),
};
