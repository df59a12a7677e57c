import { agreementFields } from './fields/agreement-fields.ts';
import { contactFields } from './fields/contact-fields.ts';
import type { ContentKind, FieldSpec } from './fields/field-spec.ts';
import { firmFields } from './fields/firm-fields.ts';
import { placementFields } from './fields/placement-fields.ts';
import { requestFields } from './fields/request-fields.ts';
import { studentFields } from './fields/student-fields.ts';

export type { ContentKind, FieldSpec };

/** What a sheet is about. */
export const importEntities = ['firm', 'contact', 'agreement', 'student', 'placement', 'request'] as const;
export type ImportEntity = (typeof importEntities)[number];

/** The fields of each entity; their order decides nothing. */
export const importFields = {
  firm: firmFields,
  contact: contactFields,
  agreement: agreementFields,
  student: studentFields,
  placement: placementFields,
  request: requestFields,
} as const satisfies Record<ImportEntity, Readonly<Record<string, FieldSpec>>>;

export type ImportFieldOf<E extends ImportEntity> = keyof (typeof importFields)[E] & string;

/** The fields of an entity by name, for code that treats all entities alike. */
export function fieldsOf(entity: ImportEntity): Readonly<Record<string, FieldSpec>> {
  return importFields[entity];
}

/** Words in the name of a sheet or in its title that speak for an entity. */
export const titleWords: Readonly<Record<ImportEntity, string>> = {
  firm: 'партнеры|предприятия|работодатели|организации|социальные партнеры|контрагенты|серіктестер|әріптестер|кәсіпорындар|жұмыс берушілер|ұйымдар|partners|firms|companies|employers|enterprises|әлеуметтік серіктестер|база предприятий',
  contact:
    'контакты|контактные лица|наставники|байланыс|байланыстар|байланыс тұлғалары|тәлімгерлер|contacts|mentors|people|persons',
  agreement:
    'договоры|договора|соглашения|меморандумы|реестр договоров|шарттар|келісімшарттар|келісімдер|меморандумдар|шарттар тізілімі|agreements|contracts|memoranda|memorandums',
  student:
    'студенты|контингент|обучающиеся|список студентов|учащиеся|студенттер|білім алушылар|контингенті|оқушылар|students|contingent|learners|enrolment',
  placement:
    'практика|распределение на практику|прохождение практики|дуальное обучение|тәжірибе|тәжірибеге бөлу|практикаға бөлу|дуальды оқыту|placements|internships|practice|placement|internship|размещение',
  request:
    'предложения|предложения работодателей|изменения программ|запросы|ұсыныстар|жұмыс берушілердің ұсыныстары|proposals|requests|change requests|curriculum|бағдарламаларға ұсыныстар|заявки',
};
