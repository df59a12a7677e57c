/** How a contract is laid out, whatever it says: what it is, place and date, numbered clauses, parties with their signatures. */
import { AlignmentType } from 'docx';
import {
  type Edition,
  type InLanguages,
  inBoth,
  inEdition,
  inLanguage,
  joinedOnce,
  type Language,
  leading,
  sealIn,
} from './editions.ts';
import {
  type Block,
  cell,
  MUTED,
  noBorders,
  paragraph,
  prose,
  row,
  SMALL,
  sideBySide,
  spacer,
  TEXT_WIDTH,
  table,
  thin,
} from './letter-parts.ts';
import { type Column, columnsIn, list } from './lists.ts';
import { packLetter } from './pack-letter.ts';

export type Section = { readonly title: string; readonly clauses: readonly string[] };

/** The words of a contract; a field between `{#field}` and `{/field}` prints its part only when it has a value. */
export type ContractWords = {
  readonly name: string;
  readonly number: string;
  /** What document it belongs to. */
  readonly to?: string;
  /** Beside the number of the page. */
  readonly foot: string;
  readonly preamble: string;
  /** The sections above the list and, in a contract that has one, those below it. */
  readonly sections: readonly Section[];
  readonly headings?: readonly string[];
  readonly after?: readonly Section[];
  /** A line below the signatures. */
  readonly below?: string;
};

type PartyName = 'college' | 'firm' | 'student';

type Contract = {
  readonly words: InLanguages<ContractWords>;
  readonly parties: readonly PartyName[];
  /** The list of the template that stands among the sections, with its columns. */
  readonly list?: { readonly name: string; readonly columns: readonly Column[] };
};

type Text = (language: Language) => string;

const inThree =
  (kk: string, ru: string, en: string): Text =>
  language =>
    ({ kk, ru, en })[language];

const partyHeading = inThree(
  'Тараптардың деректемелері және қолдары',
  'Реквизиты и подписи Сторон',
  'Details and signatures of the Parties',
);
const bin = inThree('БСН', 'БИН', 'BIN');
const binOrIin = inThree('БСН/ЖСН', 'БИН/ИИН', 'BIN/IIN');
const iin = inThree('ЖСН', 'ИИН', 'IIN');
const born = inThree('Туған күні', 'Дата рождения', 'Date of birth');
const representative = inThree('Заңды өкілі', 'Законный представитель', 'Legal representative');
const hand = inThree('қолы', 'подпись', 'signature');

type Party = {
  readonly name: Text;
  readonly signature: string;
  readonly seal: (edition: Edition) => string;
  readonly lines: (edition: Edition) => readonly string[];
};

/** A field whose words differ between the languages: in a contract in two of them it stands in both. */
const differing = (edition: Edition, field: string): readonly string[] =>
  edition === 'kk-ru' ? [`{${field}_kk}`, `{${field}_ru}`] : [`{${field}}`];
/** Both languages on one line, once where they are the same. */
const single = (edition: Edition, field: string): string =>
  edition === 'kk-ru' ? inLanguage(`{${field}}`, 'both') : `{${field}}`;
const labelled = (edition: Edition, label: Text, field: string): string => `${joinedOnce(edition, label)} {${field}}`;

const partyFacts: Readonly<Record<PartyName, Party>> = {
  college: {
    name: inThree('Колледж', 'Колледж', 'College'),
    lines: edition => [
      ...differing(edition, 'college'),
      labelled(edition, bin, 'collegeBin'),
      ...differing(edition, 'collegeAddress'),
      '{collegePhone}',
      single(edition, 'signatoryPosition'),
    ],
    signature: 'signatory',
    seal: sealIn,
  },
  firm: {
    name: inThree('Кәсіпорын', 'Предприятие', 'Firm'),
    lines: edition => [
      ...differing(edition, 'firm'),
      labelled(edition, binOrIin, 'firmBin'),
      ...differing(edition, 'firmAddress'),
      '{firmPhone}',
      single(edition, 'firmSignatoryPosition'),
    ],
    signature: 'firmSignatory',
    seal: sealIn,
  },
  student: {
    name: inThree('Білім алушы', 'Обучающийся', 'Student'),
    lines: edition => [
      '{student}',
      labelled(edition, iin, 'studentIin'),
      `${joinedOnce(edition, born)}: ${single(edition, 'studentBorn')}`,
      '{studentAddress}',
      '{studentPhone}',
      `{#representative}${joinedOnce(edition, representative)}: {representative}, {representativePhone}{/representative}`,
    ],
    signature: 'studentSignature',
    seal: edition => `(${joinedOnce(edition, hand)})`,
  },
};

const CLAUSE = { size: 11, line: 1.12 } as const;
const HALF_CLAUSE = { size: 10, line: 1.08, indent: 0, align: AlignmentType.LEFT } as const;

type ClauseStyle = { readonly before: number; readonly style: object; readonly last: boolean };

