/** What the printed registers are called, and their columns. Widths are shares of the sheet. */
import type { InLanguages } from './editions.ts';
import type { Column } from './lists.ts';

export type RegisterColumn = Column & { readonly head: InLanguages<string> };

export type RegisterWords = {
  /** The list of the template. */
  readonly list: string;
  readonly title: InLanguages<string>;
  readonly columns: readonly RegisterColumn[];
};

const head = (kk: string, ru: string, en: string): InLanguages<string> => ({ kk, ru, en });

const index: RegisterColumn = { width: 9, value: '{index}', center: true, head: head('№', '№', 'No.') };
const number = head('Нөмірі', 'Номер', 'Number');
const kind = head('Түрі', 'Вид', 'Kind');
const student = head('Білім алушы', 'Обучающийся', 'Student');
const firm = head('Кәсіпорын', 'Предприятие', 'Firm');
const mentor = head('Тәлімгер', 'Наставник', 'Mentor');
const state = head('Күйі', 'Состояние', 'State');
const group = head('Тобы', 'Группа', 'Group');

export const agreements: RegisterWords = {
  list: 'agreements',
  title: head('ШАРТТАР ТІЗІЛІМІ', 'РЕЕСТР ДОГОВОРОВ', 'REGISTER OF AGREEMENTS'),
  columns: [
    index,
    { width: 25, value: '{number}', head: number },
    { width: 20, value: '{date}', center: true, head: head('Қол қойылған күні', 'Подписан', 'Signed') },
    { width: 40, value: '{kind}', differs: true, head: kind },
    { width: 52, value: '{firm}', differs: true, head: firm },
    { width: 40, value: '{student}', head: student },
    { width: 20, value: '{start}', center: true, head: head('Басталуы', 'Начало', 'Start') },
    { width: 20, value: '{end}', center: true, differs: true, head: head('Аяқталуы', 'Окончание', 'End') },
    { width: 12, value: '{places}', center: true, head: head('Орын', 'Мест', 'Places') },
    { width: 24, value: '{state}', differs: true, head: state },
  ],
};

export const letters: RegisterWords = {
  list: 'letters',
  title: head('ШЫҒЫС ХАТТАР ТІЗІЛІМІ', 'ЖУРНАЛ ИСХОДЯЩИХ ПИСЕМ', 'REGISTER OF OUTGOING LETTERS'),
  columns: [
    index,
    { width: 24, value: '{number}', head: number },
    { width: 20, value: '{date}', center: true, head: head('Күні', 'Дата', 'Date') },
    { width: 32, value: '{kind}', differs: true, head: kind },
    { width: 54, value: '{firm}', differs: true, head: head('Кімге', 'Кому', 'To') },
    { width: 60, value: '{subject}', differs: true, head: head('Не туралы', 'О чём', 'Subject') },
    { width: 39, value: '{student}', head: student },
    { width: 24, value: '{notes}', differs: true, head: head('Ескертпе', 'Примечание', 'Notes') },
  ],
};

export const requests: RegisterWords = {
  list: 'requests',
  title: head(
    'ОҚУ БАҒДАРЛАМАЛАРЫН ӨЗГЕРТУ ТУРАЛЫ ҰСЫНЫСТАР ТІЗІЛІМІ',
    'РЕЕСТР ПРЕДЛОЖЕНИЙ ОБ ИЗМЕНЕНИИ УЧЕБНЫХ ПРОГРАММ',
    'REGISTER OF CURRICULUM CHANGE REQUESTS',
  ),
  columns: [
    index,
    { width: 16, value: '{number}', head: number },
    { width: 20, value: '{date}', center: true, head: head('Түскен күні', 'Поступило', 'Received') },
    { width: 38, value: '{firm}', differs: true, head: head('Кімнен', 'От кого', 'From') },
    { width: 36, value: '{specialty}', differs: true, head: head('Мамандық', 'Специальность', 'Specialty') },
    { width: 32, value: '{module}', head: head('Модуль', 'Модуль', 'Module') },
    { width: 52, value: '{proposal}', head: head('Ұсыныстың мәтіні', 'Текст предложения', 'Proposal') },
    { width: 32, value: '{decision}', differs: true, head: head('Шешім', 'Решение', 'Decision') },
    { width: 22, value: '{reply}', head: head('Жауап хат', 'Ответ', 'Reply') },
    { width: 20, value: '{implemented}', center: true, head: head('Енгізілді', 'Внедрено', 'Implemented') },
  ],
};

