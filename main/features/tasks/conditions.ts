/** A placement that has not started and lacks something for it; the representative's consent is asked for minors only. */
export const gapSql = (alias: string): string =>
  `(${alias}.state IN ('planned', 'offered', 'confirmed', 'ordered') AND (${alias}.briefing_on IS NULL OR ${alias}.briefing_journal IS NULL OR ${alias}.medical_on IS NULL OR ${alias}.insurance IS NULL
     OR ${alias}.consent_on IS NULL AND (SELECT born_on FROM student WHERE id = ${alias}.student_id) > date(${alias}.starts_on, '-18 years')))`;

/** The day an agreement was sent out to be signed: the earliest that is known, or that of its entry. */
export const sentDay = (alias: string): string =>
  `ifnull((SELECT min(sg.sent_on) FROM signing sg WHERE sg.agreement_id = ${alias}.id), substr(${alias}.created_at, 1, 10))`;
