/** The wording of the letter that sends a list of students to a firm. */
import { officialLetter } from './official-letter.ts';

/** The template of one edition. */
export const buildPlacementLetter = officialLetter({
  // What is the same for all stands above the list: the practice, its term and the specialty, of which the rows bear the code.
  columns: [
    { width: 8, value: '{index}', center: true },
    { width: 56, value: '{student}' },
    { width: 18, value: '{specialtyCode}', center: true },
    { width: 20, value: '{group}', center: true },
    { width: 14, value: '{course}', center: true },
    { width: 14, value: '{hours}', center: true },
    { width: 40, value: '{mentor}' },
  ],
  words: {
    kk: {
      subject: 'Білім алушыларды тәжірибеге жіберу туралы',
      body: [
        '{college} төмендегі тізімге сәйкес білім алушыларды тәжірибеге қабылдауды сұрайды. Негіздеме: {agreement}; {orderDate} № {orderNumber} бұйрық.',
        'Тәжірибе түрі: {practice}. Мерзімі: {start} – {end}. Мамандығы: {specialties}.',
      ],
      headings: ['№', 'Тегі, аты, әкесінің аты', 'Коды', 'Тобы', 'Курсы', 'Сағат', 'Тәлімгер'],
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
        'Вид практики: {practice}. Срок: с {start} по {end}. Специальность: {specialties}.',
      ],
      headings: ['№', 'Фамилия, имя, отчество', 'Код', 'Группа', 'Курс', 'Часы', 'Наставник'],
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
        'Placement: {practice}. Dates: {start} – {end}. Specialty: {specialties}.',
      ],
      headings: ['No.', 'Full name', 'Code', 'Group', 'Year', 'Hours', 'Mentor'],
      closing: [
        'Students in total: **{studentCount}**.',
        'Please appoint mentors, give the introductory and workplace safety briefings, provide workplaces in accordance with the placement programme, and confirm in writing within five working days that the students can be accepted.',
        'Head of practice at the college: {practiceHead}.',
      ],
    },
  },
});