export const placements: RegisterWords = {
  list: 'placements',
  title: head(
    'ТӘЖІРИБЕГЕ ЖӘНЕ ДУАЛЬДЫ ОҚЫТУҒА ЖІБЕРІЛГЕН БІЛІМ АЛУШЫЛАР ТІЗІЛІМІ',
    'РЕЕСТР ОБУЧАЮЩИХСЯ, НАПРАВЛЕННЫХ НА ПРАКТИКУ И ДУАЛЬНОЕ ОБУЧЕНИЕ',
    'REGISTER OF STUDENTS ON PRACTICE AND IN DUAL TRAINING',
  ),
  columns: [
    index,
    { width: 36, value: '{student}', head: student },
    { width: 20, value: '{group}', center: true, head: group },
    { width: 46, value: '{specialty}', differs: true, head: head('Мамандық', 'Специальность', 'Specialty') },
    { width: 40, value: '{firm}', differs: true, head: firm },
    { width: 31, value: '{practice}', differs: true, head: head('Тәжірибе түрі', 'Вид практики', 'Practice') },
    { width: 22, value: '{start}–\n{end}', center: true, head: head('Мерзімі', 'Срок', 'Period') },
    { width: 14, value: '{hours}', center: true, head: head('Сағат', 'Часы', 'Hours') },
    { width: 31, value: '{basis}', differs: true, head: head('Негіздеме', 'Основание', 'Basis') },
    { width: 32, value: '{mentor}', head: mentor },
    { width: 31, value: '{state}', differs: true, head: state },
  ],
};

export const mentors: RegisterWords = {
  list: 'mentors',
  title: head(
    'КӘСІПОРЫНДАРДАҒЫ ТӘЛІМГЕРЛЕР ТІЗІЛІМІ',
    'РЕЕСТР НАСТАВНИКОВ НА ПРЕДПРИЯТИЯХ',
    'REGISTER OF MENTORS AT FIRMS',
  ),
  columns: [
    index,
    { width: 44, value: '{mentor}', head: head('Тегі, аты, әкесінің аты', 'Фамилия, имя, отчество', 'Full name') },
    { width: 40, value: '{position}', head: head('Лауазымы', 'Должность', 'Position') },
    { width: 52, value: '{firm}', differs: true, head: firm },
    { width: 30, value: '{phone}', head: head('Телефоны', 'Телефон', 'Phone') },
    {
      width: 25,
      value: '{studentCount}',
      center: true,
      head: head('Білім алушылар саны', 'Число обучающихся', 'Students'),
    },
    {
      width: 67,
      value: '{students}',
      head: head(
        'Оқу жылында бекітілген білім алушылар',
        'Закреплённые в учебном году обучающиеся',
        'Students of the school year',
      ),
    },
  ],
};

export const visits: RegisterWords = {
  list: 'visits',
  title: head('КӘСІПОРЫНДАРҒА БАРУ ЖУРНАЛЫ', 'ЖУРНАЛ ПОСЕЩЕНИЙ ПРЕДПРИЯТИЙ', 'JOURNAL OF VISITS TO FIRMS'),
  columns: [
    index,
    { width: 20, value: '{plannedOn}', center: true, head: head('Жоспар', 'План', 'Planned') },
    { width: 20, value: '{visitedOn}', center: true, head: head('Барған күні', 'Посещено', 'Visited') },
    {
      width: 46,
      value: '{firm}',
      differs: true,
      head: head('Кәсіпорын, учаске', 'Предприятие, участок', 'Firm, site'),
    },
    { width: 32, value: '{purpose}', differs: true, head: head('Мақсаты', 'Цель', 'Purpose') },
    { width: 32, value: '{visitor}', head: head('Кім барды', 'Кто посетил', 'Visitor') },
    { width: 52, value: '{findings}', head: head('Анықталған жайттар', 'Что установлено', 'Findings') },
    { width: 36, value: '{nextStep}', head: head('Келесі қадам, мерзімі', 'Следующий шаг, срок', 'Next step, due') },
    { width: 22, value: '{stepDone}', center: true, head: head('Орындалды', 'Выполнено', 'Done') },
  ],
};

export const briefings: RegisterWords = {
  list: 'briefings',
  title: head(
    'ҚАУІПСІЗДІК ТЕХНИКАСЫ БОЙЫНША НҰСҚАМАНЫ ТІРКЕУ ЖУРНАЛЫ',
    'ЖУРНАЛ РЕГИСТРАЦИИ ИНСТРУКТАЖА ПО ТЕХНИКЕ БЕЗОПАСНОСТИ',
    'JOURNAL OF SAFETY BRIEFINGS',
  ),
  columns: [
    index,
    { width: 20, value: '{date}', center: true, head: head('Нұсқама күні', 'Дата', 'Date') },
    { width: 18, value: '{entry}', center: true, head: head('Жазба нөмірі', 'Номер записи', 'Entry number') },
    { width: 40, value: '{student}', head: head('Нұсқама алушы', 'Инструктируемый', 'Person briefed') },
    { width: 20, value: '{born}', center: true, head: head('Туған күні', 'Дата рождения', 'Born') },
    { width: 20, value: '{group}', center: true, head: group },
    {
      width: 44,
      value: '{firm}',
      differs: true,
      head: head('Кәсіпорын, учаске', 'Предприятие, участок', 'Firm, site'),
    },
    { width: 28, value: '{practice}', differs: true, head: head('Тәжірибе түрі', 'Вид практики', 'Practice') },
    { width: 36, value: '{mentor}', head: head('Нұсқама беруші', 'Инструктирующий', 'Briefed by') },
    { width: 29, value: ' ', head: head('Алушының қолы', 'Подпись получившего', 'Signature of the briefed') },
    { width: 29, value: ' ', head: head('Берушінің қолы', 'Подпись проводившего', 'Signature of the briefer') },
  ],
};
