import {
  email,
  firmIdentifier,
  firmReference,
  givenName,
  notes,
  patronymic,
  personName,
  phone,
  rowNumber,
  surname,
} from './common-fields.ts';
import { field } from './field-spec.ts';

/** Columns of a list of contact persons. */
export const contactFields = {
  rowNumber,
  firmName: { ...firmReference, weight: 1 },
  firmBin: { ...firmIdentifier, weight: 0.8 },
  name: personName(
    'контактное лицо|фио|ф и о|фио контактного лица|имя|представитель|ответственное лицо|ответственный|сотрудник|фамилия имя отчество|контакт|фио представителя|фио сотрудника|фио ответственного|наставник|фио наставника|лицо|представитель предприятия|контактные лица|фамилия имя',
    'байланыс тұлғасы|аты жөні|байланысатын тұлға|жауапты тұлға|жауапты|өкіл|өкілі|қызметкер|тәлімгер|тәлімгердің аты жөні|тегі аты әкесінің аты|қызметкердің аты жөні|байланыс тұлға|жауапты адам|өкілдің аты жөні',
    'contact|contact person|contact name|name|full name|person|representative|responsible person|employee|mentor|mentor name|employee name',
    1.6,
  ),
  surname,
  givenName,
  patronymic,
  position: field(
    'text',
    1.6,
    'должность|должность контактного лица|пост|занимаемая должность',
    'лауазымы|лауазым|қызметі|атқаратын қызметі',
    'position|job title|title|post|job',
  ),
  roles: field(
    'text',
    0.8,
    'роль|роли|функция|кем является|тип контакта',
    'рөлі|рөл|міндеті',
    'role|roles|function|contact type',
  ),
  phone: phone(),
  /** Address books of phones and mail programs keep further numbers in columns of their own. */
  secondPhone: field(
    'phone',
    0,
    'второй телефон|дополнительный телефон|рабочий телефон|телефон 2|доп телефон',
    'екінші телефон|қосымша телефон|жұмыс телефоны',
    'phone 2 value|phone 2|second phone|business phone|home phone|work phone|other phone',
  ),
  email: email(),
  language: field('language', 0.3, 'язык|язык общения', 'тіл|тілі', 'language'),
  basis: field(
    'text',
    0.5,
    'действует на основании|основание полномочий|на основании|основание',
    'негізінде|өкілеттік негізі',
    'acts on the basis of|basis|authority',
  ),
  notes,
} as const;
