import {
  email,
  firmIdentifier,
  firmReference,
  legalForm,
  notes,
  personName,
  phone,
  rowNumber,
  specialty,
} from './common-fields.ts';
import { field } from './field-spec.ts';

/** Weight of a column that does not speak for a register of agreements, though it is read there. */
const aside = -0.25;

/** Columns of a register of agreements. */
export const agreementFields = {
  rowNumber,
  number: field(
    'code',
    1.6,
    'номер договора|номер|договор номер|рег номер|регистрационный номер|номер соглашения|номер меморандума|номер документа|регистрационный номер договора|номер контракта|договор|соглашение|номер дог|реквизиты|реквизиты соглашения|договор реквизиты',
    'келісімшарт нөмірі|шарт нөмірі|шарттың нөмірі|нөмірі|нөмір|келісім нөмірі|тіркеу нөмірі|құжат нөмірі|келісімшарттың нөмірі|шарт|келісімшарт|меморандум нөмірі|шарт номери|шарт номер|номер шарта',
    'agreement number|contract number|number|agreement no|contract no|agreement|contract|document number|registration number|ref|reference|agreement id|contract id|reg number|no',
  ),
  numberAndDate: field(
    'text',
    1.6,
    'номер и дата договора|номер и дата|номер дата|номер дата договора|договор номер и дата|реквизиты договора|номер дата заключения договора|дата и номер договора|номер и дата заключения|номер и дата соглашения',
    'нөмірі мен күні|шарттың нөмірі мен күні|шарт нөмірі мен күні|нөмірі және күні|келісімшарт нөмірі мен күні|шарттың нөмірі және күні|шарттың нөмірі күні',
    'number and date|agreement number and date|contract number and date|number date',
  ),
  type: field(
    'agreementType',
    1.2,
    'вид|тип|вид договора|тип договора|вид соглашения|тип соглашения|вид документа|предмет договора|наименование договора|название договора|тип документа|вид сотрудничества|предмет|форма сотрудничества|наименование документа',
    'түрі|шарт түрі|шарттың түрі|келісімшарт түрі|келісім түрі|құжат түрі|келісімшарттың түрі|шарттың мәні|құжаттың түрі|құжат атауы|шарт атауы|шарттың атауы',
    'type|agreement type|contract type|kind|type of agreement|type of contract|subject|document type|agreement kind',
  ),
  firmName: { ...firmReference, ru: `${firmReference.ru}|наименование`, kk: `${firmReference.kk}|атауы` },
  legalForm: { ...legalForm, weight: aside },
  firmBin: { ...firmIdentifier, ru: `${firmIdentifier.ru}|иин`, kk: `${firmIdentifier.kk}|жсн` },
  signedOn: field(
    'date',
    1.6,
    'дата подписания|дата заключения|дата договора|дата|дата подписания договора|дата заключения договора|дата регистрации|подписан|заключен|дата соглашения|подписано|от|когда заключен|дата оформления',
    'қол қойылған күні|жасалған күні|шарт күні|күні|қол қою күні|шарттың жасалған күні|шарттың күні|тіркелген күні|келісімшарт күні|келісімшарт жасалған күні|қол қойылды|жасалған уақыты|күн|шартқа қол қойылған күн',
    'signed on|date signed|signing date|signature date|date|agreement date|contract date|signed|date of signing|conclusion date|date of agreement|signed date|registration date|concluded on|concluded',
  ),
  startsOn: field(
    'date',
    1,
    'дата начала|начало|начало действия|действует с|с|действие с|дата начала действия|начало срока|срок действия с|вступает в силу|дата вступления в силу|срок с',
    'басталу күні|басталуы|басталатын күні|күшіне ену күні|қолданылу басталуы|бастап|күшіне енеді|қолданылу мерзімінің басталуы|мерзімі бастап',
    'start date|starts on|start|valid from|from|effective date|effective from|begins|begin date|commencement|commencement date',
  ),
  endsOn: field(
    'term',
    1.6,
    'дата окончания|окончание|срок действия до|действует до|до|действителен до|дата завершения|конец действия|окончание срока|окончание действия|срок окончания|срок до|дата окончания действия|дата окончания договора|срок действия договора до|истекает|по|действие по|действует по|срок по|срок действия по|конец|оконч срока|окончание срока действия|дата истечения',
    'аяқталу күні|аяқталуы|аяқталатын күні|дейін|қолданылу мерзімі дейін|жарамды|мерзімінің аяқталуы|қолданылу мерзімінің аяқталуы|аяқталу мерзімі|мерзімі дейін|дейін жарамды|шарттың аяқталу күні',
    'end date|ends on|end|valid until|until|to|valid to|expires|expiry date|expiration date|expires on|valid till|expiry|termination date|valid through|expiration',
  ),
  term: field(
    'term',
    1.4,
    'срок действия|срок|срок договора|период действия|период|сроки|срок действия договора|сроки действия|действие договора',
    'қолданылу мерзімі|мерзімі|шарт мерзімі|кезеңі|мерзім|шарттың мерзімі|шарттың қолданылу мерзімі|жарамдылық мерзімі',
    'term|period|validity|duration|validity period|agreement period|contract period|contract term',
  ),
  places: field(
    'number',
    1.2,
    'мест|количество мест|кол во мест|число мест|места|количество студентов|кол во студентов|число студентов|количество обучающихся|число обучающихся|кол во обучающихся|количество рабочих мест|количество ученических мест|мест для практики|ученических мест|рабочих мест',
    'орын саны|орын|орындар|орындар саны|студенттер саны|студент саны|білім алушылар саны|тәжірибе орындарының саны|орындардың саны|жұмыс орындарының саны',
    'places|number of places|seats|capacity|slots|number of students|students|vacancies|student places',
  ),
  specialties: field(
    'specialty',
    0.6,
    `${specialty.ru}|специальности`,
    `${specialty.kk}|мамандықтар`,
    `${specialty.en}|specialties|specialities`,
  ),
  signatory: personName(
    'подписант|подписал|подписавший|подписывает|кем подписан|кем подписано|кто подписал|подписант от предприятия|подписал от предприятия|подписант предприятия|фио подписанта|фио подписавшего|подписано кем|лицо подписавшее договор|подписант со стороны предприятия|подписант партнера|подписант от организации',
    'қол қойған|қол қоюшы|кім қол қойған|қол қойған адам|қол қойған тұлға|қол қойған өкіл|кәсіпорыннан қол қойған|кәсіпорын атынан қол қойған|ұйым атынан қол қойған|кәсіпорын қол қоюшысы|қол қоюшының аты жөні|қол қойғанның аты жөні',
    'signatory|signed by|signer|signatory name|firm signatory|company signatory|partner signatory|authorised signatory|authorized signatory|signed for the firm by|signed for the company by',
    0.5,
  ),
  studentName: personName(
    'фио студента|студент|обучающийся|фио обучающегося',
    'студенттің аты жөні|студент|білім алушы',
    'student|student name',
    0.3,
  ),
  studentIin: field(
    'identifier',
    0.3,
    'иин студента|иин обучающегося',
    'студенттің жсн|білім алушының жсн',
    'student iin',
  ),
  status: field(
    'text',
    0.6,
    'статус|состояние|статус договора|состояние договора',
    'күйі|мәртебесі|жағдайы|шарттың күйі|статусы',
    'status|state|agreement status',
  ),
  place: field(
    'text',
    0.3,
    'место заключения|место подписания',
    'жасалған жері|қол қойылған жері|қол қойылған орны',
    'place of signing|signed at',
  ),
  basis: field('text', 0.3, 'основание|правовое основание', 'негізі|құқықтық негізі|негіздеме', 'legal basis|basis'),
  /** What registers say about the firm besides its name; being here makes no sheet a register. */
  firmAddress: field(
    'text',
    aside,
    'адрес|юридический адрес|фактический адрес|адрес предприятия|адрес организации|адрес и телефон',
    'мекенжайы|мекен жайы|мекенжай|заңды мекенжайы|кәсіпорынның мекенжайы|орналасқан жері',
    'address|legal address|postal address|company address',
  ),
  firmHead: personName(
    'руководитель|фио руководителя|руководитель предприятия|первый руководитель|фио директора|фио руководителя телефон|директор',
    'басшысы|басшы|басшының аты жөні|басшысының аты жөні|кәсіпорын басшысы|директоры',
    'head|director|head of company|director name|chief executive',
    aside,
  ),
  firmContact: personName(
    'контактное лицо|ответственное лицо|представитель|ответственный от предприятия',
    'байланыс тұлғасы|жауапты тұлға|өкілі',
    'contact|contact person|contact name|responsible person|representative',
    aside,
  ),
  contactPosition: field(
    'text',
    aside,
    'должность|должность контактного лица|должность ответственного',
    'лауазымы|лауазым|қызметі',
    'position|job title|role|post',
  ),
  firmCity: field('town', aside, 'город|населенный пункт|город село', 'қала|қаласы|елді мекен', 'city|town|locality'),
  firmSector: field(
    'text',
    aside,
    'отрасль|сфера деятельности|вид деятельности|сектор|профиль предприятия',
    'сала|саласы|қызмет саласы|қызмет түрі|сектор',
    'sector|industry|activity|field of activity',
  ),
  /** A list that says which practice it is about is no register, though it names the agreements. */
  practiceType: field(
    'practiceType',
    -3,
    'вид практики|тип практики|наименование практики|вид производственной практики',
    'тәжірибе түрі|практика түрі|тәжірибенің түрі|практиканың түрі',
    'practice type|placement type|type of practice',
  ),
  firmPhone: { ...phone('|телефон предприятия', '|кәсіпорынның телефоны', '|company phone'), weight: aside },
  firmEmail: { ...email(), weight: aside },
  notes,
} as const;

