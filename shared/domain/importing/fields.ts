/** What a sheet is about. */
export const importEntities = ['firm', 'contact', 'agreement', 'student', 'placement', 'request'] as const;
export type ImportEntity = (typeof importEntities)[number];

/** What the values of a column look like, whatever its heading says. */
export type ContentKind =
  | 'text'
  | 'firmName'
  | 'personName'
  | 'identifier'
  | 'phone'
  | 'email'
  | 'url'
  | 'date'
  | 'period'
  | 'term'
  | 'number'
  | 'sequence'
  | 'course'
  | 'code'
  | 'specialty'
  | 'qualification'
  | 'practiceType'
  | 'agreementType'
  | 'requestState'
  | 'language'
  | 'funding'
  | 'yesNo';

/** One field a column can be mapped to: how its values look, how much it says about the sheet, how its heading is worded. */
export type FieldSpec = {
  readonly kind: ContentKind;
  /** How much finding this column speaks for the entity. */
  readonly weight: number;
  /** Wordings separated by «|», per language: the main word comes first in Russian, last in Kazakh and English. */
  readonly ru: string;
  readonly kk: string;
  readonly en: string;
  /** Codes in brackets of the national export: they never change, the words beside them do. */
  readonly codes?: readonly string[];
};

const field = (
  kind: ContentKind,
  weight: number,
  ru: string,
  kk: string,
  en: string,
  codes?: readonly string[],
): FieldSpec => (codes === undefined ? { kind, weight, ru, kk, en } : { kind, weight, ru, kk, en, codes });

const rowNumber = field(
  'sequence',
  0,
  'номер п п|номер|п п|номер по порядку|номер строки|порядковый номер|пп',
  'р с|рет саны|реттік нөмірі|қ с|р б|рет нөмірі',
  'no|s no|row number|item|item no|sn|line',
);

const notes = field(
  'text',
  0.2,
  'примечание|примечания|комментарий|комментарии|заметки|дополнительно|прочее|доп информация',
  'ескерту|ескертпе|ескертулер|түсініктеме|қосымша|қосымша ақпарат|пікір',
  'notes|note|comment|comments|remark|remarks|additional information',
);

const firmReference = field(
  'firmName',
  1.5,
  'предприятие|наименование предприятия|название предприятия|организация|наименование организации|название организации|партнер|партнёр|социальный партнер|наименование партнера|работодатель|наименование работодателя|компания|название компании|фирма|контрагент|наименование контрагента|место практики|место прохождения практики|база практики|место прохождения|предприятие партнер|сторона договора|вторая сторона|заказчик|учреждение|юридическое лицо|инициатор|от кого|направлен в|куда направлен',
  'кәсіпорын|кәсіпорын атауы|кәсіпорынның атауы|мекеме|мекеме атауы|мекеменің атауы|ұйым|ұйым атауы|ұйымның атауы|серіктес|серіктес атауы|серіктестің атауы|әлеуметтік серіктес|әріптес|жұмыс беруші|жұмыс берушінің атауы|компания|компания атауы|фирма|тәжірибе орны|тәжірибе базасы|тәжірибе өту орны|практика орны|практика базасы|серіктес кәсіпорын|өтетін орны|бастамашы|кімнен',
  'company|company name|firm|firm name|enterprise|enterprise name|organization|organisation|organization name|organisation name|partner|partner name|employer|employer name|host company|host organisation|host organization|host|placement provider|counterparty|business|partner company|training provider|workplace',
);

const firmIdentifier = field(
  'identifier',
  1.2,
  'бин|бин иин|иин бин|бин предприятия|бин организации|бин партнера|бин иин предприятия|бин работодателя|бизнес идентификационный номер|инн|рнн бин|бин компании',
  'бсн|бсн жсн|жсн бсн|кәсіпорынның бсн|кәсіпорын бсн|ұйымның бсн|серіктестің бсн|мекеменің бсн|бизнес сәйкестендіру нөмірі|серіктес бсн|жұмыс берушінің бсн',
  'bin|bin iin|iin bin|company bin|firm bin|enterprise bin|partner bin|employer bin|business id|business identification number|registration number|tax id|company id',
);

const personName = (ru: string, kk: string, en: string, weight = 1.5): FieldSpec =>
  field('personName', weight, ru, kk, en);

