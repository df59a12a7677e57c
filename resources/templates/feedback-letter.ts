/** The wording of the yearly letter to a firm about what has come of the partnership. */
import { officialLetter } from './official-letter.ts';

/** The template of one edition. */
export const buildFeedbackLetter = officialLetter({
  words: {
    kk: {
      subject: '{yearName} оқу жылындағы ынтымақтастық қорытындысы туралы',
      body: [
        '{college} {yearName} оқу жылындағы ынтымақтастық үшін {firm} ұжымына алғыс білдіреді және оның қорытындысын хабарлайды.',
        '{#students}Кәсіпорында тәжірибеден және дуальды оқытудан өткен студенттер: **{students}**, кәсіпорындағы сағат саны: {hours}. {/students}{#hired}Жұмысқа алынған студенттер мен түлектер: **{hired}**. {/hired}{#engagement}Бірлескен іс-шаралар: {engagement}.{/engagement}',
        '{#requests}Оқу бағдарламалары бойынша түскен ұсыныстар: {requests}, мақұлданғаны: {adopted}, енгізілгені: {implemented}. {/requests}{#adoptedList}Қабылданған ұсыныстар: {adoptedList} {/adoptedList}{#plans}Алдағы уақытқа жоспарланғаны: {plans}{/plans}',
        'Кадрлар даярлауға қосқан үлесіңіз үшін алғыс білдіреміз және ынтымақтастықты жалғастыруға дайынбыз.',
      ],
    },
    ru: {
      subject: 'Об итогах сотрудничества за {yearName} учебный год',
      body: [
        '{college} благодарит коллектив {firm} за сотрудничество в {yearName} учебном году и сообщает о его итогах.',
        '{#students}Студентов, прошедших на предприятии практику и дуальное обучение: **{students}**, часов на предприятии: {hours}. {/students}{#hired}Принято на работу студентов и выпускников: **{hired}**. {/hired}{#engagement}Совместные мероприятия: {engagement}.{/engagement}',
        '{#requests}Предложений по учебным программам получено: {requests}, одобрено: {adopted}, внедрено: {implemented}. {/requests}{#adoptedList}Принятые предложения: {adoptedList} {/adoptedList}{#plans}На предстоящий период намечено: {plans}{/plans}',
        'Благодарим за вклад в подготовку кадров и готовы продолжать сотрудничество.',
      ],
    },
    en: {
      subject: 'Results of our cooperation in the {yearName} school year',
      body: [
        '{college} thanks {firm} for its cooperation in the {yearName} school year and reports on the results.',
        '{#students}Students who completed placements and dual training at the firm: **{students}**, hours at the firm: {hours}. {/students}{#hired}Students and graduates hired: **{hired}**. {/hired}{#engagement}Joint activities: {engagement}.{/engagement}',
        '{#requests}Curriculum requests received: {requests}, approved: {adopted}, implemented: {implemented}. {/requests}{#adoptedList}Adopted requests: {adoptedList} {/adoptedList}{#plans}Planned for the coming period: {plans}{/plans}',
        'Thank you for your contribution to the training of specialists. The college is ready to continue the cooperation.',
      ],
    },
  },
});
