import { field, imageFields, letterheadFields, rowOnly, signatureFields } from '../../../documents/letter-fields.ts';
import { byLanguage, type Envelope, firmNameIn, letterheadText, locales, namedIn, type One } from '../letterhead.ts';
import { type AgreementLine, type LetterLine, readAgreementLines, readLetterLines } from '../register-data.ts';
import { type KindOfLetter, noReferences, translators } from './kind.ts';

const fields = {
  ...letterheadFields,
  ...signatureFields,
  count: field(['количество', 'барлығы'], 'Жолдар саны', 'Количество строк', 'Number of lines'),
  from: field(['с_даты', 'басы'], 'Бірінші жолдың күні', 'Дата первой строки', 'Date of the first line'),
  until: field(['по_дату', 'соңы'], 'Соңғы жолдың күні', 'Дата последней строки', 'Date of the last line'),
} as const;

const common = {
  index: rowOnly.index,
  number: field(['номер', 'нөмірі'], 'Нөмірі', 'Номер', 'Number'),
  date: field(['дата', 'күні'], 'Күні', 'Дата', 'Date'),
  kind: field(['вид', 'түрі'], 'Түрі', 'Вид', 'Kind'),
  firm: field(['предприятие', 'кәсіпорын'], 'Кәсіпорын', 'Предприятие', 'Firm'),
} as const;

const agreementRow = {
  ...common,
  student: field(['студент', 'білім_алушы'], 'Білім алушы', 'Обучающийся', 'Student'),
  start: field(['начало', 'басталуы'], 'Басталуы', 'Начало', 'Start'),
  end: field(['окончание', 'аяқталуы'], 'Аяқталуы', 'Окончание', 'End'),
  places: field(['мест', 'орын'], 'Орын саны', 'Мест', 'Places'),
  state: field(['состояние', 'күйі'], 'Күйі', 'Состояние', 'State'),
} as const;

const letterRow = {
  ...common,
  subject: field(['о_чём', 'мазмұны'], 'Не туралы', 'О чём', 'Subject'),
  student: field(['студент', 'білім_алушы'], 'Білім алушы', 'Обучающийся', 'Student'),
  notes: field(['примечание', 'ескертпе'], 'Ескертпе', 'Примечание', 'Notes'),
} as const;

type RowOf<F> = Readonly<Record<keyof F, string>>;

function headText(dates: readonly (string | null)[], count: number, envelope: Envelope, language: One) {
  const known = dates.filter(date => date !== null).toSorted();
  const locale = locales[language];
  return {
    ...letterheadText(envelope, language),
    count: String(count),
    from: locale.date(known[0] ?? null),
    until: locale.date(known.at(-1) ?? null),
  } satisfies RowOf<typeof fields>;
}

const agreementLine = (line: AgreementLine, index: number, language: One): RowOf<typeof agreementRow> => ({
  index: String(index + 1),
  number: line.number,
  date: locales[language].date(line.signedOn) || '—',
  kind: namedIn({ ru: line.typeRu, kk: line.typeKk, en: line.typeEn }, language),
  firm: firmNameIn({ ru: line.firmNameRu, kk: line.firmNameKk }, language),
  student: line.student ?? '—',
  start: locales[language].date(line.startsOn) || '—',
  end: line.endsOn === null ? translators[language]('letters.openEnded') : locales[language].date(line.endsOn),
  places: line.places === null ? '—' : String(line.places),
  state: translators[language].dynamic(`states.agreement.${line.state}`),
});

const letterLine = (line: LetterLine, index: number, language: One): RowOf<typeof letterRow> => ({
  index: String(index + 1),
  number: line.number === '' ? '—' : line.number,
  date: locales[language].date(line.issuedOn),
  kind: translators[language].dynamic(`states.letterKind.${line.kind}`),
  firm: line.firmNameRu === null ? '—' : firmNameIn({ ru: line.firmNameRu, kk: line.firmNameKk }, language),
  subject: line.subject,
  student: line.student ?? '—',
  notes:
    [line.void ? translators[language]('states.letter.void') : '', line.notes ?? ''].filter(Boolean).join('; ') || '—',
});

/** The register of agreements: the chosen lines, with the terms that hold on the day of the paper. */
export const agreementRegister: KindOfLetter = {
  file: 'agreement-register',
  catalogue: {
    fields,
    images: imageFields,
    lists: {
      agreements: {
        description: field(['договоры', 'шарттар'], 'Шарттар тізімі', 'Список договоров', 'List of agreements'),
        fields: agreementRow,
      },
    },
  },
  papers: (db, ids, issuedOn) => {
    const lines = readAgreementLines(db, ids, issuedOn);
    return [
      {
        references: noReferences,
        line: language => translators[language]('letters.subject.agreementRegister', { count: lines.length }),
        about: language => locales[language].date(issuedOn),
        values: (language, envelope) => ({
          text: byLanguage(language, one =>
            headText(
              lines.map(line => line.signedOn),
              lines.length,
              envelope,
              one,
            ),
          ),
          lists: {
            agreements: byLanguage(language, one => lines.map((line, index) => agreementLine(line, index, one))),
          },
        }),
      },
    ];
  },
};

/** The register of outgoing letters, in the order of their numbers. */
export const letterRegister: KindOfLetter = {
  file: 'letter-register',
  catalogue: {
    fields,
    images: imageFields,
    lists: {
      letters: {
        description: field(['письма', 'хаттар'], 'Хаттар тізімі', 'Список писем', 'List of letters'),
        fields: letterRow,
      },
    },
  },
  papers: (db, ids, issuedOn) => {
    const lines = readLetterLines(db, ids);
    return [
      {
        references: noReferences,
        line: language => translators[language]('letters.subject.letterRegister', { count: lines.length }),
        about: language => locales[language].date(issuedOn),
        values: (language, envelope) => ({
          text: byLanguage(language, one =>
            headText(
              lines.map(line => line.issuedOn),
              lines.length,
              envelope,
              one,
            ),
          ),
          lists: { letters: byLanguage(language, one => lines.map((line, index) => letterLine(line, index, one))) },
        }),
      },
    ];
  },
};
