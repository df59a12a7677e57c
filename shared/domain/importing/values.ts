import { bestPhraseScore, type Phrase, phrasesOf, wordScore, wordsIn } from './words.ts';

/** Codes and the wordings people use for them, in Russian, Kazakh and English. */
export type ValueDictionary<Code extends string> = ReadonlyMap<Code, readonly Phrase[]>;

function dictionary<Code extends string>(wordings: Readonly<Record<Code, string>>): ValueDictionary<Code> {
  const entries = Object.entries(wordings) as [Code, string][];
  return new Map(entries.map(([code, text]) => [code, phrasesOf(text, false)]));
}

type LookUp = <Code extends string>(values: ValueDictionary<Code>, text: string) => Code | null;

const mostRemembered = 500;

/** A look-up that remembers its answers: the columns and titles of a file repeat a few words on thousands of rows. */
function remembering(lookUp: LookUp): LookUp {
  const answers = new WeakMap<ValueDictionary<string>, Map<string, string | null>>();
  return <Code extends string>(values: ValueDictionary<Code>, text: string) => {
    const known = answers.get(values) ?? new Map<string, string | null>();
    answers.set(values, known);
    const held = known.get(text);
    if (held !== undefined) return held as Code | null;
    const found = lookUp(values, text);
    if (known.size >= mostRemembered) known.clear();
    known.set(text, found);
    return found;
  };
}

/** The code a wording stands for; null when none fits or two fit equally well. */
export const findValue: LookUp = remembering(bestValue);

/** The code whose wording stands somewhere in a longer text, such as a title; the wording of most words wins. */
export const findValueInside: LookUp = remembering(valueInside);

function bestValue<Code extends string>(values: ValueDictionary<Code>, text: string): Code | null {
  const words = wordsIn(text);
  if (words.length === 0) return null;
  let best: Code | null = null;
  let bestScore = 0.45;
  let tied = false;
  for (const [code, phrases] of values) {
    const score = bestPhraseScore(words, phrases);
    if (score > bestScore) {
      best = code;
      bestScore = score;
      tied = false;
    } else if (score === bestScore) {
      tied = true;
    }
  }
  return tied ? null : best;
}

/** Short words that mean nothing else, also in the name of a sheet. */
const tellingAlone = new Set(['дуал', 'дуалка']);

function valueInside<Code extends string>(values: ValueDictionary<Code>, text: string): Code | null {
  const words = wordsIn(text);
  let best: Code | null = null;
  let most = 0;
  for (const [code, phrases] of values) {
    for (const phrase of phrases) {
      const [first = ''] = phrase.words;
      const telling = phrase.words.length > 1 || first.length > 7 || tellingAlone.has(first);
      if (!telling || phrase.words.length <= most) continue;
      if (phrase.words.every(wanted => words.some(word => wordScore(word, wanted) >= 0.9))) {
        best = code;
        most = phrase.words.length;
      }
    }
  }
  return best;
}

export const practiceTypes = dictionary({
  training:
    'производственное обучение|обучение на производстве|п о|по|өндірістік оқыту|өндірісте оқыту|industrial training|production training|on the job training|workplace training',
  industrial:
    'производственная практика|производственная|профессиональная практика|технологическая практика|технологическая|өндірістік тәжірибе|өндірістік практика|кәсіптік тәжірибе|кәсіптік практика|технологиялық тәжірибе|industrial practice|production practice|professional practice|industrial placement|work placement|industrial internship|technological practice|internship',
  educational:
    'учебная практика|учебная|уч практика|ознакомительная практика|ознакомительная|оқу тәжірибесі|оқу практикасы|таныстыру тәжірибесі|танысу тәжірибесі|educational practice|training practice|study practice|introductory practice|educational placement|learning practice',
  prediploma:
    'преддипломная практика|преддипломная|диплом алды|дипломалды|диплом алды тәжірибе|дипломалды тәжірибе|диплом алды практика|дипломалды практика|диплом алдындағы тәжірибе|pre diploma practice|prediploma practice|pre diploma|pre graduation practice|graduation practice|pre diploma placement|pre diploma internship|pre graduation|graduation internship',
  diploma:
    'дипломное проектирование|дипломный проект|дипломная работа|дипломдық жоба|дипломдық жобалау|диплом жобасы|дипломдық жұмыс|diploma project|graduation project|diploma work',
  dual: 'дуальное обучение|дуалка|дуальное|дуальная форма|дуал|дуальды оқыту|дуальдық оқыту|дуалды оқыту|дуальді оқыту|дуальды|dual training|dual education|dual|dual programme|dual learning|dual apprenticeship',
});
export type PracticeTypeCode = typeof practiceTypes extends ValueDictionary<infer Code> ? Code : never;

