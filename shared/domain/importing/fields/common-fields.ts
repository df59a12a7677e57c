import { type FieldSpec, field } from './field-spec.ts';

export const rowNumber = field(
  'sequence',
  0,
  'номер п п|номер|п п|номер по порядку|номер строки|порядковый номер|пп',
  'р с|рет саны|реттік нөмірі|қ с|р б|рет нөмірі',
  'no|s no|row number|item|item no|sn|line',
);

export const notes = field(
  'text',
  0.2,
  'примечание|примечания|комментарий|комментарии|заметки|дополнительно|прочее|доп информация',
  'ескерту|ескертпе|ескертулер|түсініктеме|қосымша|қосымша ақпарат|пікір',
  'notes|note|comment|comments|remark|remarks|additional information',
);

export const firmReference = field(
  'firmName',
  1.5,
  'предприятие|наименование предприятия|название предприятия|организация|наименование организации|название организации|партнер|партнёр|социальный партнер|наименование партнера|работодатель|наименование работодателя|компания|название компании|фирма|контрагент|наименование контрагента|место практики|место прохождения практики|база практики|наименование базы практики|название базы практики|наименование места практики|место прохождения|предприятие партнер|сторона договора|вторая сторона|заказчик|учреждение|юридическое лицо|инициатор|от кого|направлен в|куда направлен',
  'кәсіпорын|кәсіпорын атауы|кәсіпорынның атауы|мекеме|мекеме атауы|мекеменің атауы|ұйым|ұйым атауы|ұйымның атауы|серіктес|серіктес атауы|серіктестің атауы|әлеуметтік серіктес|әріптес|жұмыс беруші|жұмыс берушінің атауы|компания|компания атауы|фирма|тәжірибе орны|тәжірибе базасы|тәжірибе өту орны|практика орны|практика базасы|серіктес кәсіпорын|өтетін орны|бастамашы|кімнен',
  'company|company name|firm|firm name|enterprise|enterprise name|organization|organisation|organization name|organisation name|partner|partner name|employer|employer name|host company|host organisation|host organization|host|placement provider|counterparty|business|partner company|training provider|workplace',
);

export const legalForm = field(
  'text',
  0.8,
  'организационно правовая форма|форма собственности|правовая форма|опф|орг форма|вид собственности',
  'ұйымдық құқықтық нысаны|құқықтық нысаны|меншік түрі|меншік нысаны',
  'legal form|ownership|ownership form|type of ownership',
);

export const firmIdentifier = field(
  'identifier',
  1.2,
  'бин|бин иин|иин бин|бин предприятия|бин организации|бин партнера|бин иин предприятия|бин работодателя|бизнес идентификационный номер|инн|рнн бин|бин компании',
  'бсн|бсн жсн|жсн бсн|кәсіпорынның бсн|кәсіпорын бсн|ұйымның бсн|серіктестің бсн|мекеменің бсн|бизнес сәйкестендіру нөмірі|серіктес бсн|жұмыс берушінің бсн',
  'bin|bin iin|iin bin|company bin|firm bin|enterprise bin|partner bin|employer bin|business id|business identification number|registration number|tax id|company id',
);

export const personName = (ru: string, kk: string, en: string, weight = 1.5): FieldSpec =>
  field('personName', weight, ru, kk, en);

export const phone = (ru = '', kk = '', en = ''): FieldSpec =>
  field(
    'phone',
    0.6,
    `телефон|тел|телефоны|контактный телефон|номер телефона|сотовый|сотовый телефон|сотовый телефон номер|мобильный|мобильный телефон|моб тел|моб|раб тел|рабочий телефон|контакты|контакт|телефон факс|whatsapp|ватсап|тел факс|контактные данные${ru}`,
    `телефон|телефоны|телефон нөмірі|байланыс телефоны|ұялы телефон|ұялы телефоны|ұялы телефон нөмірі|жұмыс телефоны|байланыс|байланыс деректері|ұялы|байланыс нөмірі${kk}`,
    `phone|phone number|telephone|tel|mobile|mobile phone|cell|cell phone|contact phone|contact number|contact details|phones${en}`,
    ['6914'],
  );

