import {
  addresseeFields,
  field,
  imageFields,
  letterheadFields,
  placeFields,
  placementLetterFields,
  placementRowFields,
  rowOnly,
  signatureFields,
  studentListField,
  type TemplateCatalogue,
} from '../../documents/letter-fields.ts';

/** Fields of the forms on which a practice is evaluated. */
export const evaluationFields = {
  ...letterheadFields,
  ...signatureFields,
  ...placeFields,
  firm: addresseeFields.firm,
  practice: placementLetterFields.practice,
  start: placementLetterFields.start,
  end: placementLetterFields.end,
  evaluatedOn: field(['дата_оценки', 'бағалау_күні'], 'Бағалау күні', 'Дата оценки', 'Evaluated on'),
  overall: field(['средняя_оценка', 'орташа_баға'], 'Орташа баға', 'Средняя оценка', 'Overall'),
  comment: field(['отзыв', 'пікір'], 'Пікір', 'Отзыв', 'Comment'),
} as const;

export const criterionRowFields = {
  index: rowOnly.index,
  criterion: field(['критерий', 'өлшемшарт'], 'Өлшемшарт', 'Критерий', 'Criterion'),
  score: field(['оценка', 'баға'], 'Баға', 'Оценка', 'Score'),
} as const;

/** Fields of the sheet that goes along on a visit. */
export const visitFields = {
  ...letterheadFields,
  ...signatureFields,
  firm: addresseeFields.firm,
  firmAddress: addresseeFields.firmAddress,
  unit: placeFields.unit,
  purpose: field(['цель', 'мақсаты'], 'Мақсаты', 'Цель посещения', 'Purpose'),
  visitor: field(['кто_посещает', 'кім_барады'], 'Кім барады', 'Кто посещает', 'Who visits'),
  plannedOn: field(['запланировано', 'жоспарланған'], 'Жоспарланған күні', 'Запланировано на', 'Planned for'),
  visitedOn: field(['посещено', 'барған_күні'], 'Барған күні', 'День посещения', 'Day of the visit'),
  findings: field(['установлено', 'анықталды'], 'Анықталған жайттар', 'Что установлено', 'Findings'),
  nextStep: field(['следующий_шаг', 'келесі_қадам'], 'Келесі қадам', 'Следующий шаг', 'Next step'),
  nextOn: field(['срок_шага', 'қадам_мерзімі'], 'Қадам мерзімі', 'Срок следующего шага', 'Next step due'),
} as const;

export const evaluationCatalogue: TemplateCatalogue = {
  fields: evaluationFields,
  images: imageFields,
  lists: {
    criteria: {
      description: field(['критерии', 'өлшемшарттар'], 'Өлшемшарттар тізімі', 'Список критериев', 'Criteria'),
      fields: criterionRowFields,
    },
  },
};

export const visitCatalogue: TemplateCatalogue = {
  fields: visitFields,
  images: imageFields,
  lists: { students: { description: studentListField, fields: placementRowFields } },
};
