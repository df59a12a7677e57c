import { choice, day, meta, reference, requiredDay } from './columns.ts';

/** What is done with a firm besides placements and agreements; what both sides have promised; what stands in the way. */
export const engagementTables = `
CREATE TABLE engagement_kind (${meta}, code TEXT NOT NULL, name_ru TEXT NOT NULL, name_kk TEXT NOT NULL, name_en TEXT,
  ${choice('unit', ['hour', 'person', 'piece', 'event', 'project'])} NOT NULL, position INTEGER NOT NULL, active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX engagement_kind_code ON engagement_kind (code);

CREATE TABLE engagement (${meta}, ${reference('kind_id', 'engagement_kind', true)}, ${reference('firm_id', 'firm', true)},
  ${requiredDay('starts_on')}, ${day('ends_on')}, topic TEXT NOT NULL, quantity INTEGER CHECK (quantity >= 0), hours INTEGER CHECK (hours >= 0),
  people INTEGER CHECK (people >= 0), participants TEXT, amount_minor INTEGER CHECK (amount_minor >= 0), result TEXT, document TEXT, notes TEXT,
  CHECK (ends_on IS NULL OR ends_on >= starts_on)
) STRICT;
CREATE INDEX engagement_starts ON engagement (starts_on, id);
CREATE INDEX engagement_firm ON engagement (firm_id, starts_on);
CREATE INDEX engagement_kind_used ON engagement (kind_id, starts_on);

CREATE TABLE promise (${meta}, ${reference('firm_id', 'firm', true)}, ${choice('side', ['college', 'firm'])} NOT NULL, promise TEXT NOT NULL,
  ${requiredDay('promised_on')}, ${reference('agreement_id', 'agreement')}, ${day('due_on')}, ${day('delivered_on')}, proof TEXT, notes TEXT
) STRICT;
CREATE INDEX promise_due ON promise (due_on, id);
CREATE INDEX promise_waiting ON promise (due_on) WHERE delivered_on IS NULL;
CREATE INDEX promise_promised ON promise (promised_on, id);
CREATE INDEX promise_firm ON promise (firm_id, due_on);
CREATE INDEX promise_agreement ON promise (agreement_id) WHERE agreement_id IS NOT NULL;

CREATE TABLE challenge (${meta}, ${choice('level', ['individual', 'insideCollege', 'betweenOrganisations', 'state'])} NOT NULL, ${reference('firm_id', 'firm')},
  ${requiredDay('raised_on')}, description TEXT NOT NULL, action TEXT, owner TEXT,
  ${choice('status', ['open', 'inProgress', 'resolved', 'accepted'])} NOT NULL, ${day('resolved_on')}, notes TEXT
) STRICT;
CREATE INDEX challenge_raised ON challenge (raised_on, id);
CREATE INDEX challenge_status ON challenge (status, raised_on);
CREATE INDEX challenge_level ON challenge (level, raised_on);
CREATE INDEX challenge_firm ON challenge (firm_id) WHERE firm_id IS NOT NULL;
`;

/** Code, names, unit: the kinds a new file starts with; the officer edits them later. */
export const firstEngagementKinds = [
  ['internship', 'Стажировка преподавателя', 'Оқытушының тағылымдамасы', 'Teacher internship', 'hour'],
  [
    'staffCourse',
    'Курс для работников предприятия',
    'Кәсіпорын қызметкерлеріне арналған курс',
    'Course for the firm’s staff',
    'person',
  ],
  ['guestClass', 'Занятие специалиста предприятия', 'Кәсіпорын маманының сабағы', 'Guest class', 'hour'],
  ['equipment', 'Передача оборудования и материалов', 'Жабдық пен материал беру', 'Equipment and materials', 'piece'],
  [
    'project',
    'Совместный проект, прикладное исследование',
    'Бірлескен жоба, қолданбалы зерттеу',
    'Joint project or applied research',
    'project',
  ],
  ['hub', 'Инновационная площадка', 'Инновациялық алаң', 'Innovation hub', 'project'],
  [
    'exam',
    'Квалификационный экзамен с работодателями',
    'Жұмыс берушілер қатысқан біліктілік емтиханы',
    'Qualification exam with employers',
    'person',
  ],
  ['jobFair', 'Ярмарка вакансий', 'Бос жұмыс орындарының жәрмеңкесі', 'Job fair', 'event'],
  ['funding', 'Программа финансирования', 'Қаржыландыру бағдарламасы', 'Funding programme', 'project'],
  ['other', 'Иное', 'Өзге', 'Other', 'event'],
] as const;
