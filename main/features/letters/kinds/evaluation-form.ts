import type { EvaluationSide } from '#shared/contract/monitoring.ts';
import { overallScore } from '#shared/domain/evaluation.ts';
import type { ReadDb } from '../../../database/handles.ts';
import { placementRows } from '../letter-data.ts';
import { byLanguage, type Envelope, firmNameIn, letterheadText, locales, namedIn, type One } from '../letterhead.ts';
import { type criterionRowFields, evaluationCatalogue, type evaluationFields } from '../monitoring-fields.ts';
import { type PlacementFacts, readPlacementFacts } from '../placement-facts.ts';
import { type KindOfLetter, translators } from './kind.ts';

type Evaluation = {
  readonly evaluatedOn: string;
  readonly scores: Readonly<Record<string, number>>;
  readonly comment: string | null;
};
type Criterion = {
  readonly id: string;
  readonly nameRu: string;
  readonly nameKk: string;
  readonly nameEn: string | null;
  readonly active: 0 | 1;
};

/** The newest evaluation of a side; without one the form is printed to be filled in by hand. */
function readEvaluation(db: ReadDb, placementId: string, side: EvaluationSide): Evaluation | null {
  const found = db.get<Omit<Evaluation, 'scores'> & { readonly scores: string }>(
    'SELECT evaluated_on AS evaluatedOn, scores, comment FROM evaluation WHERE placement_id = ? AND side = ? ORDER BY evaluated_on DESC LIMIT 1',
    placementId,
    side,
  );
  return found === undefined ? null : { ...found, scores: JSON.parse(found.scores) as Evaluation['scores'] };
}

/** The criteria of a side in their order: those in use, and those that were scored. */
const readCriteria = (db: ReadDb, side: EvaluationSide, scores: Evaluation['scores']): readonly Criterion[] =>
  db
    .all<Criterion>(
      'SELECT id, name_ru AS nameRu, name_kk AS nameKk, name_en AS nameEn, active FROM evaluation_criterion WHERE side = ? ORDER BY position, id',
      side,
    )
    .filter(criterion => criterion.active === 1 || scores[criterion.id] !== undefined);

function text(
  facts: PlacementFacts,
  evaluation: Evaluation | null,
  envelope: Envelope,
  language: One,
): Readonly<Record<keyof typeof evaluationFields, string>> {
  const locale = locales[language];
  const [place] = placementRows([facts], envelope.settings, language);
  if (place === undefined) throw new RangeError('a form needs a placement');
  const { index: _index, period: _period, ...row } = place.row;
  const overall = overallScore(Object.values(evaluation?.scores ?? {}));
  return {
    ...letterheadText(envelope, language),
    ...row,
    firm: firmNameIn({ ru: facts.firmNameRu, kk: facts.firmNameKk }, language),
    start: locale.dateLong(facts.startsOn),
    end: locale.dateLong(facts.endsOn),
    evaluatedOn: locale.dateLong(evaluation?.evaluatedOn ?? null),
    overall: overall === null ? '' : locale.number(overall, 2),
    comment: evaluation?.comment ?? '',
  };
}

const rows = (
  criteria: readonly Criterion[],
  scores: Evaluation['scores'],
  language: One,
): readonly Readonly<Record<keyof typeof criterionRowFields, string>>[] =>
  criteria.map(({ id, nameRu, nameKk, nameEn }, index) => ({
    index: String(index + 1),
    criterion: namedIn({ ru: nameRu, kk: nameKk, en: nameEn }, language),
    score: scores[id] === undefined ? '' : String(scores[id]),
  }));

/** One form for each placement, filled with what was entered already. */
const form = (
  side: EvaluationSide,
  file: string,
  subject: 'letters.subject.firmEvaluation' | 'letters.subject.studentEvaluation',
): KindOfLetter => ({
  file,
  catalogue: evaluationCatalogue,
  mayBeEmpty: new Set([
    'score',
    'overall',
    'comment',
    'evaluatedOn',
    'unit',
    'mentor',
    'executor',
    'executorPhone',
    'number',
  ]),
  papers: (db, ids, issuedOn) =>
    readPlacementFacts(db, ids, issuedOn).map(facts => {
      const name = [facts.surname, facts.givenName].filter(Boolean).join(' ');
      const evaluation = readEvaluation(db, facts.id, side);
      const scores = evaluation?.scores ?? {};
      const criteria = readCriteria(db, side, scores);
      return {
        references: {
          firmId: facts.firmId,
          studentId: facts.studentId,
          agreementId: null,
          requestId: null,
          placementIds: [facts.id],
        },
        line: language => translators[language](subject, { student: name }),
        about: () => name,
        values: (language, envelope) => ({
          text: byLanguage(language, one => text(facts, evaluation, envelope, one)),
          lists: { criteria: byLanguage(language, one => rows(criteria, scores, one)) },
        }),
      };
    }),
});

/** What the firm says of the student. */
export const firmEvaluation = form('firm', 'firm-evaluation', 'letters.subject.firmEvaluation');
/** What the student says of the practice. */
export const studentEvaluation = form('student', 'student-evaluation', 'letters.subject.studentEvaluation');