/** Numbered sections with numbered clauses: «1. Предмет», «1.1. …»; a heading stays with its first clause, the last clause with the signatures. */
function clauses(sections: readonly Section[], { before, style, last }: ClauseStyle): Block[] {
  return sections.flatMap(({ title, clauses: texts }, index) => {
    const number = before + index + 1;
    const ends = (line: number): boolean => last && index === sections.length - 1 && line === texts.length - 1;
    return [
      paragraph(`${number}. ${title}`, {
        ...CLAUSE,
        ...style,
        indent: 0,
        bold: true,
        align: AlignmentType.CENTER,
        before: 7,
        after: 3,
        keepNext: true,
      }),
      ...texts.map((text, line) =>
        prose(`${number}.${line + 1}. ${text}`, { ...CLAUSE, after: 2, ...style, keepNext: ends(line) }),
      ),
    ];
  });
}

/** What it is, its number, then place left and date right. */
function head(edition: Edition, words: InLanguages<ContractWords>): Block[] {
  const half = TEXT_WIDTH / 2;
  const two = edition === 'kk-ru';
  const centred = { align: AlignmentType.CENTER, keepNext: true, line: 1.15 } as const;
  const name = { ...centred, bold: true, size: two ? 12.5 : 14, line: 1.1, spacing: 0.6 } as const;
  const side = { size: 11, line: 1.1 } as const;
  return [
    ...inBoth(edition, language => words[language].name).map(text => paragraph(text, name)),
    paragraph(words[leading(edition)].number, { ...centred, bold: true }),
    ...inBoth(edition, language => words[language].to ?? '')
      .filter(text => text !== '')
      .map(text => paragraph(text, centred)),
    spacer(8, { keepNext: true }),
    table(
      [half, half],
      [
        row([
          cell(half, [paragraph(single(edition, 'place'), side)]),
          cell(half, [
            paragraph(
              joinedOnce(edition, () => '{date}'),
              { ...side, align: AlignmentType.RIGHT },
            ),
          ]),
        ]),
      ],
    ),
    spacer(8),
  ];
}

/** The text from the preamble to the parties. */
function body(edition: Edition, { words, list: listed }: Contract): Block[] {
  const headings = { kk: words.kk.headings ?? [], ru: words.ru.headings ?? [], en: words.en.headings ?? [] };
  const rows = listed === undefined ? [] : list(columnsIn(edition, listed.columns, headings), listed.name);
  const part = (language: Language, which: 'above' | 'below'): Block[] => {
    const own = words[language];
    const text = edition === 'kk-ru' ? inEdition(own, language) : own;
    const style = edition === 'kk-ru' ? HALF_CLAUSE : {};
    if (which === 'below') return clauses(text.after ?? [], { before: text.sections.length, style, last: true });
    return [
      prose(text.preamble, { ...CLAUSE, after: 2, ...style }),
      ...clauses(text.sections, { before: 0, style, last: listed === undefined }),
    ];
  };
  const whole = (which: 'above' | 'below'): Block[] =>
    edition === 'kk-ru' ? [sideBySide(part('kk', which), part('ru', which))] : part(edition, which);
  return listed === undefined ? whole('above') : [...whole('above'), spacer(3), ...rows, ...whole('below')];
}

/** Millimetres between the signatures. */
const GAP = 5;

/** The parties side by side, each with its details, a line to sign and the place of the seal; never separated over two pages. */
function signing(edition: Edition, names: readonly PartyName[]): Block[] {
  const parties = names.map(name => partyFacts[name]);
  const last = parties.length - 1;
  const width = (TEXT_WIDTH - GAP * last) / parties.length;
  const style = { size: 9.5, line: 1.08, keepNext: true } as const;
  const line = (blocks: (party: Party) => Block[], borders: object = noBorders) =>
    row(
      parties.flatMap((party, index) => [
        cell(width, blocks(party), { borders, padding: { top: 0.8 } }),
        ...(index === last ? [] : [cell(GAP, [paragraph('', { line: 1 })])]),
      ]),
    );
  const signature = (field: string): string => (edition === 'kk-ru' ? `{${field}_kk}` : `{${field}}`);
  return [
    paragraph(joinedOnce(edition, partyHeading), {
      ...CLAUSE,
      bold: true,
      align: AlignmentType.CENTER,
      before: 9,
      after: 5,
      keepNext: true,
    }),
    table(
      parties.flatMap((_, index) => (index === last ? [width] : [width, GAP])),
      [
        line(party => [
          paragraph(joinedOnce(edition, party.name), { ...style, bold: true, after: 3 }),
          ...party.lines(edition).map(text => paragraph(text, style)),
        ]),
        line(() => [paragraph('', { size: 20, line: 1, keepNext: true })], { ...noBorders, bottom: thin }),
        line(party => [
          paragraph(signature(party.signature), style),
          paragraph(party.seal(edition), { size: SMALL, line: 1.1, color: MUTED }),
        ]),
      ],
    ),
  ];
}

/** The builder of a contract's template in any edition; in two languages the clauses stand side by side. */
export const contract =
  (kind: Contract) =>
  (edition: Edition): Promise<Buffer> => {
    const { words, parties } = kind;
    const below = inBoth(edition, language => words[language].below ?? '').filter(line => line !== '');
    return packLetter(
      [
        ...head(edition, words),
        ...body(edition, kind),
        ...signing(edition, parties),
        ...below.map(line => paragraph(line, { size: 10, before: 8 })),
      ],
      {
        edition,
        title: words[leading(edition)].name,
        foot: joinedOnce(edition, language => words[language].foot),
        everyPage: true,
      },
    );
  };
