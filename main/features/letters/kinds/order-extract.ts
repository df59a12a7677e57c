import {
  field,
  imageFields,
  letterheadFields,
  placementLetterFields,
  placementRowFields,
  signatureFields,
  studentListField,
} from '../../../documents/letter-fields.ts';
import { placementRows, specialtiesOf } from '../letter-data.ts';
import { byLanguage, type Envelope, firmNameIn, letterheadText, locales, type One } from '../letterhead.ts';
import { type PlacementFacts, practiceIn, readPlacementFacts } from '../placement-facts.ts';
import { type KindOfLetter, noReferences, translators } from './kind.ts';

const fields = {
  ...letterheadFields,
  ...signatureFields,
  orderNumber: placementLetterFields.orderNumber,
  orderDate: field(['дата_приказа', 'бұйрық_күні'], 'Бұйрықтың күні', 'Дата приказа', 'Order date'),
  practice: placementLetterFields.practice,
  start: placementLetterFields.start,
  end: placementLetterFields.end,
  studentCount: placementLetterFields.studentCount,
  specialties: placementLetterFields.specialties,
} as const;

const rowFields = {
  ...placementRowFields,
  firm: field(['предприятие', 'кәсіпорын'], 'Кәсіпорынның атауы', 'Наименование предприятия', 'Firm'),
} as const;

/** One extract per order and practice, in the order of their first placement. */
function byOrder(placements: readonly PlacementFacts[]): PlacementFacts[][] {
  const orders = new Map<string, PlacementFacts[]>();
  for (const placement of placements) {
    const key = JSON.stringify([placement.orderNumber, placement.orderDate, placement.practiceTypeId]);
    orders.set(key, [...(orders.get(key) ?? []), placement]);
  }
  return [...orders.values()];
}

/** First and last day of all the placements. */
const spanOf = (placements: readonly PlacementFacts[]): { readonly start: string; readonly end: string } => ({
  start: placements.map(({ startsOn }) => startsOn).toSorted()[0] ?? '',
  end:
    placements
      .map(({ endsOn }) => endsOn)
      .toSorted()
      .at(-1) ?? '',
});

function text(placements: readonly PlacementFacts[], envelope: Envelope, language: One) {
  const [first] = placements;
  const { start, end } = spanOf(placements);
  return {
    ...letterheadText({ ...envelope, number: first?.orderNumber ?? '' }, language),
    orderNumber: first?.orderNumber ?? '',
    orderDate: locales[language].dateLong(first?.orderDate ?? null),
    practice: first === undefined ? '' : practiceIn(first, language),
    start: locales[language].dateLong(start),
    end: locales[language].dateLong(end),
    studentCount: String(placements.length),
    specialties: specialtiesOf(placements, language),
  } satisfies Readonly<Record<keyof typeof fields, string>>;
}

/** The extract from an order with the list of students placed by it. */
export const orderExtract: KindOfLetter = {
  file: 'order-extract',
  catalogue: {
    fields,
    images: imageFields,
    lists: { students: { description: studentListField, fields: rowFields } },
  },
  papers: (db, ids, issuedOn) =>
    byOrder(readPlacementFacts(db, ids, issuedOn)).map(placements => ({
      references: { ...noReferences, placementIds: placements.map(({ id }) => id) },
      number: placements[0]?.orderNumber ?? '',
      line: language =>
        translators[language]('letters.subject.orderExtract', {
          number: placements[0]?.orderNumber ?? '—',
          count: placements.length,
        }),
      about: language => (placements[0] === undefined ? '' : practiceIn(placements[0], language)),
      values: (language, envelope) => ({
        text: byLanguage(language, one => text(placements, envelope, one)),
        lists: {
          students: byLanguage(language, one =>
            placementRows(placements, envelope.settings, one).map(({ row, facts }) => ({
              ...row,
              firm: firmNameIn({ ru: facts.firmNameRu, kk: facts.firmNameKk }, one),
            })),
          ),
        },
      }),
    })),
};