const phone = (ru = '', kk = '', en = ''): FieldSpec =>
  field(
    'phone',
    0.6,
    `телефон|тел|телефоны|контактный телефон|номер телефона|сотовый|сотовый телефон|сотовый телефон номер|мобильный|мобильный телефон|моб тел|моб|раб тел|рабочий телефон|контакты|контакт|телефон факс|whatsapp|ватсап|тел факс|контактные данные${ru}`,
    `телефон|телефоны|телефон нөмірі|байланыс телефоны|ұялы телефон|ұялы телефоны|ұялы телефон нөмірі|жұмыс телефоны|байланыс|байланыс деректері|ұялы|байланыс нөмірі${kk}`,
    `phone|phone number|telephone|tel|mobile|mobile phone|cell|cell phone|contact phone|contact number|contact details|phones${en}`,
    ['6914'],
  );

const email = (ru = '', kk = '', en = ''): FieldSpec =>
  field(
    'email',
    0.6,
    `email|e mail|mail|почта|эл почта|электронная почта|электронный адрес|эл адрес|адрес электронной почты|эл почты|емейл|имейл|почтовый ящик${ru}`,
    `электрондық пошта|эл пошта|пошта|электронды пошта|электрондық мекенжай|электрондық поштасы|поштасы${kk}`,
    `email|e mail|mail|email address|e mail address${en}`,
  );

const surname = field(
  'personName',
  1,
  'фамилия|фамилия студента|фамилия обучающегося',
  'тегі|тек|студенттің тегі|білім алушының тегі',
  'surname|last name|family name|lastname',
);
const givenName = field(
  'personName',
  0.7,
  'имя|имя студента|имя обучающегося',
  'аты|есімі|студенттің аты|өз аты',
  'first name|given name|name|forename|firstname',
);
const patronymic = field(
  'personName',
  0.7,
  'отчество|отчество при наличии|отчество студента',
  'әкесінің аты|әкесінің аты болған жағдайда',
  'patronymic|middle name|fathers name|father name',
);
const iin = field(
  'identifier',
  1.5,
  'иин|иин студента|иин обучающегося|индивидуальный идентификационный номер|иин учащегося|инн студента',
  'жсн|студенттің жсн|білім алушының жсн|жеке сәйкестендіру нөмірі|студент жсн|оқушының жсн',
  'iin|student iin|individual identification number|personal id|national id|id number|student id number|personal number',
);
const studentName = personName(
  'фио|ф и о|фио студента|ф и о студента|студент|фио обучающегося|ф и о обучающегося|обучающийся|фамилия имя отчество|фамилия имя отчество студента|фамилия имя|фио учащегося|учащийся|фио практиканта|практикант|фамилия и имя|фио полностью|стажер|фио студента полностью|имя студента|список студентов',
  'аты жөні|студенттің аты жөні|студент|тегі аты әкесінің аты|білім алушының аты жөні|білім алушы|оқушының аты жөні|оқушы|т а ә|таә|аж|студенттің тегі аты|тегі аты|толық аты жөні|толық аты|студент аты жөні|тәжірибеден өтуші|аты тегі|студенттің тегі аты әкесінің аты',
  'full name|student|student name|name|student full name|name of student|learner|learner name|trainee|trainee name|intern|fio|students',
);
const groupCode = field(
  'code',
  1,
  'группа|код группы|номер группы|учебная группа|группа студента|гр|шифр группы|название группы',
  'топ|тобы|топ коды|топтың коды|оқу тобы|топ нөмірі|топ атауы|студенттің тобы|топтың атауы',
  'group|group code|group number|class|study group|cohort|group name',
  ['6159'],
);
const course = field(
  'course',
  0.6,
  'курс|курс обучения|год обучения',
  'курс|курсы|оқу курсы',
  'course|year|year of study|study year|course year|grade',
  ['5802'],
);
const specialty = field(
  'specialty',
  0.8,
  'специальность|специальность и классификатор|код и наименование специальности|шифр и название специальности|наименование специальности|название специальности|образовательная программа|направление подготовки|шифр специальности|код специальности|специальность код|шифр|профессия|оп',
  'мамандық|мамандығы|мамандық атауы|мамандықтың атауы|мамандық коды|мамандықтың коды|мамандық шифры|білім беру бағдарламасы|мамандық коды мен атауы|мамандық коды және атауы|оқу бағдарламасы',
  'specialty|speciality|specialty code|speciality code|specialty name|programme|program|major|field of study|study programme|study program|programme code|program code',
  ['426', 'speciality_a', 'specialty_a'],
);
const specialtyName = field(
  'text',
  0.2,
  'наименование специальности|название специальности|специальность наименование',
  'мамандық атауы|мамандықтың атауы',
  'specialty name|speciality name|programme name|program name|name of specialty',
);
const qualification = field(
  'qualification',
  0.8,
  'квалификация|код квалификации|наименование квалификации|шифр квалификации|присваиваемая квалификация|код и наименование квалификации',
  'біліктілік|біліктілігі|біліктілік коды|біліктілік атауы|біліктіліктің коды|біліктілік шифры',
  'qualification|qualification code|qualification name|award',
  ['qualification_a'],
);

