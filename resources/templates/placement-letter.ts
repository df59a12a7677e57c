/** The wording of the letter that sends a list of students to a firm. */
import { officialLetter } from './official-letter.ts';

/** The template of one edition. */
export const buildPlacementLetter = officialLetter({
  // Wide enough for the longest word of a specialty; the practice and its term are the same for all and stand above the list.
  columns: [
    { width: 8, value: '{index}', center: true },
    { width: 43, value: '{student}' },
    { width: 48, value: '{specialty}', differs: true },
    { width: 19, value: '{group}', center: true },
    { width: 13, value: '{course}', center: true },
    { width: 13, value: '{hours}', center: true },
    { width: 26, value: '{mentor}' },
  ],
  words: {
    kk: {
      subject: 'Білім алушыларды тәжірибеге жіберу туралы',
      body: [
        '{college} төмендегі тізімге сәйкес білім алушыларды тәжірибеге қабылдауды сұрайды. Негіздеме: {agreement}; {orderDate} № {orderNumber} бұйрық.',
        'Тәжірибе түрі: {practice}. Мерзімі: {start} – {end}.',
      ],
      headings: ['№', 'Тегі, аты, әкесінің аты', 'Мамандығы', 'Тобы', 'Курсы', 'Сағат', 'Тәлімгер'],
      closing: [
        'Білім алушылардың жалпы саны: **{studentCount}**.',
        'Білім алушыларға тәлімгерлер бекітуді, қауіпсіздік және еңбекті қорғау бойынша кіріспе және бастапқы нұсқама өткізуді, тәжірибе бағдарламасына сәйкес жұмыс орындарымен қамтамасыз етуді және қабылдауға дайындығыңызды бес жұмыс күні ішінде жазбаша растауды сұраймыз.',
        'Колледждегі тәжірибе басшысы: {practiceHead}.',
      ],
    },
    ru: {
      subject: 'О направлении обучающихся на практику',
      body: [
        '{college} просит принять на практику обучающихся согласно приведённому ниже списку. Основание: {agreement}; приказ от {orderDate} № {orderNumber}.',
        'Вид практики: {practice}. Срок: с {start} по {end}.',
      ],
      headings: ['№', 'Фамилия, имя, отчество', 'Специальность', 'Группа', 'Курс', 'Часы', 'Наставник'],
      closing: [
        'Всего обучающихся: **{studentCount}**.',
        'Просим закрепить за обучающимися наставников, провести вводный и первичный инструктажи по безопасности и охране труда, обеспечить рабочими местами в соответствии с программой практики и в течение пяти рабочих дней письменно подтвердить готовность к приёму.',
        'Руководитель практики от колледжа: {practiceHead}.',
      ],
    },
    en: {
      subject: 'Students sent to a practical placement',
      body: [
        '{college} requests that the students listed below be accepted for a practical placement. Basis: {agreement}; order No. {orderNumber} of {orderDate}.',
        'Placement: {practice}. Dates: {start} – {end}.',
      ],
      headings: ['No.', 'Full name', 'Specialty', 'Group', 'Year', 'Hours', 'Mentor'],
      closing: [
        'Students in total: **{studentCount}**.',
        'Please appoint mentors, give the introductory and workplace safety briefings, provide workplaces in accordance with the placement programme, and confirm in writing within five working days that the students can be accepted.',
        'Head of practice at the college: {practiceHead}.',
      ],
    },
  },
});