export const agreementTypes = dictionary({
  memorandum:
    'меморандум|меморандум о сотрудничестве|меморандум о взаимопонимании|меморандум о социальном партнерстве|ынтымақтастық туралы меморандум|өзара түсіністік туралы меморандум|ынтымақтастық меморандумы|серіктестік туралы меморандум|memorandum|memorandum of cooperation|memorandum of understanding|mou|cooperation memorandum',
  patronage:
    'шефство|меморандум о шефстве|трехсторонний меморандум|трехсторонний меморандум о шефстве|шефский договор|договор о шефстве|шефтік|шефтік туралы меморандум|шефтік меморандум|шефтік жұмыс|үш жақты меморандум|қамқорлық|patronage|tripartite memorandum|patronage memorandum|tripartite patronage memorandum|sponsorship',
  framework:
    'рамочный договор|рамочное соглашение|генеральный договор|генеральное соглашение|договор о сотрудничестве|соглашение о сотрудничестве|договор о социальном партнерстве|соглашение|сотрудничество|социальное партнерство|негіздемелік келісім|негіздемелік шарт|негіздемелік келісімшарт|бас келісім|ынтымақтастық туралы шарт|ынтымақтастық шарты|ынтымақтастық туралы келісім|әлеуметтік серіктестік туралы шарт|әлеуметтік серіктестік|рамалық келісім|framework agreement|framework contract|framework|general agreement|cooperation agreement|cooperation|partnership agreement',
  dual: 'дуальное обучение|договор о дуальном обучении|договор дуального обучения|дуальный договор|трехсторонний договор|трехсторонний договор о дуальном обучении|дуальды оқыту|дуальды оқыту туралы шарт|дуальды оқыту шарты|дуалды оқыту|дуальды шарт|үш жақты шарт|үш жақты келісімшарт|dual training|dual training contract|dual training agreement|dual education|dual contract|tripartite agreement|tripartite contract|dual',
  practice:
    'практика|договор о практике|договор на практику|договор о прохождении практики|профессиональная практика|производственная практика|договор о проведении профессиональной практики|договор о профессиональной практике|тәжірибе|тәжірибе туралы шарт|кәсіптік тәжірибе|кәсіптік тәжірибе туралы шарт|практика туралы шарт|тәжірибеден өту|тәжірибеден өту шарты|өндірістік тәжірибе|practice|practice contract|practice agreement|professional practice|professional practice contract|internship|internship agreement|internship contract|placement|placement agreement|work placement|industrial practice',
  target:
    'целевая подготовка|целевой заказ|целевой договор|целевое обучение|целевая подготовка кадров|мақсатты даярлау|мақсатты тапсырыс|мақсатты оқыту|нысаналы даярлау|target training|targeted training|target order|targeted training order|target training order',
  internship:
    'стажировка|стажировка преподавателей|стажировка педагогов|договор о стажировке|стажировка мастеров|тағылымдама|оқытушылар тағылымдамасы|оқытушылардың тағылымдамасы|педагогтердің тағылымдамасы|мұғалімдердің тағылымдамасы|teacher internship|teacher internships|staff internship|teacher placement',
  donation:
    'передача оборудования|безвозмездная передача|дарение|договор дарения|дарение оборудования|материальная помощь|спонсорская помощь|материально техническая поддержка|материально техническая база|оборудование|жабдық беру|жабдықты беру|жабдық сыйлау|сыйға тарту|сыйға беру|жабдықтарды тапсыру|материалдық көмек|equipment donation|donation|equipment|material support',
  project:
    'совместный проект|совместная деятельность|договор о совместной деятельности|совместный научный проект|бірлескен жоба|біріккен жоба|бірлескен қызмет|бірлескен қызмет туралы шарт|joint project|joint activity|joint venture|joint research',
});
export type AgreementTypeCode = typeof agreementTypes extends ValueDictionary<infer Code> ? Code : never;