/** The fields of each entity; their order decides nothing. */
export const importFields = {
  firm: {
    rowNumber,
    name: {
      ...firmReference,
      weight: 2,
      ru: `${firmReference.ru}|наименование|название|полное наименование|наименование на русском|название на русском языке|наименование юридического лица|партнеры|предприятия|организации|наименование рус|полное название`,
      kk: `${firmReference.kk}|атауы|толық атауы|атауы орысша|орыс тіліндегі атауы|заңды тұлғаның атауы|серіктестер|кәсіпорындар|орысша атауы`,
      en: `${firmReference.en}|name|legal name|full name|name russian|russian name|name in russian|title`,
    },
    nameKk: field(
      'firmName',
      0.5,
      'наименование на казахском|наименование на казахском языке|название на казахском|наименование каз|название каз|наименование на гос языке|наименование на государственном языке',
      'қазақша атауы|атауы қазақша|қазақ тіліндегі атауы|атауы қаз|мемлекеттік тілдегі атауы',
      'name kazakh|kazakh name|name in kazakh|name kk',
    ),
    shortName: field(
      'firmName',
      0.3,
      'краткое наименование|сокращенное наименование|краткое название|сокращение',
      'қысқаша атауы|қысқа атауы',
      'short name|abbreviation',
    ),
    bin: {
      ...firmIdentifier,
      weight: 1.5,
      ru: `${firmIdentifier.ru}|иин`,
      kk: `${firmIdentifier.kk}|жсн`,
      en: `${firmIdentifier.en}|iin`,
    },
    legalForm: field(
      'text',
      0.8,
      'организационно правовая форма|форма собственности|правовая форма|опф|орг форма|вид собственности',
      'ұйымдық құқықтық нысаны|құқықтық нысаны|меншік түрі|меншік нысаны',
      'legal form|ownership|ownership form|type of ownership',
    ),
    sector: field(
      'text',
      1.2,
      'отрасль|сфера деятельности|вид деятельности|сектор|направление деятельности|сфера|отрасль экономики|основной вид деятельности|деятельность',
      'сала|саласы|қызмет саласы|қызмет түрі|экономика саласы|қызмет бағыты|сектор',
      'sector|industry|branch|activity|field of activity|business area|line of business|field',
    ),
    oked: field(
      'number',
      0.8,
      'окэд|код окэд|оквэд',
      'экқж|эқжж|экқж коды|окэд',
      'oked|nace|activity code|industry code|sic',
    ),
    region: field(
      'text',
      1,
      'регион|область|область регион',
      'өңір|облыс|облысы|аймақ',
      'region|oblast|province|area|district',
    ),
    city: field(
      'text',
      1,
      'город|населенный пункт|город село|местонахождение город|город район|г',
      'қала|қаласы|елді мекен|қала ауыл|ауыл',
      'city|town|locality|place|location',
    ),
    address: field(
      'text',
      1,
      'адрес|юридический адрес|фактический адрес|местонахождение|адрес предприятия|адрес организации|почтовый адрес|место нахождения|улица|местоположение',
      'мекенжайы|мекен жайы|мекенжай|заңды мекенжайы|кәсіпорынның мекенжайы|мекен жай|орналасқан жері|нақты мекенжайы',
      'address|legal address|postal address|street|street address|office address',
    ),
    phone: phone(
      '|телефон предприятия|телефон организации|телефон руководителя|телефон приемной',
      '|кәсіпорынның телефоны|ұйымның телефоны|басшының телефоны',
      '|company phone|office phone',
    ),
    email: email('|email предприятия|почта предприятия|e mail организации', '|кәсіпорынның поштасы', '|company email'),
    website: field(
      'url',
      0.8,
      'сайт|веб сайт|вебсайт|интернет сайт|адрес сайта|интернет ресурс',
      'сайт|сайты|веб сайт|вебсайт|интернет ресурс',
      'website|web site|site|web|url|homepage',
    ),
    sizeClass: field(
      'text',
      0.6,
      'размер|размер предприятия|категория субъекта|размерность',
      'көлемі|мөлшері|кәсіпорын көлемі|өлшемі',
      'size|company size|size class',
    ),
    headName: personName(
      'руководитель|фио руководителя|ф и о руководителя|директор|генеральный директор|руководитель предприятия|первый руководитель|фио директора|директор предприятия|глава|начальник|руководство|руководитель организации|председатель',
      'басшысы|басшы|басшының аты жөні|директор|директоры|кәсіпорын басшысы|кәсіпорынның басшысы|бірінші басшы|ұйым басшысы|жетекшісі|басшысының аты жөні',
      'head|director|manager|ceo|head of company|chief executive|general director|head name|director name|chief',
      1,
    ),
    headPosition: field(
      'text',
      0.4,
      'должность руководителя',
      'басшының лауазымы|басшысының лауазымы',
      'head position|director position',
    ),
    contactName: personName(
      'контактное лицо|фио контактного лица|ответственное лицо|ответственный|представитель|ответственный от предприятия|контактное лицо фио|представитель предприятия|кадровик|координатор',
      'байланыс тұлғасы|байланысатын тұлға|жауапты тұлға|жауапты|өкіл|өкілі|кәсіпорын өкілі|жауапты адам|байланыс жасайтын адам|байланыс тұлға',
      'contact person|contact|contact name|responsible person|representative|person in charge|responsible',
      0.5,
    ),
    contactPosition: field(
      'text',
      0.3,
      'должность|должность контактного лица|должность ответственного',
      'лауазымы|лауазым|қызметі',
      'position|job title|role|post',
    ),
    contactPhone: field(
      'phone',
      0.2,
      'телефон контактного лица|телефон ответственного|телефон представителя',
      'байланыс тұлғасының телефоны|жауапты тұлғаның телефоны|өкілдің телефоны',
      'contact person phone|representative phone',
    ),
    contactEmail: field(
      'email',
      0.2,
      'email контактного лица|почта контактного лица|e mail ответственного',
      'байланыс тұлғасының поштасы|жауапты тұлғаның поштасы',
      'contact person email|representative email',
    ),
    status: field(
      'text',
      0.4,
      'статус|состояние|статус партнера|статус партнерства',
      'күйі|мәртебесі|жағдайы|статусы',
      'status|state|partner status',
    ),
    notes,
  },
  contact: {
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
  },
  agreement: {
    rowNumber,
    number: field(
      'code',
      1.6,
      'номер договора|номер|договор номер|рег номер|регистрационный номер|номер соглашения|номер меморандума|номер документа|регистрационный номер договора|номер контракта|договор|соглашение|номер дог',
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
    firmName: firmReference,
    firmBin: { ...firmIdentifier, ru: `${firmIdentifier.ru}|иин`, kk: `${firmIdentifier.kk}|жсн` },
    signedOn: field(
      'date',
      1.6,
      'дата подписания|дата заключения|дата договора|дата|дата подписания договора|дата заключения договора|дата регистрации|подписан|заключен|дата соглашения|подписано',
      'қол қойылған күні|жасалған күні|шарт күні|күні|қол қою күні|шарттың жасалған күні|шарттың күні|тіркелген күні|келісімшарт күні|келісімшарт жасалған күні|қол қойылды|жасалған уақыты|күн|шартқа қол қойылған күн',
      'signed on|date signed|signing date|signature date|date|agreement date|contract date|signed|date of signing|conclusion date|date of agreement|signed date|registration date',
    ),
    startsOn: field(
      'date',
      1,
      'дата начала|начало|начало действия|действует с|с|дата начала действия|начало срока|срок действия с|вступает в силу|дата вступления в силу|срок с',
      'басталу күні|басталуы|басталатын күні|күшіне ену күні|қолданылу басталуы|бастап|күшіне енеді|қолданылу мерзімінің басталуы|мерзімі бастап',
      'start date|starts on|start|valid from|from|effective date|effective from|begins|begin date|commencement|commencement date',
    ),
    endsOn: field(
      'term',
      1.6,
      'дата окончания|окончание|срок действия до|действует до|до|действителен до|дата завершения|конец действия|окончание срока|окончание действия|срок окончания|срок до|дата окончания действия|дата окончания договора|срок действия договора до|истекает',
      'аяқталу күні|аяқталуы|аяқталатын күні|дейін|қолданылу мерзімі дейін|жарамды|мерзімінің аяқталуы|қолданылу мерзімінің аяқталуы|аяқталу мерзімі|мерзімі дейін|дейін жарамды|шарттың аяқталу күні',
      'end date|ends on|end|valid until|until|to|valid to|expires|expiry date|expiration date|expires on|valid till|expiry|termination date|valid through',
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
      'мест|количество мест|кол во мест|число мест|места|количество студентов|кол во студентов|число студентов|кол во обучающихся|количество рабочих мест|количество ученических мест|мест для практики|ученических мест|рабочих мест',
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
    notes,
  },
  student: {
    rowNumber,
    fullName: studentName,
    surname,
    givenName,
    patronymic,
    iin,
    bornOn: field(
      'date',
      1.5,
      'дата рождения|день рождения|год рождения|д р|родился|дата рожд',
      'туған күні|туылған күні|туған жылы|туған күні айы жылы|туған күн',
      'date of birth|birth date|birthday|born|dob|birthdate|born on',
    ),
    groupCode,
    course,
    specialty,
    specialtyName,
    qualification,
    phone: phone(
      '|телефон студента|телефон обучающегося',
      '|студенттің телефоны|білім алушының телефоны',
      '|student phone',
    ),
    email: email(),
    language: field(
      'language',
      1,
      'язык обучения|язык|язык группы|отделение',
      'оқыту тілі|тілі|тіл|оқу тілі|бөлімі',
      'language|language of instruction|instruction language|study language|teaching language',
      ['209'],
    ),
    funding: field(
      'funding',
      1.2,
      'финансирование|источник финансирования|обучение за счет|обучение за счет средств|форма оплаты|бюджет платное|бюджет договор|вид финансирования|основа обучения|форма финансирования|бюджет|госзаказ|оплата',
      'қаржыландыру|қаржыландыру көзі|оқу ақысы|қаржыландыру түрі|оқу негізі|төлем түрі|мемлекеттік тапсырыс|қаржы көзі|ақылы тегін',
      'funding|financing|tuition|paid by|source of funding|funding source|tuition type|fee type|payment',
      ['6662'],
    ),
    studyForm: field(
      'text',
      0.8,
      'форма обучения|форма|отделение форма',
      'оқу нысаны|оқу түрі|оқыту нысаны|оқыту түрі',
      'form of study|study form|mode of study|study mode',
      ['5568'],
    ),
    onLeave: field(
      'yesNo',
      1,
      'находится в академическом отпуске|академический отпуск|академ|академ отпуск|в академическом отпуске|академотпуск',
      'академиялық демалыс|академиялық демалыста|академдемалыс',
      'academic leave|on leave|leave',
      ['6754'],
    ),
    leftOn: field(
      'date',
      1,
      'дата выбытия|дата отчисления|выбыл|отчислен|дата окончания обучения',
      'шыққан күні|оқудан шыққан күні|оқудан шығарылған күні|кеткен күні',
      'left on|date left|withdrawal date|leaving date|expelled on|date of withdrawal',
      ['269'],
    ),
    leftReason: field(
      'text',
      0.8,
      'причина выбытия|причина отчисления',
      'шығу себебі|оқудан шығу себебі|кету себебі|шығарылу себебі',
      'reason for leaving|leaving reason|withdrawal reason',
      ['5804'],
    ),
    status: field(
      'text',
      0.6,
      'статус|состояние|статус студента|статус обучающегося|положение',
      'күйі|мәртебесі|студенттің мәртебесі|статусы|жағдайы',
      'status|student status|state',
    ),
    externalId: field(
      'code',
      0.8,
      'id контингента|ид контингента|код студента|идентификатор|id студента|номер студенческого билета|личный номер|код обучающегося|номер личного дела',
      'контингент id|студент коды|студенттің коды|жеке нөмірі|id|студент id',
      'student id|student code|id|external id|student number|learner id',
    ),
    secondExternalId: field('code', 0.4, 'ei контингента|еи контингента', 'контингент ei', 'ei contingent'),
    courseStart: field(
      'date',
      0.3,
      'дата начала курса|дата зачисления|дата поступления|зачислен',
      'курстың басталу күні|қабылданған күні|оқуға түскен күні',
      'course start date|enrolled on|enrolment date|enrollment date|admission date',
      ['course_start_date'],
    ),
    sex: field('text', 0.8, 'пол', 'жынысы|жыныс', 'sex|gender'),
    representativeName: personName(
      'законный представитель|родитель|родители|фио родителя|фио законного представителя|мать|отец',
      'заңды өкілі|ата анасы|заңды өкілдің аты жөні|ата ана',
      'parent|guardian|legal representative|parent name',
      0.5,
    ),
    representativePhone: field(
      'phone',
      0.3,
      'телефон родителя|телефон родителей|телефон законного представителя',
      'ата анасының телефоны|заңды өкілдің телефоны',
      'parent phone|guardian phone',
    ),
    notes,
  },
  placement: {
    rowNumber,
    fullName: { ...studentName, weight: 1.2 },
    surname: { ...surname, weight: 0.8 },
    givenName: { ...givenName, weight: 0.4 },
    patronymic: { ...patronymic, weight: 0.3 },
    iin: { ...iin, weight: 1 },
    groupCode: { ...groupCode, weight: 0.3 },
    course: { ...course, weight: 0.3 },
    specialty: { ...specialty, weight: 0.3 },
    specialtyName,
    qualification: { ...qualification, weight: 0.3 },
    phone: { ...phone(), weight: 0.1 },
    firmName: { ...firmReference, weight: 1.5 },
    firmBin: firmIdentifier,
    practiceType: field(
      'practiceType',
      2,
      'вид практики|тип практики|практика|вид|наименование практики|вид обучения|форма практики|вид производственной практики|вид и наименование практики|тип|название практики',
      'тәжірибе түрі|практика түрі|тәжірибенің түрі|тәжірибе|практика|түрі|оқу түрі|тәжірибе атауы|кәсіптік практика түрі|практиканың түрі|тәжірибенің атауы',
      'practice type|placement type|type|type of practice|internship type|practice|kind of practice|kind|training type|type of placement|type of training|placement kind',
    ),
    period: field(
      'period',
      2,
      'период|сроки|период практики|сроки практики|срок практики|срок прохождения|сроки прохождения практики|период прохождения|срок|даты|дата начала окончания|дата прохождения|сроки прохождения|дата начала и окончания|дата|даты практики|период прохождения практики',
      'мерзімі|кезеңі|тәжірибе мерзімі|практика мерзімі|өту мерзімі|тәжірибе кезеңі|мерзім|кезең|уақыты|тәжірибеден өту мерзімі|тәжірибе уақыты|практика кезеңі|басталуы мен аяқталуы',
      'period|dates|placement period|practice period|placement dates|term|duration|time frame|start end|start and end|internship period',
    ),
    startsOn: field(
      'date',
      1.4,
      'дата начала|начало|начало практики|дата начала практики|с|период с|срок с|сроки с|начало периода',
      'басталу күні|басталуы|тәжірибе басталуы|басталатын күні|тәжірибенің басталуы|бастап|практика басталуы|тәжірибенің басталу күні|басы',
      'start date|starts on|start|from|begins|begin date|start of placement|placement start|beginning',
    ),
    endsOn: field(
      'date',
      1.4,
      'дата окончания|окончание|конец практики|окончание практики|дата окончания практики|по|до|период по|срок по|конец|сроки по|дата завершения|завершение|конец периода',
      'аяқталу күні|аяқталуы|тәжірибе аяқталуы|аяқталатын күні|тәжірибенің аяқталуы|дейін|практика аяқталуы|соңы|тәжірибенің аяқталу күні',
      'end date|ends on|end|to|until|finish|finish date|end of placement|placement end|completion date',
    ),
    hours: field(
      'number',
      1.4,
      'часы|часов|кол во часов|количество часов|объем часов|объем в часах|часы практики|всего часов|объем|час|трудоемкость|часы по плану|плановые часы',
      'сағат|сағат саны|сағаты|сағаттар|көлемі|тәжірибе сағаты|көлемі сағат|сағаттар саны|сағат көлемі',
      'hours|number of hours|total hours|planned hours|hrs|workload|hours planned|volume',
    ),
    hoursEnterprise: field(
      'number',
      0.6,
      'часы на предприятии|часов на предприятии|из них на предприятии',
      'кәсіпорындағы сағат|кәсіпорындағы сағаттар',
      'hours at enterprise|hours at company|enterprise hours',
    ),
    mentorName: personName(
      'наставник|фио наставника|наставник от предприятия|руководитель от предприятия|руководитель практики от предприятия|ф и о наставника|наставник предприятия|руководитель практики от организации|наставник на предприятии|руководитель от организации',
      'тәлімгер|тәлімгері|тәлімгердің аты жөні|кәсіпорын тәлімгері|кәсіпорыннан жетекші|кәсіпорындағы тәлімгер|тәлімгер аты жөні|кәсіпорын тарапынан жетекші',
      'mentor|mentor name|workplace mentor|company supervisor|industry mentor|company mentor|tutor|workplace supervisor|enterprise mentor',
      1.8,
    ),
    mentorPhone: field(
      'phone',
      0.2,
      'телефон наставника|контакты наставника',
      'тәлімгердің телефоны|тәлімгер телефоны',
      'mentor phone',
    ),
    mentorPosition: field(
      'text',
      0.2,
      'должность наставника',
      'тәлімгердің лауазымы|тәлімгер лауазымы',
      'mentor position',
    ),
    supervisor: personName(
      'руководитель практики|руководитель|мастер|мастер производственного обучения|руководитель от колледжа|руководитель практики от колледжа|преподаватель|куратор|мастер п о|методист|руководитель практики от учебного заведения',
      'тәжірибе жетекшісі|жетекші|жетекшісі|практика жетекшісі|колледж жетекшісі|шебер|өндірістік оқыту шебері|колледжден жетекші|оқытушы|практика басшысы|тәжірибе басшысы|колледж тарапынан жетекші|куратор',
      'supervisor|college supervisor|practice supervisor|teacher|instructor|head of practice|academic supervisor|curator',
      1,
    ),
    order: field(
      'text',
      1,
      'приказ|номер и дата приказа|приказ номер и дата|приказ номер|номер приказа и дата|приказ номер дата|приказ о практике|основание',
      'бұйрық|бұйрық нөмірі мен күні|бұйрықтың нөмірі мен күні|бұйрық нөмірі және күні',
      'order|order number and date|order no and date',
    ),
    orderNumber: field(
      'code',
      0.8,
      'номер приказа|приказ номер',
      'бұйрық нөмірі|бұйрықтың нөмірі',
      'order number|order no',
    ),
    orderDate: field(
      'date',
      0.8,
      'дата приказа|приказ дата|приказ от',
      'бұйрық күні|бұйрықтың күні',
      'order date|date of order',
    ),
    agreementNumber: field(
      'code',
      0.4,
      'номер договора|договор|договор номер|номер и дата договора',
      'шарт нөмірі|келісімшарт нөмірі|шарттың нөмірі|шарт|келісімшарт',
      'agreement number|contract number|agreement|contract',
    ),
    state: field(
      'text',
      0.5,
      'статус|состояние|статус практики|отметка',
      'күйі|мәртебесі|жағдайы|статусы',
      'status|state|placement status',
    ),
    hired: field(
      'yesNo',
      0.8,
      'трудоустроен|трудоустройство|принят на работу|трудоустроен да нет',
      'жұмысқа орналасты|жұмысқа орналасқан|жұмысқа орналасуы|жұмысқа қабылданды',
      'hired|employed|employment',
    ),
    workplace: field(
      'text',
      0.5,
      'рабочее место|цех|подразделение|отдел|участок',
      'жұмыс орны|цех|бөлімше|бөлім|учаске',
      'workplace|department|unit|workshop|division',
    ),
    notes,
  },
  request: {
    rowNumber,
    number: field(
      'code',
      0.4,
      'номер|номер предложения|номер заявки|номер запроса|рег номер|номер обращения|вх номер|входящий номер|регистрационный номер',
      'нөмірі|нөмір|ұсыныс нөмірі|өтінім нөмірі|тіркеу нөмірі|кіріс нөмірі|ұсыныстың нөмірі',
      'number|request number|proposal number|request no|proposal no|no|ref|id|request id',
    ),
    receivedOn: field(
      'date',
      1,
      'дата|дата поступления|дата предложения|дата заявки|дата обращения|дата подачи|поступило|дата внесения|дата регистрации',
      'күні|түскен күні|ұсыныс күні|келіп түскен күні|өтінім күні|берілген күні|ұсыныс түскен күн|күн|тіркелген күні',
      'date|received|received on|date received|submitted|submitted on|request date|proposal date|submission date',
    ),
    firmName: firmReference,
    firmBin: firmIdentifier,
    person: personName(
      'фио|автор|представитель|контактное лицо|фио представителя|кто предложил|предложил',
      'аты жөні|автор|авторы|өкілі|байланыс тұлғасы|кім ұсынды',
      'person|author|contact person|representative|proposed by',
      0.2,
    ),
    specialty: { ...specialty, weight: 0.6 },
    specialtyName,
    qualification: { ...qualification, weight: 0.3 },
    module: field(
      'text',
      2,
      'модуль|дисциплина|модуль дисциплина|наименование модуля|название модуля|предмет|профессиональный модуль|пм|результат обучения|раздел|модуль результат обучения|учебный модуль',
      'модуль|пән|модуль атауы|модульдің атауы|пән атауы|кәсіптік модуль|оқыту нәтижесі|пән модуль|оқу модулі',
      'module|subject|discipline|module name|learning outcome|unit|course module|course',
    ),
    proposal: field(
      'text',
      2.4,
      'предложение|содержание предложения|предлагаемое изменение|изменение|предложения|суть предложения|текст предложения|содержание|предлагаемый текст|запрос|предложено|рекомендация|рекомендации|замечание|предложение работодателя|описание|требование|заявка|пожелание',
      'ұсыныс|ұсыныс мазмұны|ұсыныстың мазмұны|ұсынылған өзгеріс|өзгеріс|ұсыныстар|мазмұны|ұсыныстың мәні|ұсыныс мәтіні|ұсынылатын өзгеріс|ұсынылатын мәтін|ұсыным|сипаттамасы|жұмыс берушінің ұсынысы|талап',
      'proposal|proposed change|change|request|suggestion|description|proposed text|change request|content|recommendation|text|requested change|summary|proposed',
    ),
    currentText: field(
      'text',
      0.6,
      'текущий текст|действующая редакция|было|текущее содержание|действующая программа',
      'қазіргі мәтін|қолданыстағы мәтін|қолданыстағы редакция',
      'current text|current content|current',
    ),
    kind: field(
      'text',
      0.6,
      'вид|вид изменения|тип|тип изменения|тип предложения',
      'түрі|өзгеріс түрі|ұсыныс түрі',
      'type|change type|kind|request type',
    ),
    hoursBefore: field(
      'number',
      1.6,
      'часы было|часов было|было часов|часы до|было|часы до изменения|текущие часы|количество часов было|часов до|по плану часов|часы действующие|часы текущие|было час',
      'бұрынғы сағат|сағат бұрын|бұрын|сағат саны бұрын|болған сағат|өзгеріске дейінгі сағат|дейінгі сағат|сағат болған|бұрынғы сағат саны|қазіргі сағат|болған|сағат бұрынғы',
      'hours before|current hours|old hours|before|hours old|hours current|hours was|hours from|previous hours',
    ),
    hoursAfter: field(
      'number',
      1.6,
      'часы стало|часов стало|стало часов|часы после|стало|часы после изменения|новые часы|предлагаемые часы|количество часов стало|часов после|предложено часов|часы предлагаемые|станет|стало час|часы новые',
      'жаңа сағат|сағат кейін|кейін|сағат саны кейін|болатын сағат|өзгерістен кейінгі сағат|кейінгі сағат|ұсынылған сағат|жаңа сағат саны|болды|ұсынылатын сағат|сағат жаңа',
      'hours after|new hours|proposed hours|after|hours new|hours proposed|hours now|hours to',
    ),
    hours: field(
      'text',
      0.8,
      'часы|часы было стало|часов|изменение часов|часы до после',
      'сағат|сағаттар|сағат саны|сағат бұрын кейін',
      'hours|hours change|hours before after',
    ),
    state: field(
      'requestState',
      1.4,
      'статус|состояние|решение|результат|статус рассмотрения|результат рассмотрения|итог|отметка о выполнении|этап|решение совета|исполнение',
      'күйі|мәртебесі|шешім|нәтижесі|қарау нәтижесі|жағдайы|статусы|шешімі|кеңес шешімі|орындалуы|нәтиже',
      'status|state|decision|result|outcome|stage|resolution',
    ),
    reason: field(
      'text',
      0.8,
      'обоснование|причина|основание|цель|причина изменения|причина отказа',
      'негіздеме|негіздемесі|себебі|мақсаты|негізі|себеп',
      'reason|why|justification|rationale|grounds|motivation|basis',
    ),
    responsible: personName(
      'ответственный|ответственный преподаватель|исполнитель',
      'жауапты|жауапты оқытушы|орындаушы',
      'responsible|responsible teacher|owner',
      0.4,
    ),
    priority: field('text', 0.4, 'приоритет|срочность', 'басымдық|басымдығы', 'priority|urgency'),
    decidedOn: field(
      'date',
      0.6,
      'дата решения|дата рассмотрения',
      'шешім күні|қаралған күні',
      'decided on|decision date',
    ),
    minuteNumber: field(
      'code',
      0.5,
      'протокол|номер протокола|протокол совета',
      'хаттама|хаттама нөмірі',
      'minutes|minute number|protocol',
    ),
    effectiveYear: field(
      'text',
      0.5,
      'учебный год|год внедрения|действует с учебного года',
      'оқу жылы|енгізу жылы',
      'academic year|effective year|school year',
    ),
    notes,
  },
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
