import { choice, day, meta, reference, requiredDay } from './columns.ts';
import type { Migration } from './migrate.ts';

/** Code, names: what a firm says of a student, and a student of the firm; the officer edits the lists later. */
const firstCriteria = {
  firm: [
    ['discipline', 'Трудовая дисциплина', 'Еңбек тәртібі', 'Discipline'],
    ['safety', 'Соблюдение техники безопасности', 'Қауіпсіздік техникасын сақтау', 'Observance of safety rules'],
    ['skills', 'Профессиональные навыки', 'Кәсіби дағдылар', 'Professional skills'],
    ['quality', 'Качество выполнения работ', 'Жұмысты орындау сапасы', 'Quality of work'],
    ['initiative', 'Самостоятельность и инициатива', 'Дербестік пен бастамашылдық', 'Independence and initiative'],
    ['teamwork', 'Работа в коллективе', 'Ұжымда жұмыс істей білу', 'Work in a team'],
  ],
  student: [
    ['tasks', 'Соответствие заданий специальности', 'Тапсырмалардың мамандыққа сәйкестігі', 'Tasks fit the specialty'],
    ['mentor', 'Помощь наставника', 'Тәлімгердің көмегі', 'Help of the mentor'],
    [
      'conditions',
      'Условия и безопасность труда',
      'Еңбек жағдайлары мен қауіпсіздігі',
      'Conditions and safety of work',
    ],
    ['equipment', 'Оснащение рабочего места', 'Жұмыс орнының жабдықталуы', 'Equipment of the workplace'],
    ['attitude', 'Отношение коллектива', 'Ұжымның көзқарасы', 'Attitude of the staff'],
    ['benefit', 'Польза для профессии', 'Кәсіпке пайдасы', 'Benefit for the profession'],
  ],
} as const;

/** What happens while students are at firms: visits, evaluations by both sides, hours attended by month. */
export const monitoring: Migration = {
  version: 6,
  up: db => {
    db.exec(`
CREATE TABLE visit (${meta}, ${reference('firm_id', 'firm', true)}, ${reference('site_id', 'site')}, ${reference('placement_id', 'placement')},
  ${day('planned_on')}, ${day('done_on')}, visitor TEXT,
  ${choice('purpose', ['progress', 'attendance', 'safety', 'mentor', 'problem', 'assessment', 'other'])} NOT NULL,
  findings TEXT, next_step TEXT, ${day('next_on')}, ${day('step_done_on')}, ${requiredDay('on_day')},
  CHECK (planned_on IS NOT NULL OR done_on IS NOT NULL)
) STRICT;
CREATE INDEX visit_day ON visit (on_day, id);
CREATE INDEX visit_firm ON visit (firm_id, on_day);
CREATE INDEX visit_site ON visit (site_id) WHERE site_id IS NOT NULL;
CREATE INDEX visit_placement ON visit (placement_id, on_day) WHERE placement_id IS NOT NULL;
CREATE INDEX visit_waiting ON visit (planned_on, id) WHERE done_on IS NULL;
CREATE INDEX visit_done ON visit (done_on, id);
CREATE INDEX visit_planned ON visit (planned_on, id);
CREATE INDEX visit_visitor ON visit (visitor, on_day, id);
CREATE INDEX visit_purpose ON visit (purpose, on_day, id);
CREATE INDEX visit_next ON visit (next_on) WHERE next_on IS NOT NULL AND step_done_on IS NULL;
CREATE INDEX visit_open ON visit (on_day, id) WHERE next_step IS NOT NULL AND step_done_on IS NULL;
CREATE INDEX visit_updated ON visit (updated_at, id);

CREATE TABLE evaluation_criterion (${meta}, ${choice('side', ['firm', 'student'])} NOT NULL, code TEXT NOT NULL,
  name_ru TEXT NOT NULL, name_kk TEXT NOT NULL, name_en TEXT, position INTEGER NOT NULL, active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX evaluation_criterion_code ON evaluation_criterion (side, code);

CREATE TABLE evaluation (${meta}, ${reference('placement_id', 'placement', true)}, ${choice('side', ['firm', 'student'])} NOT NULL,
  ${requiredDay('evaluated_on')}, scores TEXT NOT NULL CHECK (json_valid(scores)), comment TEXT
) STRICT;
CREATE UNIQUE INDEX evaluation_once ON evaluation (placement_id, side, evaluated_on);
CREATE INDEX evaluation_day ON evaluation (evaluated_on, id);
CREATE INDEX evaluation_side ON evaluation (side, evaluated_on, id);
CREATE INDEX evaluation_updated ON evaluation (updated_at, id);

CREATE TABLE month_attendance (${meta}, ${reference('placement_id', 'placement', true)},
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  attended REAL CHECK (attended BETWEEN 0 AND 744), excused REAL CHECK (excused BETWEEN 0 AND 744),
  unexcused REAL CHECK (unexcused BETWEEN 0 AND 744), note TEXT
) STRICT;
CREATE UNIQUE INDEX month_attendance_once ON month_attendance (placement_id, month);

DROP INDEX placement_period;
CREATE INDEX placement_period ON placement (ends_on, starts_on, state, id, hired);
`);
    const began = '2026-01-01T00:00:00.000Z';
    for (const [side, criteria] of Object.entries(firstCriteria))
      criteria.forEach(([code, ru, kk, en], position) => {
        db.run(
          'INSERT INTO evaluation_criterion VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, 1)',
          `evaluation-criterion-${side}-${code}`,
          began,
          began,
          side,
          code,
          ru,
          kk,
          en,
          position,
        );
      });
  },
};