export const email = (ru = '', kk = '', en = ''): FieldSpec =>
  field(
    'email',
    0.6,
    `email|e mail|mail|почта|эл почта|электронная почта|электронный адрес|эл адрес|адрес электронной почты|эл почты|емейл|имейл|почтовый ящик${ru}`,
    `электрондық пошта|эл пошта|пошта|электронды пошта|электрондық мекенжай|электрондық поштасы|поштасы${kk}`,
    `email|e mail|mail|email address|e mail address${en}`,
  );

export const surname = field(
  'personName',
  1,
  'фамилия|фамилия студента|фамилия обучающегося',
  'тегі|тек|студенттің тегі|білім алушының тегі',
  'surname|last name|family name|lastname',
);
export const givenName = field(
  'personName',
  0.7,
  'имя|имя студента|имя обучающегося',
  'аты|есімі|студенттің аты|өз аты',
  'first name|given name|name|forename|firstname',
);
export const patronymic = field(
  'personName',
  0.7,
  'отчество|отчество при наличии|отчество студента',
  'әкесінің аты|әкесінің аты болған жағдайда',
  'patronymic|middle name|fathers name|father name|additional name',
);
export const iin = field(
  'identifier',
  1.5,
  'иин|иин студента|иин обучающегося|индивидуальный идентификационный номер|иин учащегося|инн студента',
  'жсн|студенттің жсн|білім алушының жсн|жеке сәйкестендіру нөмірі|студент жсн|оқушының жсн',
  'iin|student iin|individual identification number|personal id|national id|id number|student id number|personal number',
);
export const studentName = personName(
  'фио|ф и о|фио студента|ф и о студента|студент|фио обучающегося|ф и о обучающегося|обучающийся|фамилия имя отчество|фамилия имя отчество студента|фамилия имя|фио учащегося|учащийся|фио практиканта|практикант|фамилия и имя|фио полностью|стажер|фио студента полностью|имя студента|список студентов',
  'аты жөні|студенттің аты жөні|студент|тегі аты әкесінің аты|білім алушының аты жөні|білім алушы|оқушының аты жөні|оқушы|т а ә|таә|аж|студенттің тегі аты|тегі аты|толық аты жөні|толық аты|студент аты жөні|тәжірибеден өтуші|аты тегі|студенттің тегі аты әкесінің аты',
  'full name|student|student name|name|student full name|name of student|learner|learner name|trainee|trainee name|intern|fio|students|name and surname|surname and name',
);
export const groupCode = field(
  'code',
  1,
  'группа|код группы|номер группы|учебная группа|группа студента|гр|шифр группы|название группы',
  'топ|тобы|топ коды|топтың коды|оқу тобы|топ нөмірі|топ атауы|студенттің тобы|топтың атауы',
  'group|group code|group number|class|study group|cohort|group name',
  ['6159'],
);
export const course = field(
  'course',
  0.6,
  'курс|курс обучения|год обучения',
  'курс|курсы|оқу курсы',
  'course|year|year of study|study year|course year|grade',
  ['5802'],
);
export const specialty = field(
  'specialty',
  0.8,
  'специальность|специальность и классификатор|код и наименование специальности|шифр и название специальности|наименование специальности|название специальности|образовательная программа|направление подготовки|шифр специальности|код специальности|специальность код|шифр|профессия|оп',
  'мамандық|мамандығы|мамандық атауы|мамандықтың атауы|мамандық коды|мамандықтың коды|мамандық шифры|білім беру бағдарламасы|мамандық коды мен атауы|мамандық коды және атауы|оқу бағдарламасы',
  'specialty|speciality|specialty code|speciality code|specialty name|programme|program|major|field of study|study programme|study program|programme code|program code',
  ['426', 'speciality_a', 'specialty_a'],
);
export const specialtyName = field(
  'text',
  0.2,
  'наименование специальности|название специальности|специальность наименование',
  'мамандық атауы|мамандықтың атауы',
  'specialty name|speciality name|programme name|program name|name of specialty',
);
export const qualification = field(
  'qualification',
  0.8,
  'квалификация|код квалификации|наименование квалификации|шифр квалификации|присваиваемая квалификация|код и наименование квалификации',
  'біліктілік|біліктілігі|біліктілік коды|біліктілік атауы|біліктіліктің коды|біліктілік шифры',
  'qualification|qualification code|qualification name|award',
  ['qualification_a'],
);