/** What other lists say about the agreement: only wordings that name it, so that no date or number of theirs is taken for one. */
export const besideAgreementFields = {
  agreementNumber: field(
    'code',
    0.1,
    'номер договора|договор|договор номер|номер и дата договора|договор номер и дата|договор номер дата|реквизиты договора|номер соглашения|номер и дата соглашения|соглашение|номер меморандума|меморандум|номер и дата договора о дуальном обучении|номер договора о дуальном обучении|договор о дуальном обучении|трехсторонний договор|номер дог|дата и номер договора|наличие договора|договор меморандум',
    'шарт нөмірі|келісімшарт нөмірі|шарттың нөмірі|шарт|келісімшарт|шарттың нөмірі мен күні|шарт нөмірі мен күні|шарт нөмірі және күні|шарттың нөмірі күні|меморандум|меморандум нөмірі|үшжақты шарт|дуальды оқыту шарты|келісімшарт нөмірі мен күні',
    'agreement number|contract number|agreement|contract|agreement no|contract no|contract number and date|agreement number and date|memorandum',
  ),
  agreementDate: field(
    'date',
    0.1,
    'дата договора|дата заключения договора|дата подписания договора|договор дата|дата заключения|дата соглашения|договор от|дата меморандума|дата дог',
    'шарт күні|шарттың күні|келісімшарт күні|шарт жасалған күн|шарттың жасалған күні|қол қойылған күні',
    'contract date|agreement date|date of contract|date of agreement',
  ),
  agreementType: field(
    'agreementType',
    0.1,
    'вид договора|тип договора|предмет договора|вид соглашения|наименование договора|договор вид',
    'шарт түрі|шарттың түрі|келісімшарт түрі|шарттың атауы',
    'contract type|agreement type|type of agreement|type of contract',
  ),
  agreementTerm: field(
    'term',
    0.1,
    'срок действия договора|срок договора|договор срок|договор срок действия|срок действия|действие договора|договор действует до|действителен до|договор до|срок действия соглашения|дата окончания договора|окончание договора',
    'шарт мерзімі|шарттың мерзімі|шарттың қолданылу мерзімі|қолданылу мерзімі|келісімшарт мерзімі|шарттың аяқталу күні',
    'contract term|agreement term|contract valid until|agreement valid until|contract expiry|contract end date',
  ),
} as const;