export const requestStates = dictionary({
  submitted:
    'подано|подана|новое|новая|поступило|внесено|зарегистрировано|на регистрации|получено|түсті|келіп түсті|берілді|жаңа|тіркелді|ұсынылды|жіберілді|submitted|new|received|proposed|open|registered',
  underReview:
    'на рассмотрении|рассматривается|в работе|обсуждается|на согласовании|в процессе|на обсуждении|изучается|қаралуда|қаралып жатыр|қарастырылуда|талқылануда|жұмыста|келісуде|келісілуде|қарауда|under review|in review|in progress|reviewing|pending|under consideration|being reviewed|under discussion',
  approved:
    'принято|одобрено|утверждено|согласовано|поддержано|принято советом|қабылданды|мақұлданды|бекітілді|келісілді|қолдау тапты|қолданды|approved|accepted|agreed|adopted',
  approvedWithChanges:
    'принято с изменениями|одобрено с изменениями|частично принято|принято частично|одобрено частично|утверждено с изменениями|принято с доработкой|өзгерістермен қабылданды|өзгерістермен мақұлданды|өзгерістермен бекітілді|ішінара қабылданды|жартылай қабылданды|approved with changes|accepted with changes|partially accepted|partially approved|partly approved|approved with amendments',
  rejected:
    'отклонено|отказано|отказ|не принято|не поддержано|не одобрено|отклонена|қабылданбады|бас тартылды|мақұлданбады|қайтарылды|кері қайтарылды|қабылданбаған|rejected|declined|refused|denied|not accepted|not approved',
  deferred:
    'отложено|перенесено|приостановлено|на доработке|отправлено на доработку|кейінге қалдырылды|шегерілді|тоқтата тұрды|пысықтауда|deferred|postponed|on hold|delayed',
  implemented:
    'внедрено|реализовано|исполнено|выполнено|включено в программу|введено|внесено в программу|енгізілді|іске асырылды|орындалды|жүзеге асырылды|бағдарламаға енгізілді|implemented|done|completed|introduced|realised|realized',
  effectChecked:
    'эффект проверен|эффект оценен|результат проверен|әсері тексерілді|нәтижесі тексерілді|нәтижесі бағаланды|тиімділігі тексерілді|effect checked|effect verified|verified|evaluated',
});
export type RequestStateCode = typeof requestStates extends ValueDictionary<infer Code> ? Code : never;

export const languages = dictionary({
  kk: 'казахский|каз|казахский язык|на казахском|государственный|қазақ|қазақша|қазақ тілі|қазақ тілінде|мемлекеттік тіл|kazakh|kk|kz|kaz',
  ru: 'русский|рус|русский язык|на русском|орыс|орысша|орыс тілі|орыс тілінде|russian|ru|rus',
  en: 'английский|англ|английский язык|на английском|ағылшын|ағылшынша|ағылшын тілі|english|en|eng',
});

