import {
  addresseeFields,
  field,
  imageFields,
  letterheadFields,
  signatureFields,
  type TemplateCatalogue,
} from './letter-fields.ts';

/** Fields of the yearly letter that tells a firm what has come of the partnership. */
export const feedbackFields = {
  ...letterheadFields,
  ...addresseeFields,
  ...signatureFields,
  yearName: field(['учебный_год', 'оқу_жылы'], 'Есептік оқу жылы', 'Учебный год, об итогах которого письмо', 'Year'),
  students: field(
    ['студентов', 'студенттер_саны'],
    'Кәсіпорында болған студенттер саны',
    'Число студентов на предприятии',
    'Students hosted',
  ),
  hours: field(['часы', 'сағат'], 'Кәсіпорындағы сағат саны', 'Часы на предприятии', 'Hours at the enterprise'),
  hired: field(['трудоустроено', 'жұмысқа_алынды'], 'Жұмысқа алынғандар', 'Принято на работу', 'Hired'),
  requests: field(['предложений', 'ұсыныстар_саны'], 'Түскен ұсыныстар', 'Получено предложений', 'Requests received'),
  adopted: field(['одобрено', 'мақұлданды'], 'Мақұлданған ұсыныстар', 'Одобрено предложений', 'Requests approved'),
  implemented: field(['внедрено', 'енгізілді'], 'Енгізілген ұсыныстар', 'Внедрено предложений', 'Requests implemented'),
  adoptedList: field(
    ['принятые_предложения', 'қабылданған_ұсыныстар'],
    'Қабылданған ұсыныстардың тізімі',
    'Перечень принятых предложений',
    'List of adopted proposals',
  ),
  engagement: field(
    ['мероприятия', 'іс_шаралар'],
    'Басқа бірлескен іс-шаралар',
    'Прочее взаимодействие',
    'Other engagement',
  ),
  plans: field(['планы', 'жоспар'], 'Алдағы жоспар', 'Договорённости на будущее', 'Plans'),
} as const;

export type FeedbackText = Readonly<Record<keyof typeof feedbackFields, string>>;

export const feedbackCatalogue: TemplateCatalogue = { fields: feedbackFields, images: imageFields, lists: {} };