export const fundings = dictionary({
  state:
    'госзаказ|гос заказ|государственный заказ|государственный образовательный заказ|республиканский бюджет|местный бюджет|бюджет|бюджетное|бюджетная|бюджетный|грант|государственный грант|бесплатное|мемлекеттік тапсырыс|мемлекеттік білім беру тапсырысы|мемлекеттік|мемтапсырыс|жергілікті бюджет|республикалық бюджет|тегін|state|state order|state funded|budget|grant|government|government funded|public|free|local budget|republican budget',
  paid: 'платное|платно|платная|платный|на платной основе|договор|договорное|внебюджет|внебюджетное|за счет собственных средств|собственные средства|коммерция|коммерческое|ақылы|ақылы негізде|ақылы негіз|ақылы түрде|өз қаражаты есебінен|келісімшарт|paid|paid basis|on a paid basis|self funded|self paid|self pay|fee paying|fee|fees|tuition|private|contract',
  target:
    'целевое|целевой|целевая|целевой заказ|за счет предприятия|за счет работодателя|мақсатты|мақсатты тапсырыс|нысаналы|кәсіпорын есебінен|target|targeted|target order|employer funded|sponsored',
});

export const placementStates = dictionary({
  planned: 'план|планируется|запланировано|запланирована|жоспарланған|жоспарланды|жоспарда|planned|scheduled',
  offered: 'предложено|предложено предприятию|отправлено предприятию|ұсынылды|кәсіпорынға ұсынылды|offered|proposed',
  confirmed: 'подтверждено|подтверждено предприятием|согласовано|расталды|растады|келісілді|confirmed|agreed',
  ordered: 'приказ издан|по приказу|направлен приказом|бұйрық шықты|бұйрық берілді|ordered|order issued',
  started:
    'начато|начата|проходит|проходит практику|на практике|идет|басталды|өтуде|тәжірибеде|жүріп жатыр|started|in progress|ongoing|active|running',
  interrupted: 'прервано|приостановлено|тоқтатыла тұрды|үзілді|interrupted|paused|suspended',
  completed:
    'завершено|завершена|пройдена|прошел|прошла|прошли|пройдено|окончено|окончена|выполнено|зачтено|зачет|аяқталды|өтті|аяқтады|completed|finished|done|passed',
  endedEarly: 'досрочно завершено|прекращено|прекращено досрочно|мерзімінен бұрын аяқталды|ended early|terminated',
  didNotStart:
    'не приступил|не приступила|не явился|не явилась|не прошел|не прошла|не начато|не состоялась|басталмады|келмеді|did not start|no show|not started|cancelled',
});

export const firmStatuses = dictionary({
  prospect: 'потенциальный|возможный|переговоры|планируется|ықтимал|әлеуетті|prospect|potential|lead',
  active: 'действующий|активный|действует|работаем|активен|белсенді|әрекеттегі|жұмыс істейді|active|current',
  dormant: 'неактивный|приостановлен|спящий|белсенді емес|тоқтатылған|dormant|inactive|paused',
  former: 'бывший|прекращен|закрыт|ликвидирован|расторгнут|бұрынғы|жабылды|жойылған|former|closed|ended',
});

export const studentStatuses = dictionary({
  active:
    'обучается|учится|действующий|студент|зачислен|переведен|оқиды|оқуда|оқып жүр|қабылданды|active|studying|enrolled|current',
  leave:
    'академический отпуск|академ|академ отпуск|в академическом отпуске|академиялық демалыс|академиялық демалыста|академдемалыс|academic leave|on leave|leave',
  left: 'отчислен|отчислена|выбыл|выбыла|оқудан шығарылды|шығарылды|шықты|кетті|expelled|left|withdrawn|dropped out|excluded',
  graduated: 'выпускник|выпущен|окончил|окончила|завершил обучение|бітірді|түлек|аяқтады|graduated|graduate|alumni',
});

export const agreementStages = dictionary({
  draft: 'проект|черновик|готовится|на подготовке|жоба|дайындалуда|draft|in preparation',
  sent: 'отправлен|направлен|на подписи|на подписании|жіберілді|қол қоюда|қол қоюға жіберілді|sent|for signature|awaiting signature',
  partlySigned:
    'частично подписан|подписан одной стороной|ішінара қол қойылды|бір тарап қол қойды|partly signed|partially signed',
  signed:
    'подписан|действует|действующий|в силе|заключен|истек|истекший|срок истек|завершен|исполнен|пролонгирован|қол қойылды|қолданыста|әрекетте|күшінде|жасалды|мерзімі өтті|мерзімі аяқталды|аяқталды|ұзартылды|signed|in force|active|valid|expired|expiring|completed|renewed|executed',
  terminated: 'расторгнут|прекращен|расторгнут досрочно|бұзылды|тоқтатылды|бұзылған|terminated|ended early',
  cancelled: 'аннулирован|отменен|недействителен|жойылды|күші жойылды|жарамсыз|cancelled|canceled|void|annulled',
});

export const contactRoles = dictionary({
  head: 'директор|руководитель|генеральный директор|первый руководитель|председатель|глава|исполнительный директор|басшы|директор|бас директор|төраға|head|director|ceo|general director|chief executive|owner',
  signatory: 'подписант|подписывает|право подписи|қол қоюшы|қол қою құқығы|signatory|authorised signatory',
  mentor:
    'наставник|мастер|мастер цеха|мастер участка|бригадир|тәлімгер|шебер|цех шебері|mentor|tutor|foreman|workplace supervisor',
  hr: 'отдел кадров|начальник отдела кадров|кадры|кадровик|менеджер по персоналу|специалист по кадрам|инспектор по кадрам|hr менеджер|кадр бөлімі|кадр бөлімінің бастығы|кадрлар бөлімі|персонал|кадр маманы|hr|hr manager|human resources|personnel|recruiter|head of hr|hr specialist',
  accountant:
    'бухгалтер|главный бухгалтер|бухгалтерия|есепші|бас есепші|бухгалтер|бас бухгалтер|accountant|chief accountant|bookkeeper',
});

export const sizeClasses = dictionary({
  micro: 'микро|микропредприятие|микробизнес|шағын микро|micro',
  small: 'малое|малый|малый бизнес|малое предприятие|мсб|шағын|шағын бизнес|small|small business',
  medium: 'среднее|средний|средний бизнес|среднее предприятие|орта|орта бизнес|орташа|medium',
  large: 'крупное|крупный|крупный бизнес|крупное предприятие|ірі|ірі бизнес|ірі кәсіпорын|large|big',
});

export const requestKinds = dictionary({
  add: 'добавить|добавление|ввести|включить|введение|қосу|енгізу|толықтыру|add|addition|include|introduce',
  drop: 'исключить|убрать|исключение|алып тастау|алу|шығару|drop|remove|exclude|delete',
  replace: 'заменить|замена|обновить|обновление|ауыстыру|жаңарту|алмастыру|replace|replacement|update',
  retime:
    'изменить часы|увеличить часы|уменьшить часы|увеличение часов|перераспределить часы|сағатты өзгерту|сағатты көбейту|сағатты азайту|сағат санын көбейту|retime|increase hours|reduce hours|change hours',
  equipment: 'оборудование|оснащение|обновить оборудование|жабдық|жабдықтау|equipment',
  assessment: 'оценивание|критерии оценки|оценка|экзамен|бағалау|бағалау критерийлері|assessment|evaluation|exam',
  newProgramme:
    'новая программа|новая специальность|новая квалификация|открыть программу|жаңа бағдарлама|жаңа мамандық|жаңа біліктілік|new programme|new program|new specialty|new qualification',
});

export const requestReasons = dictionary({
  technology:
    'технология|новые технологии|технологии|оборудование|новое оборудование|технология|жаңа технология|жаңа жабдық|technology|new technology|new equipment',
  standard:
    'стандарт|профстандарт|профессиональный стандарт|госо|стандарт|кәсіби стандарт|standard|professional standard',
  safety:
    'безопасность|охрана труда|техника безопасности|тб|қауіпсіздік|еңбек қауіпсіздігі|еңбекті қорғау|safety|occupational safety',
  vacancy:
    'вакансия|вакансии|нехватка кадров|потребность в кадрах|спрос|бос орын|кадр тапшылығы|кадрларға сұраныс|сұраныс|vacancy|vacancies|labour demand|demand',
});
